import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  order,
  plainOrder,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { listedProduct, listedRange } from '../../../test/listed-product.ts'
import { loadSnapshot } from '../store.ts'
import type { ImportRequest } from './service.ts'

let app: TestApp
let account: TestAccount

beforeEach(async () => {
  app = await createTestApp()
  account = await app.openAccount({ currency: 'USD' })
})

afterEach(() => app.close())

function take(rows: readonly unknown[], options: Partial<ImportRequest> = {}) {
  return app.importCatalog({ rows, isWhole: false, ...options })
}

/** Waits until a server answers what it must answer once it has heard of the change. */
function shows(path: string, server = app, caller = account) {
  const answer = async () => (await get(server, caller, path)).json<unknown>()
  return expect.poll(answer)
}

/** Everything there is, to compare. */
async function readCatalogue() {
  const { rows } = await sql`
    select (select json_agg(p order by id) from products p)::text as products,
           (select json_agg(b order by id) from brands b)::text as brands,
           (select json_agg(r order by currency) from exchange_rates r)::text as rates`.execute(
    app.database,
  )
  return rows
}

describe('imported rows', () => {
  test('are served as they were published', async () => {
    const rows = [
      listedProduct(),
      listedRange(),
      listedProduct({ productId: 900_003, metadata: {}, logoUrls: [], discountPercentage: 0 }),
      // Large face values were published with one decimal in the map.
      listedProduct({
        productId: 900_004,
        recipientCurrencyCode: 'VND',
        fixedRecipientDenominations: [75_000, 200_000],
        fixedSenderDenominations: [2.89, 7.7],
        fixedRecipientToSenderDenominationsMap: { '75000.0': 2.89, '200000.0': 7.7 },
        recipientCurrencyToSenderCurrencyExchangeRate: 3.8e-5,
      }),
      listedProduct({ productId: 900_005, category: { id: 4, name: 'Entertainment' } }),
    ]
    expect(await take(rows)).toMatchObject({ isApplied: true, refused: [], notKept: [] })
    for (const row of rows) await shows(`/products/${row.productId}`).toEqual(row)
    await shows('/products?productName=lantern').toMatchObject({ content: rows })
    await shows('/products?productCategoryId=4&productName=lantern').toMatchObject({
      totalElements: 1,
    })
    await shows('/products/900001/redeem-instructions').toMatchObject({
      verbose: 'Show it&#13;at the till.',
    })
  })

  test('are served as they were published even where no rate gives their prices', async () => {
    const rows = [
      listedProduct({ recipientCurrencyToSenderCurrencyExchangeRate: 1.5 }),
      listedProduct({ productId: 900_002, fixedSenderDenominations: [40, 20, 17] }),
    ]
    await take(rows)
    for (const row of rows) await shows(`/products/${row.productId}`).toEqual(row)
  })

  test('have our own prices for accounts in other currencies, and once a rate has changed', async () => {
    await take([listedProduct()])
    await shows('/products/900001').toMatchObject({ minSenderDenomination: null })
    const other = await app.openAccount({ currency: 'EUR' })
    await shows('/products/900001', app, other).toMatchObject({
      senderCurrencyCode: 'EUR',
      fixedSenderDenominations: [25, 10, 9.99],
    })
    await take([
      listedRange({
        recipientCurrencyCode: 'EUR',
        minRecipientDenomination: 10,
        maxRecipientDenomination: 100,
        minSenderDenomination: 12,
        maxSenderDenomination: 120,
        recipientCurrencyToSenderCurrencyExchangeRate: 1.2,
      }),
    ])
    await shows('/products/900001').toMatchObject({
      fixedSenderDenominations: [30, 12, 11.99],
      recipientCurrencyToSenderCurrencyExchangeRate: 1.2,
    })
  })

  test('of earlier years are completed', async () => {
    const { status, category, metadata, additionalRequirements, ...row } = listedProduct({
      brand: { brandId: 2, brandName: 'Amazon' },
      productId: 900_009,
    })
    expect(await take([row])).toMatchObject({ refused: [] })
    await shows('/products/900009').toMatchObject({
      status: 'ACTIVE',
      category: { id: 5, name: 'Shopping' },
      metadata: {},
      additionalRequirements: { userIdRequired: false },
      brand: { logoUrl: expect.stringContaining('/images/brands/2.svg') },
    })
  })

  test('of this server itself come back, in whatever currency they were fetched', async () => {
    const publisher = await createTestApp()
    for (const currency of ['USD', 'NGN', 'JPY', 'KWD']) {
      const rows: { productId: number }[] = []
      for (const page of [1, 2, 3]) {
        const reader = await publisher.openAccount({ currency })
        rows.push(...(await get(publisher, reader, `/products?page=${page}`)).json().content)
      }
      expect(await take(rows)).toMatchObject({ isApplied: true, refused: [], notKept: [] })
      const caller = await app.openAccount({ currency })
      await shows('/products?size=200', app, caller).toMatchObject({ content: rows.slice(0, 200) })
      await shows(`/products/${rows.at(-1)?.productId}`, app, caller).toEqual(rows.at(-1))
    }
    await publisher.close()
  })
})

describe('the price of an imported card', () => {
  test('is what its row shows', async () => {
    await take([listedProduct({ senderFee: 0, senderFeePercentage: 0, discountPercentage: 0 })])
    await shows('/products/900001').toMatchObject({ productId: 900_001 })
    for (const [face, price] of [
      [25, 28.02],
      [10, 11.21],
      [9.99, 11.2],
    ]) {
      const request = { productId: 900_001, quantity: 1, unitPrice: face }
      expect((await order(app, account, request)).json()).toMatchObject({ amount: price })
    }
  })

  test('does not lose a hundredth to a rate that was published with two digits', async () => {
    const row = listedRange({ senderFee: 0, senderFeePercentage: 0, discountPercentage: 0 })
    await take([row])
    await shows('/products/900002').toMatchObject({ productId: 900_002 })
    const request = { productId: 900_002, quantity: 1, unitPrice: 1_000_000 }
    expect((await order(app, account, request)).json()).toMatchObject({ amount: 61.23 })
  })

  test('follows what the list says of the dollar, where it is in another currency', async () => {
    const inNaira = { senderCurrencyCode: 'NGN', fixedRecipientToSenderDenominationsMap: null }
    await take([
      listedProduct({
        ...inNaira,
        recipientCurrencyCode: 'USD',
        fixedRecipientDenominations: [10],
        fixedSenderDenominations: [16_000],
        recipientCurrencyToSenderCurrencyExchangeRate: 1600,
      }),
      listedProduct({
        ...inNaira,
        productId: 900_002,
        fixedRecipientDenominations: [10],
        fixedSenderDenominations: [18_000],
        recipientCurrencyToSenderCurrencyExchangeRate: 1800,
      }),
    ])
    const { perUsd } = await loadSnapshot(app.database)
    expect(perUsd.get('NGN')).toBe(1600n * 10n ** 18n)
    expect(perUsd.get('EUR')).toBe(888_888_888_888_888_889n)
    expect(perUsd.get('USD')).toBe(10n ** 18n)
  })
})

describe('what a list does not have', () => {
  test('is withdrawn by a whole list, and the orders that were made with it answer as before', async () => {
    const orderId = await buy(app, account)
    const paths = [`/reports/transactions/${orderId}`, `/orders/transactions/${orderId}/cards`]
    const before = await Promise.all(
      paths.map(async (path) => (await get(app, account, path)).json()),
    )
    const report = await take([listedProduct()], { isWhole: true })
    expect(report.withdrawn).toContain(5n)
    expect(report).toMatchObject({ new: [900_001n], changed: [], unchanged: 0 })

    await shows('/products/5').toMatchObject({ message: expect.stringContaining('not found') })
    await shows('/products').toMatchObject({ totalElements: 1 })
    await shows('/discounts').toMatchObject({ totalElements: 1 })
    expect((await order(app, account, plainOrder)).json()).toMatchObject({
      errorCode: 'INVALID_PRODUCT',
    })
    const after = await Promise.all(
      paths.map(async (path) => (await get(app, account, path)).json()),
    )
    expect(after).toEqual(before)
  })

  test('stays with a part of a list', async () => {
    expect(await take([listedProduct()])).toMatchObject({ withdrawn: [], new: [900_001n] })
    await shows('/products/5').toMatchObject({ productId: 5 })
  })

  test('comes back with a list that has it again', async () => {
    await take([listedProduct(), listedRange()], { isWhole: true })
    expect(await take([listedRange()], { isWhole: true })).toMatchObject({ withdrawn: [900_001n] })
    expect(await take([listedRange()], { isWhole: true })).toMatchObject({ withdrawn: [] })
    expect(await take([listedProduct()])).toMatchObject({ changed: [900_001n], withdrawn: [] })
    await shows('/products/900001').toEqual(listedProduct())
  })

  test('is what is listed with another status, too', async () => {
    await take([listedProduct()])
    const report = await take([listedProduct({ status: 'INACTIVE' })])
    expect(report).toMatchObject({ withdrawn: [900_001n], changed: [], unchanged: 0 })
    await shows('/products?productName=lantern').toMatchObject({ totalElements: 0 })
  })
})

test('a list that is taken over again changes nothing', async () => {
  const rows = [listedProduct(), listedRange()]
  await take(rows)
  const before = await readCatalogue()
  expect(await take(rows)).toMatchObject({ new: [], changed: [], unchanged: 2, rates: [] })
  expect(await readCatalogue()).toEqual(before)
})

test('what a card of a known product consists of stays as it was', async () => {
  await take([listedProduct({ productId: 5 }), listedProduct()])
  const { products } = await loadSnapshot(app.database)
  const redemptions = [5n, 900_001n].map((id) => products.get(id)?.redemption)
  expect(redemptions).toEqual([expect.stringMatching('code'), 'codeAndPin'])
})

test('names of brands and categories are taken over; a brand keeps its texts as long as its name', async () => {
  const before = (await loadSnapshot(app.database)).brands
  const category = { id: 5, name: 'Shops' }
  const amazon = { brandId: 2, brandName: 'Amazon' }
  const other = { brandId: 3, brandName: 'Lantern & Quill' }
  await take([
    listedProduct({ brand: amazon, category }),
    listedProduct({ productId: 900_002, brand: other, category }),
  ])
  const { brands } = await loadSnapshot(app.database)
  expect(before.get(3)?.name).not.toBe('Lantern & Quill')
  expect(brands.get(2)).toEqual({ ...before.get(2), category })
  expect(brands.get(3)).toEqual({
    id: 3,
    name: 'Lantern & Quill',
    category,
    redeem: listedProduct().redeemInstruction,
  })
})

test('bad rows among many good ones: they are named, and nothing changes', async () => {
  const before = await readCatalogue()
  const rows = Array.from({ length: 1_200 }, (_, index) => listedProduct({ productId: index + 1 }))
  rows[1_100] = listedProduct({ senderFee: -1 })
  rows[1_000] = listedProduct({ productId: 1 })
  expect(await take(rows, { isWhole: true })).toMatchObject({
    isApplied: false,
    rows: 1_200,
    refused: [
      { index: 1_000, field: 'productId' },
      { index: 1_100, field: 'senderFee' },
    ],
  })
  expect(await readCatalogue()).toEqual(before)
})

test('a rehearsal reports what would happen and changes nothing', async () => {
  const before = await readCatalogue()
  const rows = [listedProduct(), listedProduct({ productId: 5 })]
  const rehearsed = await take(rows, { isWhole: true, isDryRun: true })
  expect(await readCatalogue()).toEqual(before)
  const done = await take(rows, { isWhole: true })
  expect(done).toEqual({ ...rehearsed, isApplied: true })
  expect(done).toMatchObject({ new: [900_001n], changed: [5n] })
  expect(done.rates).toEqual([
    { currency: 'EUR', before: expect.any(String), after: expect.stringMatching(/^0\.89/) },
  ])
})

test('every server process sells by the list as soon as it is taken over', async () => {
  const second = await createSecondApp(app)
  const request = { productId: 900_001, quantity: 1, unitPrice: 10 }
  expect((await order(second, account, request)).json()).toMatchObject({
    errorCode: 'INVALID_PRODUCT',
  })
  await take([listedProduct()])
  await shows('/products/900001', second).toEqual(listedProduct())
  expect((await order(second, account, request)).statusCode).toBe(200)
  await second.close()
})

test('of two whole lists at once one is the catalogue, not a mixture', async () => {
  const lists = [0, 1].map((list) =>
    Array.from({ length: 700 }, (_, index) =>
      listedProduct({ productId: 900_000 + 10 * index + list }),
    ),
  )
  await Promise.all(lists.map((rows) => take(rows, { isWhole: true })))
  const { products } = await loadSnapshot(app.database)
  const sold = [...products.values()].filter((product) => product.isActive)
  expect(sold.length).toBe(700)
  expect(new Set(sold.map(({ id }) => id % 10n)).size).toBe(1)
})

test('progress is told up to the last row', async () => {
  const rows = Array.from({ length: 1_100 }, (_, index) => listedProduct({ productId: index + 1 }))
  const seen: number[] = []
  await take(rows, { onProgress: (done) => seen.push(done) })
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toBe(1_100)
})
