import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readText } from './file.ts'

const folder = mkdtempSync(join(tmpdir(), 'scrip-bulk-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = join(folder, 'rows.csv')

test.each([
  ['UTF-8', Buffer.from('Zoë')],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFZoë')],
  ['UTF-16', Buffer.from('\uFEFFZoë', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\uFEFFZoë', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('Zoë', 'latin1')],
])('a file is read that was written as %s', async (_, bytes) => {
  writeFileSync(file, bytes)
  expect(await readText(file)).toBe('Zoë')
})

test('a workbook is refused, and how to make it a text is said', async () => {
  writeFileSync(file, Buffer.from('PK\u0003\u0004\0'))
  await expect(readText(file)).rejects.toThrow('save it as CSV')
})
