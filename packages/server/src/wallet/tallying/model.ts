import type { Micros } from '../../core/money.ts'

const DAY_MS = 86_400_000

/** Days of which the pace of spending is the average. */
export const PACE_DAYS = 7

export interface Pace {
  /** What orders took in the last seven days. */
  readonly spent: Micros
  /** When the first order of all was placed; null for none yet. */
  readonly firstAt: Date | null
}

/**
 * How many days a balance lasts at the average spend of the last seven days, in tenths; undefined
 * when nothing was spent. Who began less than seven days ago is averaged over the days since, one
 * at least.
 */
export function runwayOf(balance: Micros, { spent, firstAt }: Pace, now: Date): number | undefined {
  if (spent <= 0n || firstAt === null) return undefined
  const age = now.getTime() - firstAt.getTime()
  const milliseconds = Math.min(Math.max(age, DAY_MS), PACE_DAYS * DAY_MS)
  if (balance <= 0n) return 0
  const tenths = (balance * 10n * BigInt(milliseconds)) / (spent * BigInt(DAY_MS))
  return Number(tenths) / 10
}
