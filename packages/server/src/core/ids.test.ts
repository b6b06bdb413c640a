import { describe, expect, test } from 'vitest'
import { randomIds, readId } from './ids.ts'

describe('an id', () => {
  test('has the length and the characters that were asked for', () => {
    for (const length of [0, 1, 10, 32, 5_000]) {
      expect(randomIds.alphanumeric(length)).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`))
      expect(randomIds.digits(length)).toMatch(new RegExp(`^[0-9]{${length}}$`))
      expect(randomIds.bytes(length)).toHaveLength(length)
    }
    expect(randomIds.uuid()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  test('is another one each time', () => {
    const ids = Array.from({ length: 10_000 }, () => randomIds.alphanumeric(16))
    expect(new Set(ids).size).toBe(10_000)
    expect(new Set(Array.from({ length: 1_000 }, () => randomIds.uuid())).size).toBe(1_000)
  })

  test('uses every character, none of them twice as often as another', () => {
    for (const [text, count] of [
      [randomIds.alphanumeric(62_000), 62],
      [randomIds.digits(10_000), 10],
    ] as const) {
      const shares = Object.values(Object.groupBy(text, (character) => character))
      expect(shares).toHaveLength(count)
      // A thousand each on average: ten standard deviations either way.
      for (const share of shares) {
        expect(share?.length).toBeGreaterThan(680)
        expect(share?.length).toBeLessThan(1_320)
      }
    }
  })
})

test('an id of a path is read up to the largest that can be stored', () => {
  expect(readId('0005')).toBe(5n)
  expect(readId('9223372036854775807')).toBe(2n ** 63n - 1n)
  for (const text of ['9223372036854775808', '-1', '5.0', ' 5', '', undefined]) {
    expect(readId(text)).toBeUndefined()
  }
})
