import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEADLINE_MS } from '../../server/test/until.ts'
import { type OpenScrip, startOpenScrip } from './openscrip.ts'

const run = promisify(execFile)
const sdk = fileURLToPath(new URL('..', import.meta.url))
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

/** A program of somebody else, which has installed the package from its archive. */
let consumer: string
let files: string[]
let server: OpenScrip

beforeAll(async () => {
  server = await startOpenScrip()
  consumer = mkdtempSync(join(tmpdir(), 'openscrip-sdk-consumer-'))
  writeFileSync(join(consumer, 'package.json'), '{"name":"consumer","private":true}')
  const packed = await run('npm', ['pack', '--json', '--pack-destination', consumer], { cwd: sdk })
  const { filename, files: list } = readReport(packed.stdout)
  files = list.map(({ path }) => path)
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(consumer, filename)]
  await run('npm', install, { cwd: consumer })
})

afterAll(async () => {
  await server?.stop()
  rmSync(consumer, { recursive: true, force: true })
})

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

const imports = "import { GiftCards, signWebhook, verifyWebhook } from '@openscrip/sdk'"
const requires = "const { GiftCards, signWebhook, verifyWebhook } = require('@openscrip/sdk')"

/** What the program of the consumer does: an order, a list, an error and a webhook. */
const program = () => `
  const order = { productId: 5, quantity: 1, unitPrice: '5.00', senderName: 'John Doe' }
  const { orders, transactions } = new GiftCards({
    clientId: '${server.clientId}',
    clientSecret: '${server.clientSecret}',
    environment: { baseUrl: '${server.url}' },
  })
  const { transactionId, amountText } = await orders.place(order)
  const [card] = await orders.cards(transactionId)
  const seen = []
  for await (const item of transactions.list({ size: 1 })) seen.push(item.transactionId)
  const error = await transactions.get(999999999).catch((reason) => reason)
  const body = new TextEncoder().encode('{"type":"test","data":{}}')
  const event = await verifyWebhook({ body, secret: 's', ...(await signWebhook({ body, secret: 's' })) })
  console.log([amountText, typeof card.pin, seen[0] === transactionId, error.name, event.type].join())`

/** A runtime that hides the source of numbers shows the amount without its zeros. */
const output = /^3135(\.00)?,string,true,NotFoundError,test\n$/

async function runProgram(command: readonly string[], name: string, code: string): Promise<string> {
  const path = join(consumer, name)
  writeFileSync(path, code)
  const [runtime = '', ...args] = [...command, path]
  return (await run(runtime, args, { cwd: consumer })).stdout
}

const node = [process.execPath]
const esm = () => `${imports}\n${program()}`

test('the archive has the build, the sources for debuggers, and no tests', () => {
  const expected = ['README.md', 'package.json', 'src/index.ts', 'dist/esm/index.js']
  expect(files).toEqual(expect.arrayContaining([...expected, 'dist/cjs/package.json']))
  expect(files.filter((path) => /\.test\.|^test\/|build/.test(path))).toEqual([])
})

test('it can be imported as an ECMAScript module', async () => {
  expect(await runProgram(node, 'esm.mjs', esm())).toBe('3135.00,string,true,NotFoundError,test\n')
})

test('it can be required as a CommonJS module', async () => {
  const code = `${requires}
    ;(async () => {${program()}})()
    if (!require.resolve('@openscrip/sdk').includes('cjs')) throw new Error('not CommonJS')`
  expect(await runProgram(node, 'cjs.cjs', code)).toMatch(output)
})

test('it runs in a worker', async () => {
  writeFileSync(join(consumer, 'worker.mjs'), esm())
  const code = `import { Worker } from 'node:worker_threads'
    new Worker(new URL('worker.mjs', import.meta.url))`
  expect(await runProgram(node, 'starter.mjs', code)).toMatch(output)
})

test('it needs nothing but what browsers and workers have', async () => {
  const dist = join(consumer, 'node_modules', '@openscrip', 'sdk', 'dist', 'esm')
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue
    const code = readFileSync(join(dist, name), 'utf8')
    expect(code, name).not.toMatch(/\b(process|Buffer|require|__dirname|global)\b[.(]|node:/)
  }
  const host = [fileURLToPath(new URL('web-context.ts', import.meta.url))]
  const command = [...node, '--experimental-vm-modules', '--no-warnings', ...host]
  writeFileSync(join(consumer, 'web.mjs'), esm())
  const [runtime = '', ...args] = [...command, join(consumer, 'web.mjs'), join(dist, 'index.js')]
  expect((await run(runtime, args)).stdout).toMatch(output)
})

/** Every Node.js on the PATH, and other runtimes where they are installed. */
const runtimes = [
  ...findNodes().map((path) => ({ name: `${version(path)} of Node.js`, command: [path] })),
  { name: 'Deno', command: ['deno', 'run', '--allow-net'] },
  { name: 'Bun', command: ['bun', 'run'] },
]

function findNodes(): string[] {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'))
  const byVersion = new Map(paths.map((path) => [version(path), path]))
  byVersion.delete(undefined)
  return [...byVersion.values()]
}

function version(path: string): string | undefined {
  const { status, stdout } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: DEADLINE_MS,
  })
  return status === 0 ? stdout.trim() : undefined
}

describe('it runs on', () => {
  for (const { name, command } of runtimes) {
    const isMissing = version(command[0] ?? '') === undefined
    const title = isMissing ? `${name} (skipped: ${command[0]} is not installed)` : name
    test.skipIf(isMissing)(title, async () => {
      expect(await runProgram(command, 'runtime.mjs', esm())).toMatch(output)
    })
  }
})

test('its types work in both kinds of modules, also in strict mode without lib checks off', async () => {
  const code = `
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
  const typeImports = "import { GiftCards } from '@openscrip/sdk'"
  const modules = { 'esm.mts': `${typeImports}\n${code}`, 'cjs.cts': `${typeImports}\n${code}` }
  expect(await compile('types', modules)).toBe('')
})

test('the code in its README compiles', async () => {
  const readme = readFileSync(join(sdk, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code)
  expect(blocks.length).toBeGreaterThan(5)
  const modules = blocks.map((code, index) => [`${index}.mts`, `${code}\nexport {}`])
  // What a block does not import or make itself, it has from the ones above.
  const globals = `import * as sdk from '@openscrip/sdk'
    declare global {
      const giftCards: sdk.GiftCards
      const ApiError: typeof sdk.ApiError
      const InsufficientBalanceError: typeof sdk.InsufficientBalanceError
    }`
  const files = { ...Object.fromEntries(modules), 'globals.d.mts': globals }
  expect(await compile('readme', files)).toBe('')
})

/** What TypeScript says about files of the consumer. */
async function compile(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  mkdirSync(join(consumer, folder), { recursive: true })
  const paths = Object.entries(files).map(([name, code]) => {
    writeFileSync(join(consumer, folder, name), code)
    return `${folder}/${name}`
  })
  const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022']
  const modules = ['--module', 'nodenext', '--lib', 'es2022,dom', '--types', '']
  const args = [join(typescript, 'bin', 'tsc'), ...strict, ...modules, ...paths]
  const tsc = run(process.execPath, args, { cwd: consumer })
  return (await tsc.catch(({ stdout }: { stdout: string }) => ({ stdout }))).stdout
}
