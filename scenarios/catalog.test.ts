import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { listedProduct, listedRange } from '../packages/server/test/listed-product.ts'
import { until } from '../packages/server/test/until.ts'
import { type Api, connect, type Page } from './src/api.ts'
import type { Installation } from './src/server-process.ts'
import { test } from './src/test.ts'

interface Product {
  readonly productId: number
}

const folder = mkdtempSync(join(tmpdir(), 'scrip-catalog-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const IN_USD = { SCRIP_DEMO_CURRENCY: 'USD', SCRIP_DEMO_BALANCE: '1000' }

function write(name: string, content: unknown): string {
  const file = join(folder, name)
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content)
  writeFileSync(file, isRaw ? content : JSON.stringify(content, null, 2))
  return file
}

/** The line, from 1, on which a text stands for the first time. */
function lineOf(file: string, text: string): number {
  return (readFileSync(file, 'utf8').split(text)[0] ?? '').split('\n').length
}

/** Waits until the running server has heard of a change. */
function untilTotal(api: Api, total: number): Promise<Page<Product>> {
  return until(`the server lists ${total} products`, async () => {
    const page = await api.read<Page<Product>>('/products')
    return page.totalElements === total ? page : undefined
  })
}

async function readAll(api: Api): Promise<Product[]> {
  const products: Product[] = []
  for (let number = 1; ; number++) {
    const page = await api.read<Page<Product>>(`/products?page=${number}`)
    products.push(...page.content)
    if (page.last) return products
  }
}

describe('scrip catalog import', () => {
  test('sells what a list has, as it has it, from a running server', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start(IN_USD)
    const api = await connect(info.url, info)
    const known = (await api.read<Page<Product>>('/products')).totalElements
    const rows = [listedProduct(), listedRange()]
    const file = write('products.json', rows)

    const rehearsal = await installation.scrip(['catalog', 'import', file, '--dry-run'])
    expect(rehearsal).toMatchObject({ code: 0, stderr: '' })
    expect(rehearsal.stdout).toMatch(/^○ Nothing was changed\. It would be 2 products: 2 new, /)

    const ended = await installation.scrip(['catalog', 'import', file])
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const withdrawn = `${known.toLocaleString('en')} withdrawn, rates of 2 currencies`
    expect(ended.stdout).toBe(`✓ 2 products: 2 new, 0 changed, 0 unchanged, ${withdrawn}.\n`)
    expect((await untilTotal(api, 2)).content).toEqual(rows)
    const order = { productId: 900_001, quantity: 1, unitPrice: 9.99 }
    expect((await api.post('/orders', order)).status).toBe(200)
    expect(
      (await api.post('/orders', { productId: 5, quantity: 1, unitPrice: 10 })).body,
    ).toMatchObject({ errorCode: 'INVALID_PRODUCT' })
  })

  test('takes a page of several for a part, and leaves the rest alone', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start(IN_USD)
    const api = await connect(info.url, info)
    const { totalElements } = await api.read<Page<Product>>('/products')
    const content = [{ ...listedProduct(), stock: 5 }]
    const page = write('page.json', { content, totalPages: 3, totalElements: 3 })
    const ended = await installation.scrip(['catalog', 'import', page])
    expect(ended.stdout).toMatch(/^✓ 1 product: 1 new, .* 0 withdrawn, rates of EUR\.\n/)
    expect(ended.stdout).toMatch(/Not kept, because unknown: stock\n/)
    expect(ended.stdout).toMatch(/a part of a catalogue, so no other product was withdrawn\.\n$/)
    await untilTotal(api, totalElements + 1)

    const whole = write('whole.json', [listedRange()])
    const kept = await installation.scrip(['catalog', 'import', whole, '--keep-missing', '--json'])
    expect(JSON.parse(kept.stdout)).toMatchObject({
      isApplied: true,
      isWhole: false,
      new: ['900002'],
      withdrawn: [],
      refused: [],
    })
    await untilTotal(api, totalElements + 2)
  })

  test('refuses the list when a row is bad, and says where', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start(IN_USD)
    const before = await readAll(await connect(info.url, info))
    const file = write('bad.json', [
      listedProduct(),
      listedProduct({ senderFee: -1 }),
      listedProduct({ productId: 7, recipientCurrencyCode: '\u001b[31mXYZ' }),
    ])
    const [fee, currency] = [lineOf(file, '"senderFee": -1'), lineOf(file, '[31mXYZ')]
    const ended = await installation.scrip(['catalog', 'import', file])
    expect(ended).toMatchObject({ code: 1, stderr: '' })
    expect(ended.stdout.replaceAll(file, 'FILE')).toBe(
      [
        `FILE:${fee}   product 900001  senderFee must not be negative`,
        `FILE:${currency}  product 7       recipientCurrencyCode is no currency of ISO 4217: ?[31mXYZ`,
        '✗ Nothing was changed: of 3 products 2 cannot be taken.',
        '',
      ].join('\n'),
    )
    const many = Array.from({ length: 70 }, () => ({}))
    const { stdout } = await installation.scrip(['catalog', 'import', write('many.json', many)])
    expect(stdout.split('\n').length).toBe(53)
    const json = await installation.scrip(['catalog', 'import', file, '--json'])
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({
      isApplied: false,
      refused: [
        { line: fee, productId: '900001', field: 'senderFee' },
        { line: currency, productId: '7', field: 'recipientCurrencyCode' },
      ],
    })
    expect(await readAll(await connect(info.url, info))).toEqual(before)
  })

  test('says in a sentence what is wrong with a file, and starts nothing', async ({ install }) => {
    const installation = install()
    const large = write('large.json', '')
    truncateSync(large, 200_000_000)
    const tooLarge = /^error .*large\.json is 200 MB; a catalogue file may have 100 MB\.\n$/
    await expectRefused(installation, [large], tooLarge)
    const broken = write('broken.json', '[\n{"productId": 1,\n')
    await expectRefused(installation, [broken], /^error .*broken\.json:3:1 is no JSON: .*\.\n$/)
    await expectRefused(installation, [], /^error Name either a file or --from-reloadly\.\n$/)
    await expectRefused(installation, ['--from-reloadly'], /^error Set RELOADLY_CLIENT_ID and /)
    expect(installation.cluster.pid()).toBeUndefined()
  })
})

async function expectRefused(
  installation: Installation,
  args: readonly string[],
  sentence: RegExp,
): Promise<void> {
  const ended = await installation.scrip(['catalog', 'import', ...args])
  expect({ args, ...ended }).toMatchObject({ args, code: 1, stdout: '' })
  expect(ended.stderr).toMatch(sentence)
}

describe('scrip catalog import --from-reloadly', () => {
  test('takes over the whole catalogue of another server', async ({ install }) => {
    const publisher = await install().start(IN_USD)
    const published = await readAll(await connect(publisher.info.url, publisher.info))
    const installation = install()
    const { info } = await installation.start(IN_USD)
    const api = await connect(info.url, info)
    await installation.scrip(['catalog', 'import', write('one.json', [listedProduct()])])
    await untilTotal(api, 1)

    const ended = await installation.scrip(
      ['catalog', 'import', '--from-reloadly', '--base-url', publisher.info.url],
      {
        RELOADLY_CLIENT_ID: publisher.info.clientId,
        RELOADLY_CLIENT_SECRET: publisher.info.clientSecret,
      },
    )
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toMatch(/^✓ [\d,]+ products: 0 new, [\d,]+ changed, 0 unchanged, 1 with/)
    await untilTotal(api, published.length)
    expect(await readAll(api)).toEqual(published)
  })

  test('says that credentials or address are wrong', async ({ install }) => {
    const { info } = await install().start()
    const installation = install()
    const credentials = { RELOADLY_CLIENT_ID: 'nobody', RELOADLY_CLIENT_SECRET: 'secret-of-nobody' }
    const fetchFrom = (url: string) =>
      installation.scrip(['catalog', 'import', '--from-reloadly', '--base-url', url], credentials)
    const refused = await fetchFrom(info.url)
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toBe(`error ${info.url} could not be fetched: Access Denied\n`)
    expect((await fetchFrom('nowhere')).stderr).toMatch(/^error .*must be an address such as http/)
  })
})
