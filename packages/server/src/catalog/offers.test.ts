import { expect, test } from 'vitest'
import { expandOffers, type ProductSeed, type SellingBrand } from './offers.ts'

const terms = {
  countries: {
    DE: { numeric: 276, name: 'Germany', currency: 'EUR' },
    FR: { numeric: 250, name: 'France', currency: 'EUR' },
    JP: { numeric: 392, name: 'Japan', currency: 'JPY' },
  },
  lists: { euro: 'DE FR' },
  ladders: { small: { EUR: '5 10 20', JPY: '500..50000' } },
}

const cards: SellingBrand = {
  brandId: 72,
  brandName: 'Acme',
  offers: [{ in: 'euro JP', values: 'small', discount: '1.5' }],
}

function expand(brand: SellingBrand, stated: readonly ProductSeed[] = []): ProductSeed[] {
  return expandOffers([brand], stated, terms)
}

function offering(offer: SellingBrand['offers'][number]): SellingBrand {
  return { ...cards, offers: [offer] }
}

test('an offer is a product in each of its countries, in their currencies', () => {
  expect(expand(cards)).toMatchObject([
    { productName: 'Acme Germany', currencyCode: 'EUR', denominations: ['5', '10', '20'] },
    { productName: 'Acme France', currencyCode: 'EUR', denominations: ['5', '10', '20'] },
    { productName: 'Acme Japan', currencyCode: 'JPY', minDenomination: '500' },
  ])
})

test('what an offer does not say is said once, here', () => {
  expect(expand(cards)[0]).toEqual({
    productId: 7200276,
    productName: 'Acme Germany',
    brandId: 72,
    countryCode: 'DE',
    currencyCode: 'EUR',
    global: false,
    denominationType: 'FIXED',
    denominations: ['5', '10', '20'],
    senderFeeUsd: '0.5',
    senderFeePercentage: '0',
    discountPercentage: '1.5',
    supportsPreOrder: false,
    userIdRequired: false,
    redemption: 'code',
  })
})

test('an id follows from brand, variant and country, whatever else is offered', () => {
  const pass = { variant: 3, name: 'Acme Pass', in: 'FR', values: { EUR: '9.99' } }
  const more: SellingBrand = { ...cards, offers: [pass, { in: 'FR', values: 'small' }] }
  expect(expand(more).map((product) => product.productId)).toEqual([7203250, 7200250])
  expect(expand(cards)[1]?.productId).toBe(7200250)
})

test('a product that is stated takes the place of the usual card, and of that alone', () => {
  const [germany] = expand(cards)
  const stated = germany === undefined ? [] : [{ ...germany, productId: 14 }]
  const names = expand(
    {
      ...cards,
      offers: [...cards.offers, { variant: 1, name: 'Pass', in: 'DE', values: 'small' }],
    },
    stated,
  ).map((product) => product.productName)
  expect(names).toEqual(['Acme France', 'Acme Japan', 'Pass Germany'])
})

test('a product for the whole world is in US dollars unless another currency is named', () => {
  expect(expand(offering({ in: 'world', values: { USD: '5' } }))).toMatchObject([
    { productId: 7200000, productName: 'Acme Global', countryCode: 'US', global: true },
  ])
  expect(expand(offering({ in: 'world', currency: 'EUR', values: { EUR: '5' } }))).toMatchObject([
    { currencyCode: 'EUR', countryCode: 'US', global: true },
  ])
})

test('the values of a country come before those of its currency', () => {
  const offer = { in: 'euro', values: { EUR: '5 10', FR: '20..100' } }
  expect(expand(offering(offer))).toMatchObject([
    { denominationType: 'FIXED', denominations: ['5', '10'] },
    { denominationType: 'RANGE', minDenomination: '20', maxDenomination: '100' },
  ])
})

test('labels stay with their face values, in the order of the offer', () => {
  const offer = { in: 'DE', values: { EUR: '0.99: 60 UC; 10: 600 + 60 UC; 49.99: 3,850 UC' } }
  expect(expand(offering(offer))[0]).toMatchObject({
    denominations: ['0.99', '10', '49.99'],
    metadata: { '0.99': '60 UC', '10': '600 + 60 UC', '49.99': '3,850 UC' },
  })
})

test.each([
  ['a place that nobody knows', { in: 'XX', values: 'small' }, 'Acme is sold in an unknown "XX"'],
  ['a ladder that nobody knows', { in: 'DE', values: 'tall' }, 'Acme has no values in DE'],
  ['a currency without values', { in: 'JP', values: { EUR: '5' } }, 'Acme has no values in JP'],
])('%s is refused by name', (_, offer, message) => {
  expect(() => expand(offering(offer))).toThrow(message)
})
