import { describe, expect, test } from 'vitest'
import { exactly, isExact, parseExactly } from './exact-json.ts'

const written = (value: unknown) => JSON.stringify(value)

describe('an answer as JSON', () => {
  test('has its numbers as they were sent, and not the texts beside them', () => {
    const order = {
      cost: 9007199254740992,
      costText: '9007199254740993.50',
      quantity: 2,
      fee: null,
      feeText: null,
      denominations: [5, 10],
      denominationsText: ['5.00', '10.00'],
      map: { 5: 7_500 },
      mapText: { 5: '7500.10' },
      product: { discountPercentage: 1.5, discountPercentageText: '1.50' },
      plainText: 'Hello',
    }
    expect(written(exactly(order))).toBe(
      '{"cost":9007199254740993.50,"quantity":2,"fee":null,"denominations":[5.00,10.00],' +
        '"map":{"5":7500.10},"product":{"discountPercentage":1.50},"plainText":"Hello"}',
    )
  })

  test('is read from a text in the same way', () => {
    const read = parseExactly('{"a":[0.10,{"b":1e3}],"c":"5.00"}') as { readonly a: unknown[] }
    expect(written(read)).toBe('{"a":[0.10,{"b":1e3}],"c":"5.00"}')
    expect(isExact(read.a[0])).toBe(true)
    expect(isExact(read.a)).toBe(false)
  })
})
