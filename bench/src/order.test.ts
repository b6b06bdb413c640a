import { expect, test } from 'vitest'
import { microsFromDecimal } from './order.ts'

test('a balance is read to the last micro-unit', () => {
  expect(microsFromDecimal('9000000000')).toBe(9_000_000_000_000_000n)
  expect(microsFromDecimal('8981314086.200000')).toBe(8_981_314_086_200_000n)
  expect(microsFromDecimal('-0.000001')).toBe(-1n)
  expect(microsFromDecimal('1.5')).toBe(1_500_000n)
})

test('a balance that cannot be read exactly is refused', () => {
  for (const text of ['', '1e9', '1.0000001', 'NaN']) {
    expect(() => microsFromDecimal(text)).toThrow()
  }
})
