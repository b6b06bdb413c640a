import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenScrip, startOpenScrip } from '../../test/openscrip.ts'
import {
  GiftCards,
  IdentifierUsedError,
  InvalidInputError,
  InvalidProductError,
  NotFoundError,
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
    const { totalItems, totalPages } = await giftCards.products.list({ size: 20 })
    expect(totalPages).toBeGreaterThan(1)
    const ids = new Set<number>()
    for await (const { productId } of giftCards.products.list({ size: 20 })) ids.add(productId)
    expect(ids.size).toBe(totalItems)
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
  for await (const { product } of discounts.list({ size: 30 })) ids.push(product.productId)
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
