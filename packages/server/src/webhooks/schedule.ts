import { nextTry, type RetrySchedule } from '../core/retries.ts'
import type { Outcome } from './sender.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/**
 * The waits after each failed attempt. The first ones outlast a restart, the
 * middle ones a deployment, the last ones a night: about a day in all.
 */
const waits = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  8 * HOUR,
]

/** However long an endpoint asks to be left alone, no delivery takes a week. */
const schedule: RetrySchedule = { waits, askedMax: 8 * HOUR }

/** The most attempts at one delivery. */
export const ATTEMPTS_MAX = waits.length + 1

export interface Attempts {
  /** How many were made, the one that has just failed included. */
  readonly attempts: number
  readonly now: Date
  /** From 0 to 1, another one for each delivery. */
  readonly random: number
}

/** What happens to a delivery after an attempt. */
export type Decision =
  | { readonly type: 'delivered' }
  | { readonly type: 'retry'; readonly at: Date }
  /** The last attempt has failed. */
  | { readonly type: 'give up' }
  /** The endpoint answered 410: nothing is to be sent to it any more. */
  | { readonly type: 'endpoint gone' }

/** Every failure but 410 is tried again: what is wrong today may be repaired tomorrow. */
export function decide(
  outcome: Pick<Outcome, 'isDelivered' | 'status' | 'headers'>,
  made: Attempts,
): Decision {
  if (outcome.isDelivered) return { type: 'delivered' }
  if (outcome.status === 410) return { type: 'endpoint gone' }
  const at = nextAttempt({ ...made, retryAfter: outcome.headers['retry-after'] })
  return at === undefined ? { type: 'give up' } : { type: 'retry', at }
}

/**
 * When to try again; undefined after the last attempt. Never sooner than the
 * endpoint asks in its `Retry-After`, up to eight hours.
 */
export function nextAttempt({
  attempts,
  now,
  retryAfter,
  random,
}: Attempts & { readonly retryAfter: string | undefined }): Date | undefined {
  return nextTry(schedule, { attempts, now, asked: readRetryAfter(retryAfter, now), random })
}

/** How long an answer asks to be left alone, in milliseconds; 0 when it does not say. */
function readRetryAfter(text = '', now: Date): number {
  if (/^\d+$/.test(text)) return Number(text) * SECOND
  if (!/^[A-Z][a-z]{2}/.test(text)) return 0
  // The oldest of the three forms of a date names no zone; all of them mean UTC.
  const time = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(time) ? 0 : Math.max(0, time - now.getTime())
}
