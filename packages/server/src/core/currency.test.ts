import { describe, expect, test } from 'vitest'
import { findCurrency, getCurrency } from './currency.ts'

describe('a currency', () => {
  test.each([
    ['NGN', 'Nigerian Naira', 2],
    ['USD', 'US Dollar', 2],
    ['EUR', 'Euro', 2],
    ['JPY', 'Japanese Yen', 0],
    ['XOF', 'West African CFA Franc', 0],
    ['KRW', 'South Korean Won', 0],
    ['KWD', 'Kuwaiti Dinar', 3],
    ['BHD', 'Bahraini Dinar', 3],
    ['HUF', 'Hungarian Forint', 2],
  ])('%s is the %s with %i decimals', (code, name, minorPlaces) => {
    expect(getCurrency(code)).toEqual({ code, name, minorPlaces })
    expect(findCurrency(code)).toBe(findCurrency(code))
  })

  test.each(['', 'ngn', 'NG', 'NGNN', 'ZZZ', 'constructor', '__proto__'])('%j is none', (code) => {
    expect(findCurrency(code)).toBeUndefined()
    expect(() => getCurrency(code)).toThrow(code)
  })
})
