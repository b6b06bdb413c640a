import { nextTry, type RetrySchedule } from '../core/retries.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * How long to wait after each failed attempt, in milliseconds; after the last one there is no
 * further. A relay that greylists takes the mail after some minutes, and one that is down is back
 * within a day. Ten attempts in about 24 hours.
 */
const WAITS = [
  MINUTE,
  3 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
] as const

const schedule: RetrySchedule = { waits: WAITS, askedMax: 24 * HOUR }

/** How often a message is tried. */
export const ATTEMPTS_MAX = WAITS.length + 1

export interface Deferral {
  /** Attempts that were made. */
  readonly attempts: number
  readonly now: Date
  /** What the provider asked for, in milliseconds. */
  readonly retryAfter?: number | undefined
  /** At least 0 and less than 1. */
  readonly random: number
}

/** When a message is tried again; undefined when it was tried often enough. */
export function nextAttempt({ retryAfter = 0, ...failed }: Deferral): Date | undefined {
  return nextTry(schedule, { ...failed, asked: retryAfter })
}
