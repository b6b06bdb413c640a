import { describe, expect, test } from 'vitest'
import { relativeTime } from './time.ts'

const now = Date.parse('2026-11-28T12:00:00.000Z')

describe('a moment', () => {
  test.each([
    ['2026-11-28T11:59:10.000Z', undefined],
    ['2026-11-28T11:57:10.000Z', '2 min. ago'],
    ['2026-11-28T09:00:00.000Z', '3 hr. ago'],
    ['2026-11-27T12:00:00.000Z', 'yesterday'],
    ['2026-11-29T13:00:00.000Z', 'tomorrow'],
    ['2026-02-28T12:00:00.000Z', '9 mo. ago'],
    ['2024-11-20T12:00:00.000Z', '2 yr. ago'],
  ])('at %s is %s', (at, written) => {
    expect(relativeTime(new Date(at), now)).toBe(written)
  })
})
