import { describe, expect, test } from 'vitest'
import { describeValues, readFaceValue } from './values.ts'

describe('a face value that is looked for', () => {
  test.each([
    ['12,50', '12.50'],
    ['1,250.50', '1250.50'],
    ['25 USD', '25'],
    ['0', ''],
    ['much', ''],
    ['1234567890123456789', ''],
  ])('%s means %s', (typed, meant) => {
    expect(readFaceValue(typed)).toBe(meant)
  })
})

test('face values stand in a line, and how many more there are', () => {
  const denominations = [10, 50, 100, 200, 500, 1000]
  const limits = { minDenomination: null, maxDenomination: null }
  const fixed = { recipientCurrencyCode: 'ZAR', denominationType: 'FIXED', ...limits } as const
  expect(describeValues({ ...fixed, denominations })).toBe('10, 50, 100, 200\u00a0ZAR +2')
})
