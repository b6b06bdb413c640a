import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAttempt } from './schedule.ts'

const HOUR = 3_600_000

test('attempts end within about a day, each later than the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true })), (chances) => {
      let now = new Date(0)
      for (let attempts = 1; ; attempts++) {
        expect(attempts).toBeLessThanOrEqual(10)
        const next = nextAttempt({ attempts, now, random: chances[attempts] ?? 0 })
        if (next === undefined) break
        expect(next.getTime()).toBeGreaterThan(now.getTime())
        now = next
      }
      expect(now.getTime()).toBeGreaterThan(20 * HOUR)
      expect(now.getTime()).toBeLessThan(30 * HOUR)
    }),
  )
})

test('a provider that asks for more time gets it, within a day', () => {
  const now = new Date(0)
  const asked = (retryAfter: number) =>
    nextAttempt({ attempts: 1, now, retryAfter, random: 0 })?.getTime()
  expect(asked(HOUR)).toBe(HOUR)
  expect(asked(0)).toBe(60_000)
  expect(asked(1_000 * HOUR)).toBe(24 * HOUR)
})
