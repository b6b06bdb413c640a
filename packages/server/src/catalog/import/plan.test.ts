import { describe, expect, test } from 'vitest'
import { listedProduct } from '../../../test/listed-product.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Plan, planImport } from './plan.ts'
import { readRow } from './row.ts'

describe('a row that contradicts another or what is known', () => {
  test.each([
    ['an id twice', {}, 'productId', 'is listed twice'],
    [
      'another currency of the account',
      { productId: 900_002, senderCurrencyCode: 'NGN' },
      'senderCurrencyCode',
      'must be USD, as in the first row',
    ],
    [
      'another name of a brand',
      { productId: 900_002, brand: { brandId: 9_001, brandName: 'Quill' } },
      'brand.brandName',
      'is "Lantern & Quill" in an earlier row',
    ],
    [
      'another name of a category',
      { productId: 900_002, category: { id: 5, name: 'Shops' } },
      'category.name',
      'is "Shopping" in an earlier row',
    ],
    [
      'no category, of a brand that nobody knows',
      { productId: 900_002, category: null, brand: { brandId: 9_002, brandName: 'Quill' } },
      'category',
      'is missing, and nothing says which one the brand has',
    ],
  ])('is refused: %s', (_, changes, field, message) => {
    const { productId } = { productId: 900_001, ...changes }
    expect(refusalsOf(listedProduct(), listedProduct(changes))).toEqual([
      { index: 1, productId: `${productId}`, field, message },
    ])
  })

  test('is refused when nothing says what its currency is worth', () => {
    const row = listedProduct({
      fixedSenderDenominations: null,
      recipientCurrencyToSenderCurrencyExchangeRate: null,
    })
    expect(refusalsOf(row)).toMatchObject([
      {
        field: 'recipientCurrencyToSenderCurrencyExchangeRate',
        message: 'does not say, and nothing else does, what EUR is worth',
      },
    ])
    const dollar = { senderCurrencyCode: 'NGN', recipientCurrencyCode: 'NGN' }
    expect(refusalsOf(listedProduct(dollar))).toMatchObject([
      { message: 'does not say, and nothing else does, what NGN is worth' },
    ])
  })
})

test('a brand has the category of any of its rows, where the first does not say', () => {
  const rows = [listedProduct({ category: null }), listedProduct({ productId: 900_002 })]
  const { refused, products } = planOf(...rows)
  expect(refused).toEqual([])
  for (const { brand, published } of products) {
    expect(brand.category).toEqual({ id: 5, name: 'Shopping' })
    expect(published?.categoryId).toBeNull()
  }
})

test('a payment card that is new is sent as a link, any other card as code and PIN', () => {
  const payment = { id: 1, name: 'Payment Cards' }
  const { products } = planOf(
    listedProduct(),
    listedProduct({ productId: 900_002, category: payment }),
  )
  expect(products.map(({ redemption }) => redemption)).toEqual(['codeAndPin', 'link'])
})

test('texts that are the brand’s are kept once', () => {
  const other = { concise: 'Say the code.', verbose: '' }
  const rows = [
    listedProduct(),
    listedProduct({ productId: 900_002 }),
    listedProduct({ productId: 900_003, redeemInstruction: other }),
  ]
  const { products, brands } = planOf(...rows)
  expect(brands).toMatchObject([{ redeem: listedProduct().redeemInstruction }])
  expect(products.map(({ published }) => published?.redeem)).toEqual([null, null, other])
})

function planOf(...rows: unknown[]): Plan {
  const listed = rows.flatMap((row, index) => {
    const { product } = readRow(row)
    return product === undefined ? [] : [{ index, product }]
  })
  expect(listed.length).toBe(rows.length)
  return planImport(empty, listed)
}

function refusalsOf(...rows: unknown[]): Plan['refused'] {
  return planOf(...rows).refused
}

const empty: Snapshot = {
  categories: [],
  brands: new Map(),
  products: new Map(),
  perUsd: new Map([['USD', 10n ** 18n]]),
  smsPricesUsd: new Map(),
  priceLists: new Map(),
}
