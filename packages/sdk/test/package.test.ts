import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const sdk = fileURLToPath(new URL('..', import.meta.url))
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

/** A program of somebody else, which has installed the package from its archive. */
let consumer: string
let files: string[]

beforeAll(async () => {
  consumer = mkdtempSync(join(tmpdir(), 'openscrip-sdk-consumer-'))
  writeFileSync(join(consumer, 'package.json'), '{"name":"consumer","private":true}')
  const packed = await run('npm', ['pack', '--json', '--pack-destination', consumer], { cwd: sdk })
  const { filename, files: list } = readReport(packed.stdout)
  files = list.map(({ path }) => path)
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(consumer, filename)]
  await run('npm', install, { cwd: consumer })
})

afterAll(() => rmSync(consumer, { recursive: true, force: true }))

interface PackReport {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** npm prints what the build prints, and then the report. */
function readReport(output: string): PackReport {
  const report = JSON.parse(output.slice(output.search(/^[[{]\s*$/m))) as
    | PackReport[]
    | Record<string, PackReport>
  const [first] = Object.values(report)
  if (first === undefined) throw new Error('npm pack has reported nothing.')
  return first
}

async function runFile(name: string, content: string): Promise<string> {
  const path = join(consumer, name)
  writeFileSync(path, content)
  return (await run(process.execPath, [path], { cwd: consumer })).stdout
}

const use = `
  const { signature } = await signWebhook({ body: '{}', secret: 's', timestamp: 1 })
  console.log(signature.length, new GiftCards({ clientId: 'a', clientSecret: 'b', environment: 'live' }))
`

test('the archive has the build, the sources for debuggers, and no tests', () => {
  const expected = ['README.md', 'package.json', 'src/index.ts', 'dist/esm/index.js']
  expect(files).toEqual(expect.arrayContaining([...expected, 'dist/cjs/package.json']))
  expect(files.filter((path) => /\.test\.|^test\/|build/.test(path))).toEqual([])
})

test('it can be imported as an ECMAScript module', async () => {
  const program = `import { GiftCards, signWebhook } from '@openscrip/sdk'\n${use}`
  expect(await runFile('esm.mjs', program)).toMatch(/^64 GiftCards \{/)
})

test('it can be required as a CommonJS module', async () => {
  const program = `const { GiftCards, signWebhook } = require('@openscrip/sdk')\n
    ;(async () => {${use}})()
    if (!require.resolve('@openscrip/sdk').includes('cjs')) throw new Error('not CommonJS')`
  expect(await runFile('cjs.cjs', program)).toMatch(/^64 GiftCards \{/)
})

test('its types work in both kinds of modules, also in strict mode without lib checks off', async () => {
  const program = `
    const giftCards = new GiftCards({ clientId: 'a', clientSecret: 'b', environment: 'sandbox' })
    export async function main() {
      const placed = await giftCards.orders.place({ productId: 5, quantity: 1, unitPrice: '5.00' })
      const text: string = placed.amountText
      const price: string = placed.product.unitPriceText
      const page = await giftCards.products.list()
      const map: Readonly<Record<string, string>> | null | undefined =
        page.items[0]?.fixedRecipientToSenderDenominationsMapText
      for await (const { amount } of giftCards.transactions.list()) amount.toFixed()
      // @ts-expect-error A decimal field has a text, others have none.
      return [text, price, map, placed.statusText]
    }`
  mkdirSync(join(consumer, 'types'))
  const imports = "import { GiftCards } from '@openscrip/sdk'"
  writeFileSync(join(consumer, 'types', 'esm.mts'), `${imports}\n${program}`)
  writeFileSync(join(consumer, 'types', 'cjs.cts'), `${imports}\n${program}`)
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022']
  const modules = ['--module', 'nodenext', '--lib', 'es2022,dom', '--types', '']
  const sources = ['types/esm.mts', 'types/cjs.cts']
  const tsc = join(typescript, 'bin', 'tsc')
  const checked = run(process.execPath, [tsc, ...options, ...modules, ...sources], {
    cwd: consumer,
  }).catch(({ stdout }: { stdout: string }) => ({ stdout }))
  expect((await checked).stdout).toBe('')
})
