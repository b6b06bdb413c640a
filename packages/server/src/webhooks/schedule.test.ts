import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ATTEMPTS_MAX, decide, nextAttempt } from './schedule.ts'

const now = new Date('2026-10-01T12:00:00.000Z')
const HOUR = 3_600_000
const LONGEST = 8 * HOUR

/** When a delivery that always fails is tried, in milliseconds after its first attempt. */
function timesOf(randoms: readonly number[], retryAfter?: string): number[] {
  const times = [0]
  for (let attempts = 1; ; attempts++) {
    const at = nextAttempt({
      attempts,
      now: new Date(now.getTime() + (times.at(-1) ?? 0)),
      retryAfter,
      random: randoms[attempts % randoms.length] ?? 0,
    })
    if (at === undefined) return times
    times.push(at.getTime() - now.getTime())
  }
}

const random = fc.double({ min: 0, max: 1, noNaN: true })
const randoms = fc.array(random, { minLength: 1, maxLength: 20 })
const retryAfter = fc.oneof(
  fc.constant(undefined),
  fc.nat().map(String),
  fc.bigInt({ min: 0n }).map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.string(),
)

describe('a delivery that always fails', () => {
  test('is tried eleven times within about a day', () => {
    expect(ATTEMPTS_MAX).toBe(11)
    fc.assert(
      fc.property(randoms, (chances) => {
        const times = timesOf(chances)
        expect(times).toHaveLength(ATTEMPTS_MAX)
        expect(times.at(-1)).toBeGreaterThan(21 * HOUR)
        expect(times.at(-1)).toBeLessThan(26 * HOUR)
      }),
    )
  })

  test('waits longer each time, whatever the chance', () => {
    fc.assert(
      fc.property(randoms, (chances) => {
        const times = timesOf(chances)
        const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0))
        expect(waits).toEqual(waits.toSorted((a, b) => a - b))
        expect(new Set(waits).size).toBe(waits.length)
      }),
    )
  })

  test('is tried no more often, and never twice at once, whatever the endpoint asks for', () => {
    fc.assert(
      fc.property(randoms, retryAfter, (chances, asked) => {
        const times = timesOf(chances, asked)
        expect(times).toHaveLength(ATTEMPTS_MAX)
        times.slice(1).forEach((time, index) => {
          const wait = time - (times[index] ?? 0)
          expect(wait).toBeGreaterThanOrEqual(5_000)
          expect(wait).toBeLessThanOrEqual(1.2 * LONGEST)
        })
        expect(times.at(-1)).toBeLessThanOrEqual(96 * HOUR)
      }),
    )
  })

  test('is not tried at the same moment as what failed with it', () => {
    const times = Array.from({ length: 100 }, (_, index) =>
      nextAttempt({ attempts: 6, now, retryAfter: undefined, random: index / 100 })?.getTime(),
    )
    expect(new Set(times).size).toBe(100)
  })
})

describe('Retry-After', () => {
  const first = { attempts: 1, now, random: 0 }
  const waitFor = (asked: string | undefined, attempts = 1) =>
    Number(nextAttempt({ ...first, attempts, retryAfter: asked })) - now.getTime()

  test.each([
    ['120', 120_000],
    ['3600', HOUR],
    ['Thu, 01 Oct 2026 13:00:00 GMT', HOUR],
    ['Thursday, 01-Oct-26 13:00:00 GMT', HOUR],
    ['Thu Oct  1 13:00:00 2026', HOUR],
  ])('%s is waited for', (asked, milliseconds) => {
    expect(waitFor(asked)).toBe(milliseconds)
  })

  test.each([
    ['86400', LONGEST],
    ['99999999999999999999999999', LONGEST],
    ['9'.repeat(400), LONGEST],
    ['Fri, 01 Oct 2027 12:00:00 GMT', LONGEST],
  ])('%s is too long: it is tried after eight hours', (asked, milliseconds) => {
    expect(waitFor(asked)).toBe(milliseconds)
  })

  test.each([
    undefined,
    '',
    '0',
    '3',
    '-60',
    '1.5',
    '60 seconds',
    'soon',
    'Thursday',
    'Thu, 01 Oct 2026 11:00:00 GMT',
    'Thu, 99 Oct 2026 99:00:00 GMT',
  ])('%s changes nothing', (asked) => {
    expect(waitFor(asked)).toBe(5_000)
  })

  test('never shortens a wait, and is never answered too early', () => {
    expect(waitFor('1', 10)).toBe(8 * HOUR)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28_800 }), random, (seconds, chance) => {
        const at = nextAttempt({ ...first, random: chance, retryAfter: String(seconds) })
        expect(Number(at) - now.getTime()).toBeGreaterThanOrEqual(seconds * 1_000)
      }),
    )
  })
})

describe('after an attempt', () => {
  const made = { attempts: 1, now, random: 0 }
  const answered = (status: number | null, headers = {}) => ({
    isDelivered: status === 200,
    status,
    headers,
  })

  test('a delivered event is done, be it at the last attempt', () => {
    expect(decide(answered(200), made)).toEqual({ type: 'delivered' })
    const last = { ...made, attempts: ATTEMPTS_MAX }
    expect(decide(answered(200), last)).toEqual({ type: 'delivered' })
  })

  test.each([null, 101, 301, 400, 401, 404, 429, 500, 503])('%s is tried again', (status) => {
    const at = new Date(now.getTime() + 5_000)
    expect(decide(answered(status), made)).toEqual({ type: 'retry', at })
  })

  test('429 and 503 are left alone for as long as they ask', () => {
    for (const status of [429, 503]) {
      const at = new Date(now.getTime() + 90_000)
      const outcome = answered(status, { 'retry-after': '90' })
      expect(decide(outcome, made)).toEqual({ type: 'retry', at })
    }
  })

  test('the last failure is the end', () => {
    const last = { ...made, attempts: ATTEMPTS_MAX }
    expect(decide(answered(500, { 'retry-after': '5' }), last)).toEqual({ type: 'give up' })
    expect(decide(answered(null), { ...made, attempts: 500 })).toEqual({ type: 'give up' })
  })

  test('an endpoint that is gone gets nothing any more', () => {
    expect(decide(answered(410, { 'retry-after': '5' }), made)).toEqual({ type: 'endpoint gone' })
  })
})
