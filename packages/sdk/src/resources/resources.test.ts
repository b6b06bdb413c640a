import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenScrip, startOpenScrip } from '../../test/openscrip.ts'
import {
  GiftCards,
  IdentifierUsedError,
  InvalidInputError,
  InvalidProductError,
  NotFoundError,
  type TransactionFilter,
  WrongPriceError,
} from '../index.ts'

let server: OpenScrip
let giftCards: GiftCards

beforeAll(async () => {
  server = await startOpenScrip()
  const { clientId, clientSecret, url: baseUrl } = server
  giftCards = new GiftCards({ clientId, clientSecret, environment: { baseUrl } })
})

afterAll(() => server?.stop())

const none = 999_999_999

test('countries: all of them, or one by its code in any case', async () => {
  const { countries } = giftCards
  const all = await countries.list()
  const nigeria = all.find(({ isoName }) => isoName === 'NG')
  expect(nigeria).toMatchObject({ name: 'Nigeria', currencyCode: 'NGN', callingCodes: ['+234'] })
  expect(await countries.get('ng')).toEqual(nigeria)
  await expect(countries.get('XX')).rejects.toThrow(NotFoundError)
})

describe('products', () => {
  test('one, with prices as numbers and as exact text', async () => {
    const product = await giftCards.products.get(5)
    expect(product).toMatchObject({
      productName: 'Amazon US',
      denominationType: 'RANGE',
      fixedRecipientDenominationsText: [],
      fixedSenderDenominationsText: null,
      fixedRecipientToSenderDenominationsMapText: null,
      brand: { brandId: 2 },
      additionalRequirements: { userIdRequired: false },
    })
    const { senderFee, senderFeeText } = product
    expect(Number(senderFeeText)).toBe(senderFee)
    expect(senderFeeText).toBe('285.00')
    await expect(giftCards.products.get(none)).rejects.toThrow(InvalidProductError)
  })

  test('with fixed face values, each with its price', async () => {
    const [product] = (await giftCards.products.list({ includeRange: false, size: 1 })).items
    const texts = product?.fixedRecipientDenominationsText ?? []
    const map = product?.fixedRecipientToSenderDenominationsMapText ?? {}
    expect(texts.map(Number)).toEqual(product?.fixedRecipientDenominations)
    expect(Object.values(map)).toEqual(product?.fixedSenderDenominationsText)
  })

  test('every one once, over all pages', async () => {
    const list = giftCards.products.list({ countryCode: 'US', size: 10 })
    const { totalItems, totalPages } = await list
    expect(totalPages).toBeGreaterThan(1)
    const ids: number[] = []
    for await (const { productId } of list) ids.push(productId)
    expect(ids).toHaveLength(totalItems)
    expect(new Set(ids).size).toBe(totalItems)
  })

  test('by each filter', async () => {
    const { products } = giftCards
    const all = (await products.list()).totalItems
    const amazon = await products.list({ productName: 'amazon', countryCode: 'US' })
    expect(amazon.items.map(({ productId }) => productId)).toContain(5)
    const [first] = amazon.items
    const productCategoryId = Number(first?.category.id)
    for (const { category } of (await products.list({ productCategoryId })).items) {
      expect(category.id).toBe(productCategoryId)
    }
    const worldWide = await products.list({ global: true })
    expect(worldWide.items.every((product) => product.global)).toBe(true)
    expect((await products.list({ global: false })).totalItems).toBe(all - worldWide.totalItems)
    const fixed = await products.list({ includeRange: false })
    const range = await products.list({ includeFixed: false })
    expect(fixed.totalItems + range.totalItems).toBe(all)
    expect((await products.list({ simplified: true })).totalItems).toBe(all)
  })

  test('of a country, in one list', async () => {
    const { products } = giftCards
    const american = await products.listByCountry('us')
    expect(american).toHaveLength((await products.list({ countryCode: 'US' })).totalItems)
    const amazon = await products.listByCountry('US', { productName: 'Amazon' })
    expect(amazon.map(({ productId }) => productId)).toContain(5)
    await expect(products.listByCountry('XX')).rejects.toThrow(NotFoundError)
    const nothing = products.listByCountry('US', { productName: 'no such name' })
    await expect(nothing).rejects.toThrow(NotFoundError)
  })
})

test('product categories are those of the products', async () => {
  const categories = await giftCards.productCategories.list()
  const { category } = await giftCards.products.get(5)
  expect(categories).toContainEqual(category)
})

test('redeem instructions: of all brands, of one brand, of one product', async () => {
  const { redeemInstructions } = giftCards
  const all = await redeemInstructions.list()
  const amazon = await redeemInstructions.getByBrand(2)
  expect(all).toContainEqual(amazon)
  const { brandName, concise, verbose } = amazon
  expect(brandName).toBe('Amazon')
  expect(await redeemInstructions.getByProduct(5)).toEqual({
    ...{ productId: 5, productName: 'Amazon US', concise, verbose },
  })
  await expect(redeemInstructions.getByBrand(none)).rejects.toThrow(NotFoundError)
  await expect(redeemInstructions.getByProduct(none)).rejects.toThrow(InvalidProductError)
})

test('discounts: of one product, of all', async () => {
  const { discounts } = giftCards
  const amazon = await discounts.get(5)
  expect(amazon).toMatchObject({ product: { productName: 'Amazon US', countryCode: 'US' } })
  expect(Number(amazon.discountPercentageText)).toBe(0.9)
  const ids: number[] = []
  for await (const { product } of discounts.list({ size: 300 })) ids.push(product.productId)
  expect(ids).toContain(5)
  expect(ids).toHaveLength((await discounts.list()).totalItems)
  await expect(discounts.get(none)).rejects.toThrow(NotFoundError)
})

test('an amount in another currency, given as number or text', async () => {
  const { fxRates } = giftCards
  const rate = await fxRates.get({ currencyCode: 'USD', amount: 5 })
  expect(rate).toMatchObject({ senderCurrency: 'NGN', recipientCurrency: 'USD' })
  expect(Number(rate.senderAmountText)).toBe(2850)
  expect(await fxRates.get({ currencyCode: 'USD', amount: '5.00' })).toMatchObject({
    senderAmount: 2850,
  })
  await expect(fxRates.get({ currencyCode: 'USD', amount: 0 })).rejects.toThrow(InvalidInputError)
})

test('the balance falls by what an order costs', async () => {
  const before = await giftCards.balance.get()
  expect(before).toMatchObject({ currencyCode: 'NGN', currencyName: 'Nigerian Naira' })
  const { balanceInfo } = await giftCards.orders.place({ productId: 5, quantity: 1, unitPrice: 5 })
  const { oldBalanceText, newBalanceText, costText } = balanceInfo
  expect(Number(oldBalanceText)).toBe(before.balance)
  expect(Number(costText)).toBe(3109.35)
  expect((await giftCards.balance.get()).balance).toBe(Number(newBalanceText))
})

test('transactions by each filter', async () => {
  const { orders, transactions } = giftCards
  const recipientEmail = 'filters@example.com'
  const customIdentifier = 'Filters'
  const order = { productId: 5, quantity: 1, unitPrice: 5, recipientEmail, customIdentifier }
  const { transactionId, transactionCreatedTime: time } = await orders.place(order)
  const matching: TransactionFilter[] = [
    { customIdentifier: 'FILTERS' },
    { status: 'SUCCESSFUL' },
    { startDate: time, endDate: time },
    { brandId: 2 },
    { brandName: 'Amazon' },
    { productId: 5 },
    { productName: 'Amazon US' },
  ]
  for (const filter of matching) {
    const { items } = await transactions.list({ ...filter, recipientEmail })
    expect(items.map((item) => item.transactionId)).toEqual([transactionId])
  }
  const others: TransactionFilter[] = [
    { customIdentifier: 'Filter' },
    { status: 'REFUNDED' },
    { startDate: '2100-01-01 00:00:00' },
    { endDate: '2000-01-01 00:00:00' },
    { brandId: none },
    { productId: none },
  ]
  for (const filter of others) {
    expect((await transactions.list({ ...filter, recipientEmail })).totalItems).toBe(0)
  }
})

describe.each(['2021-11', '2022-06', '2026-10'])('to a client of %s', (dialect) => {
  test('the same reasons are the same errors, and orders are understood', async () => {
    const credentials = await server.createClient(dialect)
    const { orders, products, redeemInstructions, transactions } = new GiftCards({
      ...credentials,
      environment: { baseUrl: server.url },
    })
    const order = { productId: 5, quantity: 1, unitPrice: '5.00', senderName: 'John Doe' }
    const placed = await orders.place({ ...order, customIdentifier: `of ${dialect}` })
    expect(placed).toMatchObject({ status: 'SUCCESSFUL', discountText: expect.any(String) })
    expect(await orders.cards(placed.transactionId)).toHaveLength(1)
    expect(await orders.cards(placed.transactionId, { version: 'v1' })).toHaveLength(1)

    const cases = [
      [IdentifierUsedError, () => orders.place({ ...order, customIdentifier: `of ${dialect}` })],
      [InvalidProductError, () => orders.place({ ...order, productId: none })],
      [WrongPriceError, () => orders.place({ ...order, unitPrice: 100_000 })],
      [InvalidInputError, () => orders.place({ ...order, quantity: 0 })],
      [InvalidProductError, () => products.get(none)],
      [NotFoundError, () => products.listByCountry('XX')],
      [NotFoundError, () => redeemInstructions.getByBrand(none)],
      [NotFoundError, () => transactions.get(none)],
      [NotFoundError, () => orders.cards(none)],
    ] as const
    for (const [type, call] of cases) await expect(call()).rejects.toThrow(type)
  })
})
