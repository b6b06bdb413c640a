import { expect, test } from 'vitest'
import { describeValues } from './face-values.ts'

test('face values stand in a line, and how many more there are', () => {
  const denominations = [10, 50, 100, 200, 500, 1000]
  const limits = { minDenomination: null, maxDenomination: null }
  const fixed = { recipientCurrencyCode: 'ZAR', denominationType: 'FIXED', ...limits } as const
  expect(describeValues({ ...fixed, denominations })).toBe('10, 50, 100, 200\u00a0ZAR +2')
})
