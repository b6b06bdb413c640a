import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMicros, formatRounded, MAX_MICROS, parseMicros, roundTo } from './money.ts'

describe('money', () => {
  const micros = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })

  test('comes back from its text as it was', () => {
    fc.assert(fc.property(micros, (amount) => parseMicros(formatMicros(amount)) === amount))
  })

  test.each([
    ['1', 1_000_000n],
    ['0.000001', 1n],
    ['-5.25', -5_250_000n],
    ['1e30', 10n ** 36n],
    ['0.0000001', undefined],
    ['1.2345678', undefined],
    ['money', undefined],
  ])('is read from %s', (text, amount) => {
    expect(parseMicros(text)).toBe(amount)
  })

  test.each([
    [1_709_715_000n, 2, '1709.72'],
    [-1_709_715_000n, 2, '-1709.72'],
    [1_709_714_999n, 2, '1709.71'],
    [500_000n, 0, '1'],
    [-500_000n, 0, '-1'],
    [4_352_255n, 5, '4.35226'],
    [1n, 6, '0.000001'],
    [0n, 2, '0.00'],
  ])('%s rounded to %i places is %s', (amount, places, text) => {
    expect(formatRounded(amount, places)).toBe(text)
  })

  test('is never changed by more than half a unit when it is rounded, and only once', () => {
    fc.assert(
      fc.property(micros, fc.integer({ min: 0, max: 6 }), (amount, places) => {
        const unit = 10n ** BigInt(6 - places)
        const rounded = roundTo(amount, places)
        const off = rounded - amount
        expect(rounded % unit).toBe(0n)
        expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(unit)
        expect(roundTo(rounded, places)).toBe(rounded)
      }),
    )
  })

  test('of the largest amount fits a 64-bit column, eight times over', () => {
    expect(MAX_MICROS * 8n).toBeLessThan(2n ** 63n)
  })
})
