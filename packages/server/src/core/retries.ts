/** When something that failed is tried again. */
export interface RetrySchedule {
  /** How long to wait after each failed attempt, in milliseconds; after the last there is no further. */
  readonly waits: readonly number[]
  /** The most that the other side is left alone for because it asks for it, in milliseconds. */
  readonly askedMax: number
}

export interface FailedAttempt {
  /** How many were made, the one that has just failed included. */
  readonly attempts: number
  readonly now: Date
  /** What the other side asked for, in milliseconds. */
  readonly asked: number
  /** From 0 to 1, another one for each: what failed together is not tried again together. */
  readonly random: number
}

/** A wait is up to so much of itself longer. */
const JITTER = 0.2

/** When to try again, never sooner than asked; undefined after the last attempt. */
export function nextTry(
  { waits, askedMax }: RetrySchedule,
  { attempts, now, asked, random }: FailedAttempt,
): Date | undefined {
  const wait = waits[attempts - 1]
  if (wait === undefined) return undefined
  const longest = Math.max(wait, Math.min(asked, askedMax))
  return new Date(now.getTime() + Math.ceil(longest * (1 + JITTER * random)))
}
