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

/** Messages that failed together are not tried again together: a wait is up to a fifth longer. */
const JITTER = 0.2

/** When a message is tried again; undefined when it was tried often enough. */
export function nextAttempt({ attempts, now, retryAfter = 0, random }: Deferral): Date | undefined {
  const wait = WAITS[attempts - 1]
  if (wait === undefined) return undefined
  const longest = Math.max(wait, Math.min(retryAfter, 24 * HOUR))
  return new Date(now.getTime() + Math.round(longest * (1 + JITTER * random)))
}
