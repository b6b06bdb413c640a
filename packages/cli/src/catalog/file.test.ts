import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCatalogFile } from './file.ts'

const folder = mkdtempSync(join(tmpdir(), 'scrip-catalog-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(content: string | Buffer): string {
  const file = join(folder, 'products.json')
  writeFileSync(file, content)
  return file
}

test('a list or a page is read, also with a byte order mark', async () => {
  const rows = [{ productId: 1 }]
  for (const text of ['[{"productId":1}]', '\uFEFF{"content":[{"productId":1}],"totalPages":1}']) {
    const { listing } = await readCatalogFile(write(text))
    expect(listing).toEqual({ rows, isWhole: true })
  }
})

test('an id that no float holds keeps its digits', async () => {
  const { listing } = await readCatalogFile(
    write('[{"productId": 9223372036854775807, "n": 0.10}]'),
  )
  expect(listing.rows).toEqual([{ productId: '9223372036854775807', n: 0.1 }])
})

test.each([
  ['[\n{"productId": 1,\n', ':3:1 is no JSON: property name expected.'],
  ['', ':1:1 is no JSON: value expected.'],
  [Buffer.from([0x5b, 0xff, 0x5d]), ' is no UTF-8 text.'],
  ['{"products": []}', ' is neither a list of products nor a page with "content".'],
  ['[]', ' lists no products.'],
])('%# what cannot be a catalogue is refused with a sentence', async (content, sentence) => {
  const file = write(content)
  await expect(readCatalogFile(file)).rejects.toThrow(`${file}${sentence}`)
})

test('a file that is too large is refused by its size', async () => {
  const file = write('')
  truncateSync(file, 100_000_001)
  await expect(readCatalogFile(file)).rejects.toThrow(
    `${file} is 101 MB; a catalogue file may have 100 MB.`,
  )
})

test('what is no file is refused', async () => {
  await expect(readCatalogFile(folder)).rejects.toThrow(`${folder} is no file.`)
  const none = join(folder, 'none.json')
  await expect(readCatalogFile(none)).rejects.toThrow(`There is no file ${none}.`)
})
