import { describe, expect, test } from 'vitest'
import { readFaceValue } from './values.ts'

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
