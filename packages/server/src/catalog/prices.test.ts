import { describe, expect, test } from 'vitest'
import type { Product } from './model.ts'
import { type AccountPrice, priceFor, priceIdOf, readPriceId, toPriceList } from './prices.ts'

const product = {
  id: 5n,
  brand: { id: 2 },
  discountPercentage: 900_000n,
  senderFee: { amount: 500_000n, currency: 'USD' },
  senderFeePercentage: 0n,
} as Product

const price = (target: AccountPrice['target'], parts: Partial<AccountPrice>): AccountPrice => ({
  target,
  discountPercentage: null,
  senderFee: null,
  senderFeePercentage: null,
  ...parts,
})

const everything = { kind: 'everything', id: 0n } as const
const brand = { kind: 'brand', id: 2n } as const

describe('a product as an account gets it', () => {
  test('is the catalogue’s own where the account has no price for it', () => {
    const other = toPriceList([price({ kind: 'brand', id: 3n }, { discountPercentage: 1n })])
    expect(priceFor(undefined, product)).toBe(product)
    expect(priceFor(other, product)).toBe(product)
  })

  test('has each part of the narrowest price that names it; nought is a price', () => {
    const list = toPriceList([
      price(everything, { discountPercentage: 1n, senderFeePercentage: 7n }),
      price(brand, { discountPercentage: 0n }),
    ])
    expect(priceFor(list, product)).toEqual({
      ...product,
      discountPercentage: 0n,
      senderFeePercentage: 7n,
    })
  })
})

test('two accounts whose prices are the same have one key, in whatever order they were set', () => {
  const [one, other] = [
    price(everything, { discountPercentage: 1n }),
    price(brand, { senderFee: { amount: 0n, currency: 'EUR' } }),
  ]
  expect(toPriceList([one, other]).key).toBe(toPriceList([other, one]).key)
  const dearer = price(brand, { senderFee: { amount: 1n, currency: 'EUR' } })
  const foreign = price(brand, { senderFee: { amount: 0n, currency: 'USD' } })
  const keys = [other, dearer, foreign].map((each) => toPriceList([one, each]).key)
  expect(new Set(keys).size).toBe(3)
})

test.each(['everything', 'brand-2', 'product-7200276'])('%s names a price', (id) => {
  const target = readPriceId(id)
  expect(target && priceIdOf(target)).toBe(id)
})

test.each(['', 'everything-1', 'brand-', 'brand-0', 'brand-x', 'product-1e3', 'store-1', '5'])(
  '%j names none',
  (id) => {
    expect(readPriceId(id)).toBeUndefined()
  },
)
