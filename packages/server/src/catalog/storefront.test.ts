import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createSecondApp,
  createTestApp,
  get,
  order,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { type DialectName, dialectNames } from '../accounts/index.ts'
import { transact } from '../storage/database.ts'
import { notifyChanged } from './store.ts'

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
})

afterAll(() => app.close())

interface Row {
  readonly productId: number
  readonly productName: string
  readonly global: boolean
  readonly denominationType: string
  readonly senderFee: number
  readonly discountPercentage: number
  readonly minSenderDenomination: number | null
  readonly fixedRecipientDenominations: readonly number[]
  readonly fixedRecipientToSenderDenominationsMap: Record<string, number> | null
  readonly category: { readonly id: number }
  readonly country: { readonly isoName: string }
  readonly recipientCurrencyToSenderCurrencyExchangeRate: number
}

interface Rows {
  readonly content: readonly Row[]
  readonly totalElements: number
  readonly totalPages: number
  readonly size: number
  readonly number: number
  readonly last: boolean
}

async function read<Body>(url: string, caller: Pick<TestAccount, 'headers'> = account) {
  const response = await get(app, caller, url)
  expect(response.statusCode, `${url}: ${response.body}`).toBe(200)
  return response.json() as Body
}

async function refusalOf(url: string, caller: Pick<TestAccount, 'headers'> = account) {
  const response = await get(app, caller, url)
  const { errorCode } = response.json() as { errorCode: string | null }
  return [response.statusCode, errorCode]
}

async function readAll(query = ''): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page++) {
    const { content, last } = await read<Rows>(`/products?page=${page}&${query}`)
    rows.push(...content)
    if (last) return rows
  }
}

describe('the list of products', () => {
  test('has every product once, over all its pages', async () => {
    const rows = await readAll()
    const first = await read<Rows>('/products')
    expect(first).toMatchObject({ size: 200, number: 0, totalElements: rows.length })
    expect(new Set(rows.map((row) => row.productId)).size).toBe(rows.length)
  })

  test.each([
    ['size=1000', { size: 200, number: 0 }],
    ['size=0', { size: 200, number: 0 }],
    ['size=ten&page=x', { size: 200, number: 0 }],
    ['size=7&page=0', { size: 7, number: 0 }],
    ['size=7&page=2', { size: 7, number: 1 }],
    ['page=9999', { number: 9998, content: [], empty: true, last: true }],
  ])('takes %s', async (query, expected) => {
    expect(await read<Rows>(`/products?${query}`)).toMatchObject(expected)
  })

  test('is filtered by part of the name, in any case and with either kind of space', async () => {
    const rows = await readAll('productName=AMAZON+u')
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row.productName.toLowerCase()).toContain('amazon u')
    expect(await readAll('productName=amazon%20U')).toEqual(rows)
  })

  test('is filtered by its own country, its category and whether it is world-wide', async () => {
    const rows = await readAll()
    for (const [query, fits] of [
      ['countryCode=fr', (row: Row) => row.country.isoName === 'FR'],
      ['productCategoryId=3', (row: Row) => row.category.id === 3],
      ['global=true', (row: Row) => row.global],
      ['global=false', (row: Row) => !row.global],
      ['includeRange=false', (row: Row) => row.denominationType === 'FIXED'],
      ['includeFixed=false', (row: Row) => row.denominationType === 'RANGE'],
      ['includeFixed=false&includeRange=false', () => false],
      [
        'countryCode=US&productCategoryId=3',
        (row: Row) => row.country.isoName === 'US' && row.category.id === 3,
      ],
      ['global=perhaps&productCategoryId=x&includeRange=&simplified=true', () => true],
    ] as const) {
      expect(await readAll(query), query).toEqual(rows.filter(fits))
    }
  })

  test('is empty for a country that is none', async () => {
    expect(await read<Rows>('/products?countryCode=ZZ')).toMatchObject({
      content: [],
      totalElements: 0,
      totalPages: 0,
    })
  })
})

describe('a price', () => {
  test('is in the currency of the account, to its minor unit', async () => {
    expect(await read<Row>('/products/5')).toMatchObject({
      senderCurrencyCode: 'NGN',
      senderFee: 285,
      minSenderDenomination: 2850,
      maxSenderDenomination: 57_000,
      recipientCurrencyToSenderCurrencyExchangeRate: 570,
    })
    const yen = await app.openAccount({ currency: 'JPY' })
    const dinar = await app.openAccount({ currency: 'KWD' })
    for (const [caller, rate, places] of [
      [yen, 'JPY', 0],
      [dinar, 'KWD', 3],
    ] as const) {
      const row = await read<Row>('/products/5', caller)
      const { rows } = await sql<{ per_usd: string }>`
        select per_usd::text from exchange_rates where currency = ${rate}`.execute(app.database)
      const perUsd = Number(rows[0]?.per_usd)
      expect(row.minSenderDenomination).toBeCloseTo(5 * perUsd, places)
      expect(row.recipientCurrencyToSenderCurrencyExchangeRate).toBeCloseTo(perUsd, 6)
    }
  })

  test('has the decimals of the recorded answers', async () => {
    const { body } = await get(app, account, '/products/5')
    expect(body).toContain(
      '"senderFee":285.00,"senderFeePercentage":0.00,"discountPercentage":0.90',
    )
    expect(body).toContain('"minRecipientDenomination":5.00,"maxRecipientDenomination":100.00')
  })

  test('of each face value stands under it in the map', async () => {
    const rows = await readAll('includeRange=false')
    for (const row of rows) {
      const map = row.fixedRecipientToSenderDenominationsMap ?? {}
      expect(Object.keys(map).map(Number).toSorted(ascending)).toEqual(
        row.fixedRecipientDenominations.toSorted(ascending),
      )
      for (const key of Object.keys(map)) expect(key).toMatch(/^\d+\.\d{2,}$/)
    }
  })

  test('that is exchanged has five decimals and neither fee nor discount', async () => {
    const { body } = await get(app, account, '/fx-rate?currencyCode=usd&amount=94.99')
    expect(body).toBe(
      '{"senderCurrency":"NGN","senderAmount":54144.30000,"recipientCurrency":"USD","recipientAmount":94.99}',
    )
  })

  test.each([
    ['', 'Missing required field currencyCode'],
    ['?currencyCode=USD', 'Missing required field amount'],
    ['?amount=5', 'Missing required field currencyCode'],
    ['?currencyCode=XXY&amount=5', 'Invalid value provided for field currencyCode'],
    ['?currencyCode=USD&amount=0', 'Invalid amount provided'],
    ['?currencyCode=USD&amount=-5', 'Invalid amount provided'],
    ['?currencyCode=USD&amount=1e40', 'Invalid amount provided'],
    ['?currencyCode=USD&amount=five', 'Invalid amount provided'],
    ['?currencyCode=USD&amount=0.0000001', 'Invalid amount provided'],
  ])('is not exchanged for /fx-rate%s', async (query, message) => {
    const response = await get(app, account, `/fx-rate${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ message, errorCode: 'INVALID_INPUT_PROVIDED' })
  })
})

describe('what does not exist', () => {
  const uncoded = [400, null]
  const paths: [string, unknown[], unknown[]][] = [
    ['/products/999999999', [404, 'PRODUCT_NOT_FOUND'], uncoded],
    ['/products/five', [404, 'PRODUCT_NOT_FOUND'], uncoded],
    ['/products/999999999/redeem-instructions', [404, 'PRODUCT_NOT_FOUND'], uncoded],
    ['/countries/zz/products', [404, 'COUNTRY_NOT_SUPPORTED'], uncoded],
    ['/countries/aq/products', [404, null], uncoded],
    ['/countries/us/products?productName=no+such+card', [404, null], uncoded],
    ['/redeem-instructions/999999', [404, null], uncoded],
    ['/brands/x/redeem-instructions', [404, null], uncoded],
    ['/countries/zz', [404, 'COUNTRY_NOT_SUPPORTED'], [404, 'COUNTRY_NOT_SUPPORTED']],
    ['/countries/%C3%9F', [404, 'COUNTRY_NOT_SUPPORTED'], [404, 'COUNTRY_NOT_SUPPORTED']],
    ['/products/999999999/discounts', [404, null], [404, null]],
  ]

  test.each(dialectNames)('is refused as the dialect %s has it', async (dialect: DialectName) => {
    const caller = await app.openAccount({ dialect })
    for (const [path, coded, once] of paths) {
      const expected = dialect === '2021-11' ? once : coded
      expect(await refusalOf(path, caller), path).toEqual(expected)
    }
  })
})

test('both spellings of the brand instructions answer the same', async () => {
  const all = await read<{ brandId: number }[]>('/redeem-instructions')
  expect(all.length).toBeGreaterThan(50)
  const amazon = all.find(({ brandId }) => brandId === 2)
  expect(amazon).toMatchObject({ brandName: 'Amazon' })
  expect(await read('/redeem-instructions/2')).toEqual(amazon)
  expect(await read('/brands/2/redeem-instructions')).toEqual(amazon)
})

test('every country has a currency, a continent and calling codes', async () => {
  const rows = await read<Record<string, unknown>[]>('/countries')
  expect(rows).toHaveLength(249)
  for (const row of rows) {
    expect(row).toEqual({
      isoName: expect.stringMatching(/^[A-Z]{2}$/),
      name: expect.stringMatching(/./),
      continent: expect.stringMatching(/./),
      currencyCode: expect.stringMatching(/^[A-Z]{3}$/),
      currencyName: expect.stringMatching(/./),
      currencySymbol: expect.stringMatching(/./),
      flag: expect.stringMatching(/^http:.*\/images\/flags\/[a-z]{2}\.svg$/),
      callingCodes: expect.arrayContaining([expect.stringMatching(/^\+\d+$/)]),
    })
  }
  expect(await read('/countries/ng')).toMatchObject({ isoName: 'NG', callingCodes: ['+234'] })
})

test('discounts are those of the products', async () => {
  const rows = await readAll()
  const page = await read<Rows>('/discounts?size=999')
  expect(page).toMatchObject({ size: 300, totalElements: rows.length })
  expect(await read('/products/5/discounts')).toEqual({
    product: { productId: 5, productName: 'Amazon US', countryCode: 'US', global: false },
    discountPercentage: 0.9,
  })
})

describe('pictures', () => {
  test.each(['/images/brands/2.svg', '/images/cards/2.svg', '/images/flags/ng.svg'])(
    '%s is shown to anybody',
    async (url) => {
      const response = await app.http.inject({ method: 'GET', url })
      expect(response.statusCode).toBe(200)
      expect(response.headers['content-type']).toBe('image/svg+xml')
      expect(response.body).toMatch(/^<svg /)
      expect(response.body).not.toMatch(/href|<script/)
    },
  )

  test.each(['/images/brands/999999.svg', '/images/cards/x.svg', '/images/flags/zz.svg'])(
    '%s does not exist',
    async (url) => {
      expect((await app.http.inject({ method: 'GET', url })).statusCode).toBe(404)
    },
  )
})

test('a long list is the same as the pages of it, also when many ask for it at once', async () => {
  const products = await readAll('countryCode=US')
  expect(products.length).toBeGreaterThan(300)
  const asked = Array.from({ length: 5 }, () => read<Row[]>('/countries/US/products?simplified=1'))
  for (const list of await Promise.all(asked)) expect(list).toEqual(products)
})

describe('who has an answer already', () => {
  test.each([
    '/products?size=3',
    '/products/5',
    '/countries',
    '/discounts',
    '/images/flags/ng.svg',
  ])('is told so for %s', async (url) => {
    const first = await get(app, account, url)
    const etag = String(first.headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(app, account, url, { 'if-none-match': known })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    }
    const other = await get(app, account, url, { 'if-none-match': '"other"' })
    expect([other.statusCode, other.body]).toEqual([200, first.body])
  })

  test('gets a new one in another currency', async () => {
    const euro = await app.openAccount({ currency: 'EUR' })
    const { headers } = await get(app, account, '/products/5')
    const known = { 'if-none-match': String(headers.etag) }
    expect((await get(app, euro, '/products/5', known)).statusCode).toBe(200)
  })
})

test('a change of rate, discount or product is seen by every process, and by no order before', async () => {
  const second = await createSecondApp(app)
  try {
    const before = await get(app, account, '/products/5')
    await transact(app.database, async (tx) => {
      await sql`update products set discount_percentage = 2500000 where id = 5`.execute(tx)
      await sql`update products set is_active = false where id = 10`.execute(tx)
      await sql`update exchange_rates set per_usd = 600 where currency = 'NGN'`.execute(tx)
      await notifyChanged(tx)
    })
    for (const process of [app, second]) {
      await expect
        .poll(async () => (await get(process, account, '/products/10')).statusCode)
        .toBe(404)
      const after = await get(process, account, '/products/5')
      expect(after.headers.etag).not.toBe(before.headers.etag)
      expect(after.json()).toMatchObject({ discountPercentage: 2.5, senderFee: 300 })
      expect((await get(process, account, '/products/10/discounts')).statusCode).toBe(404)
      const placed = await order(process, account, { productId: 5, quantity: 1, unitPrice: 10 })
      expect(placed.json()).toMatchObject({ amount: 6300, discount: 150, fee: 300 })
    }
  } finally {
    await second.close()
  }
})

const ascending = (a: number, b: number) => a - b
