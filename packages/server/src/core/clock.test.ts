import { describe, expect, test } from 'vitest'
import { createManualClock, formatWireTime, systemClock } from './clock.ts'

describe('the clock', () => {
  test('stands still until it is moved', () => {
    const clock = createManualClock(new Date('2026-01-01T00:00:00.000Z'))
    const first = clock.now()
    expect(clock.now()).toEqual(first)
    clock.advance(1_500)
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:01.500Z')
    clock.set(new Date('2025-01-01T00:00:00.000Z'))
    expect(clock.now().toISOString()).toBe('2025-01-01T00:00:00.000Z')
    // What was read before is a time of its own.
    expect(first.toISOString()).toBe('2026-01-01T00:00:00.000Z')
  })

  test('of the system never goes back from one look to the next', () => {
    const [first, second] = [systemClock.now(), systemClock.now()]
    expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime())
  })

  test.each([
    ['2022-06-10T08:06:04.999Z', '2022-06-10 08:06:04'],
    ['2022-06-10T00:00:00+04:00', '2022-06-09 20:00:00'],
    ['2024-02-29T23:59:59.001Z', '2024-02-29 23:59:59'],
  ])('prints %s for the wire as %s, in UTC', (time, text) => {
    expect(formatWireTime(new Date(time))).toBe(text)
  })
})
