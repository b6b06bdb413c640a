import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divideHalfUp, formatDecimal, jsonNumber, parseDecimal } from './decimal.ts'

const units = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })
const scale = fc.integer({ min: 0, max: 12 })

describe('a decimal number', () => {
  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(units, scale, scale, (value, places, minPlaces) => {
        expect(parseDecimal(formatDecimal(value, places, minPlaces), places)).toBe(value)
      }),
    )
  })

  test('is printed with the decimals that are asked for, and no zero too many', () => {
    fc.assert(
      fc.property(units, scale, scale, (value, places, minPlaces) => {
        const fraction = formatDecimal(value, places, minPlaces).split('.')[1] ?? ''
        expect(fraction.length).toBeGreaterThanOrEqual(minPlaces)
        if (fraction.length > minPlaces) expect(fraction).not.toMatch(/0$/)
      }),
    )
  })

  test('means the same with an exponent as without', () => {
    const exponent = fc.integer({ min: -8, max: 8 })
    fc.assert(
      fc.property(fc.bigInt({ min: -999n, max: 999n }), exponent, (digits, power) => {
        const shifted = digits * 10n ** BigInt(power + 8)
        expect(parseDecimal(`${digits}e${power}`, 8)).toBe(shifted)
        expect(parseDecimal(`${digits}.000E${power}`, 8)).toBe(shifted)
      }),
    )
  })

  test.each([
    ['0', 2, 0n],
    ['-0', 2, 0n],
    ['0.00', 2, 0n],
    ['12.5', 6, 12_500_000n],
    ['-12.5', 6, -12_500_000n],
    ['5.', 2, 500n],
    ['007', 0, 7n],
    ['1.2300000', 2, 123n],
    ['1e3', 0, 1_000n],
    ['1E+3', 0, 1_000n],
    ['5.6E-5', 6, 56n],
    ['1500e-2', 0, 15n],
    ['0e999', 2, 0n],
    ['0e-999', 2, 0n],
    ['1e30', 6, 10n ** 36n],
    [`1${'0'.repeat(30)}`, 6, 10n ** 36n],
    [`0.${'0'.repeat(60)}`, 2, 0n],
    ['9'.repeat(64), 0, 10n ** 64n - 1n],
  ])('is read from %s at %i places', (text, places, value) => {
    expect(parseDecimal(text, places)).toBe(value)
  })

  test.each([
    ['0.001', 2],
    ['1.5', 0],
    ['1e-3', 2],
    ['15e-1', 0],
    [`0.${'0'.repeat(60)}1`, 6],
  ])('is not read from %s, which is finer than %i places', (text, places) => {
    expect(parseDecimal(text, places)).toBeUndefined()
  })

  test.each([
    '',
    ' ',
    ' 5',
    '5 ',
    '5\n',
    '+5',
    '--5',
    '.5',
    '.',
    '-',
    '5,0',
    '5_0',
    '5n',
    '0x5',
    '1e',
    '1e1.5',
    '1e1000',
    'NaN',
    'Infinity',
    'five',
    '٥',
    '５',
    '5\0',
    '1'.repeat(65),
    `0.${'0'.repeat(63)}`,
    '1e999',
  ])('is not read from %j', (text) => {
    expect(parseDecimal(text, 6)).toBeUndefined()
  })

  test.each([
    [0n, 6, 2, '0.00'],
    [0n, 6, 0, '0'],
    [0n, 0, 0, '0'],
    [0n, 0, 2, '0.00'],
    [5n, 6, 2, '0.000005'],
    [-5n, 6, 2, '-0.000005'],
    [500_000n, 6, 2, '0.50'],
    [-500_000n, 6, 0, '-0.5'],
    [285_000_000n, 6, 2, '285.00'],
    [1_234_000n, 6, 2, '1.234'],
    [6_000_000n, 6, 5, '6.00000'],
    [7n, 0, 0, '7'],
    [7n, 0, 3, '7.000'],
    [10n ** 36n, 6, 2, `1${'0'.repeat(30)}.00`],
  ])('%s at %i places with at least %i is printed as %s', (value, places, minPlaces, text) => {
    expect(formatDecimal(value, places, minPlaces)).toBe(text)
  })
})

describe('division', () => {
  test.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [5n, -10n, -1n],
    [-5n, -10n, 1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [-25n, 10n, -3n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
    [10n ** 40n + 1n, 2n, 5n * 10n ** 39n + 1n],
  ])('of %s by %s is %s: halves go away from zero', (numerator, denominator, quotient) => {
    expect(divideHalfUp(numerator, denominator)).toBe(quotient)
  })

  test('is never off by more than a half', () => {
    const divisor = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).filter((n) => n !== 0n)
    fc.assert(
      fc.property(units, divisor, (numerator, denominator) => {
        const off = 2n * (divideHalfUp(numerator, denominator) * denominator - numerator)
        const half = denominator < 0n ? -denominator : denominator
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(half)
      }),
    )
  })

  test('treats what is owed as it treats what is due', () => {
    fc.assert(
      fc.property(units, fc.bigInt({ min: 1n, max: 10n ** 20n }), (numerator, denominator) => {
        expect(divideHalfUp(-numerator, denominator)).toBe(-divideHalfUp(numerator, denominator))
      }),
    )
  })
})

test('a number goes to JSON as it is written, with its zeros and all of its digits', () => {
  const amounts = ['285.00', '0.000000', '123456789012345678901234567890.10', '-0.50']
  for (const amount of amounts) {
    expect(JSON.stringify({ amount: jsonNumber(amount) })).toBe(`{"amount":${amount}}`)
  }
})

test('what is no number does not get into JSON as one', () => {
  for (const text of ['', '1,0', '{}', '[1]', 'NaN', '1}']) {
    expect(() => jsonNumber(text)).toThrow()
  }
})
