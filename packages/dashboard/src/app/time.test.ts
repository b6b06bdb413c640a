import { describe, expect, test } from 'vitest'
import { absoluteTime, relativeTime } from './time.ts'

const now = Date.parse('2026-11-28T12:00:00.000Z')

describe('a moment', () => {
  test.each([
    ['2026-11-28T11:59:10.000Z', undefined],
    ['2026-11-28T11:57:10.000Z', '2 min ago'],
    ['2026-11-28T09:00:00.000Z', '3 hr ago'],
    ['2026-11-26T13:00:00.000Z', '1 day ago'],
    ['2026-11-29T13:00:00.000Z', 'in 1 day'],
    ['2026-02-28T12:00:00.000Z', '9 mo ago'],
    ['2024-11-20T12:00:00.000Z', '2 yr ago'],
  ])('at %s is %s', (at, written) => {
    expect(relativeTime(new Date(at), now)).toBe(written)
  })

  test('is written with the day first', () => {
    expect(absoluteTime(new Date(2026, 10, 28, 16, 9, 32))).toBe('28 Nov 2026, 16:09:32')
  })
})
