import { describe, expect, test } from 'vitest'
import { cleanAmount, cleanDecimal, exact, formatAmount, formatMoney } from './money.ts'

describe('an amount', () => {
  test.each([
    [3139.45, 'NGN', '3,139.45 NGN'],
    ['1234567890123456.123456', 'NGN', '1,234,567,890,123,456.123456 NGN'],
    [5, 'USD', '5.00 USD'],
    [0.5, 'KWD', '0.500 KWD'],
    [1200, 'JPY', '1,200 JPY'],
    ['-0.001', 'USD', '−0.001 USD'],
    ['-0', 'USD', '0.00 USD'],
    ['25.650000', 'NGN', '25.65 NGN'],
    [1e-6, 'USD', '0.000001 USD'],
  ])('of %s %s is written %s, to its last digit', (amount, currency, written) => {
    expect(formatMoney(amount, currency)).toBe(written.replace(' ', '\u00a0'))
  })

  test('stands without its currency where the head of a column names it', () => {
    expect(formatMoney('9999.9', 'EUR', 'bare')).toBe('9,999.90')
  })

  test('that is none stays what it is', () => {
    expect(formatAmount('n/a', 2)).toBe('n/a')
  })

  test('is the text that the SDK keeps, where it keeps one', () => {
    const kept = { amount: 0.1, amountText: '0.10000000000000000001' }
    expect(exact(kept, 'amount')).toBe('0.10000000000000000001')
    expect(exact({ amount: 5 }, 'amount')).toBe(5)
  })
})

describe('what is typed into an amount', () => {
  test.each([
    ['1,250.50', '1250.50'],
    ['1.250,50', '1250.50'],
    ['1250,5', '1250.5'],
    ['1,250', '1250'],
    ['1,250,000', '1250000'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['₦ 3 139.456', '3139.45'],
    ['125.505', '125.50'],
    ['0,505', '0.50'],
    ['1.250.000', '1250000'],
    ['', ''],
    ['-5', '5'],
  ])('%s means %s', (typed, meant) => {
    expect(cleanAmount(typed, 'NGN')).toBe(meant)
  })

  test.each([
    ['1,5', '1.5'],
    ['0,50', '0.50'],
    ['1,450.25', '1450.25'],
    ['0.1234567', '0.123456'],
    ['2.5 %', '2.5'],
    ['much', ''],
  ])('is read as a percentage or a rate would be: %s means %s', (typed, meant) => {
    expect(cleanDecimal(typed, 6)).toBe(meant)
  })

  test('has no more digits than the currency', () => {
    expect(cleanAmount('1250.5', 'JPY')).toBe('1250')
    expect(cleanAmount('1.23456', 'KWD')).toBe('1.234')
  })
})
