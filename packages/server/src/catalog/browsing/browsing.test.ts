import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestApp,
  type ErrorBody,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'

let app: TestApp
let caller: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp()
  caller = await manager(app, await app.openAccount(), ['catalog:read'])
})

afterAll(() => app.close())

interface Row {
  readonly productId: number
  readonly productName: string
  readonly country: { readonly isoName: string }
  readonly category: { readonly id: number }
  readonly recipientCurrencyCode: string
  readonly denominationType: string
  readonly denominations: readonly number[]
  readonly discountPercentage: number
  readonly price: { readonly unitPrice: number; readonly cost: number } | null
}

interface Rows {
  readonly content: readonly Row[]
  readonly total: number
  readonly facets: {
    readonly countries: readonly { id: string; name: string; count: number }[]
    readonly categories: readonly { id: number; name: string; count: number }[]
  }
}

async function browse(query: string): Promise<Rows> {
  const response = await manage(app, caller, `GET /products?size=200&${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}

const namesOf = ({ content }: Rows) => content.map(({ productName }) => productName)

describe('a search', () => {
  test.each([
    ['amazon', 'Amazon'],
    ['AMAZON united states', 'Amazon US'],
    ['amazn', 'Amazon'],
    ['play station', 'PlayStation'],
    ['googleplay', 'Google Play'],
    ['spotify germany', 'Spotify'],
  ])('for "%s" finds %s', async (text, name) => {
    const found = await browse(`q=${encodeURIComponent(text)}`)
    expect(found.total).toBeGreaterThan(0)
    expect(namesOf(found).slice(0, 3).join()).toContain(name)
  })

  test('for an id has that product first', async () => {
    const { content } = await browse('q=5')
    expect(content[0]).toMatchObject({ productId: 5 })
  })

  test.each(['nothing is called so', '%', "'; --", '\u0000'])(
    'for %j finds nothing',
    async (text) => {
      expect(await browse(`q=${encodeURIComponent(text)}`)).toMatchObject({ content: [], total: 0 })
    },
  )

  test('forgives two letters of a long word, and none of a number', async () => {
    expect((await browse('q=playstaton')).total).toBeGreaterThan(0)
    expect((await browse('q=99999999')).total).toBe(0)
  })
})

describe('the list', () => {
  test('is by name, in pages that have every product once', async () => {
    const { total } = await browse('')
    const ids = new Set<number>()
    for (let page = 1; (page - 1) * 200 < total; page++) {
      for (const row of (await browse(`page=${page}`)).content) ids.add(row.productId)
    }
    expect(ids.size).toBe(total)
    const names = namesOf(await browse('')).map((name) => name.toLowerCase())
    expect(names).toEqual(names.toSorted())
  })

  test('is filtered, and its facets count what the other choices would give', async () => {
    const filtered = await browse('country=us&category=5')
    for (const { country, category } of filtered.content) {
      expect([country.isoName, category.id]).toEqual(['US', 5])
    }
    const { countries, categories } = filtered.facets
    expect(countries.find(({ id }) => id === 'US')?.count).toBe(filtered.total)
    const france = countries.find(({ id }) => id === 'FR')
    expect((await browse('country=FR&category=5')).total).toBe(france?.count)
    const other = categories.find(({ id }) => id !== 5)
    expect((await browse(`country=US&category=${other?.id}`)).total).toBe(other?.count)
  })

  test('has only what is sold at a face value, with its price', async () => {
    const { content } = await browse('denomination=50&currency=usd')
    expect(content.length).toBeGreaterThan(10)
    for (const row of content) {
      expect(row.recipientCurrencyCode).toBe('USD')
      expect(row.price).toMatchObject({ unitPrice: 50 })
      if (row.denominationType === 'FIXED') expect(row.denominations).toContain(50)
    }
  })

  test('has the price of an amount where that is sold, and none where it is not', async () => {
    const { content } = await browse('q=amazon+us&amount=7')
    const range = content.find(({ denominationType }) => denominationType === 'RANGE')
    expect(range?.price).toMatchObject({ unitPrice: 7 })
    const fixed = content.find(({ denominationType }) => denominationType === 'FIXED')
    expect(fixed === undefined || fixed.price === null).toBe(true)
  })

  test.each([
    ['discount', (row: Row) => row.discountPercentage],
    ['-discount', (row: Row) => -row.discountPercentage],
  ])('is ordered by %s', async (order, read) => {
    const values = (await browse(`sort=${order}`)).content.map(read)
    expect(values).toEqual(values.toSorted((a, b) => a - b))
  })

  test.each([
    ['page=0', 'page'],
    ['size=201', 'size'],
    ['sort=price', 'sort'],
    ['category=x', 'category'],
    ['denomination=-5', 'denomination'],
    ['amount=much', 'amount'],
    ['mode=both', 'mode'],
    [`q=${'x'.repeat(201)}`, 'q'],
  ])('refuses %s', async (query, field) => {
    const response = await manage(app, caller, `GET /products?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.json<ErrorBody>().message).toContain(`field ${field}`)
  })
})

describe('a product', () => {
  test('has the price that an order of it costs, for each of its face values', async () => {
    const product = (await manage(app, caller, 'GET /products/5?amount=5')).json()
    // The quickstart's, without the text message.
    expect(product.price).toEqual({
      unitPrice: 5,
      label: null,
      currencyCode: 'NGN',
      face: 2850,
      fee: 285,
      discount: 25.65,
      cost: 3109.35,
    })
    expect(product).toMatchObject({ hasOwnPrice: false, senderFee: 285, discountPercentage: 0.9 })
    const unitPrices = product.prices.map((price: { unitPrice: number }) => price.unitPrice)
    expect(unitPrices).toContain(5)
    expect(unitPrices).toEqual(unitPrices.toSorted((a: number, b: number) => a - b))
    expect(product.redeemInstruction.verbose).not.toBe('')
  })

  test('names face values that have a name', async () => {
    const { content } = await browse('q=uc&denominationType=FIXED')
    const [first] = content
    const product = (await manage(app, caller, `GET /products/${first?.productId}`)).json()
    expect(product.prices[0].label).toMatch(/UC$/)
  })

  test.each(['999999999', 'none', '0'])('is not found by %s', async (id) => {
    const response = await manage(app, caller, `GET /products/${id}`)
    expect(response.statusCode).toBe(404)
    expect(response.json<ErrorBody>().errorCode).toBe('PRODUCT_NOT_FOUND')
  })
})

test('whoever has no wallet in a mode has no prices there', async () => {
  for (const path of ['/products', '/products/5']) {
    const response = await manage(app, caller, `GET ${path}?mode=live`)
    expect([response.statusCode, response.json<ErrorBody>().errorCode]).toEqual([
      404,
      'WALLET_NOT_FOUND',
    ])
  }
})

test('a wallet in a currency that nothing has a price in is shown no prices', async () => {
  const odd = await manager(app, await app.openAccount({ currency: 'XDR' }))
  const rows = (await manage(app, odd, 'GET /products?q=amazon')).json<Rows>()
  expect(rows.content[0]).toMatchObject({ senderFee: null, price: null })
  const product = await manage(app, odd, 'GET /products/5')
  expect(product.json()).toMatchObject({ price: null, prices: [] })
})

test('a token without the scope may not look', async () => {
  const other = await manager(app, await app.openAccount(), ['orders:read'])
  for (const path of ['/products', '/products/5']) {
    expect((await manage(app, other, `GET ${path}`)).statusCode).toBe(403)
  }
})
