import { sql } from 'kysely'
import { type Clock, systemClock } from '../core/clock.ts'
import type { Database } from './database.ts'

/** The time that all server processes of a database go by. */
export interface SharedClock extends Clock {
  /** Compares again from time to time, until it is stopped. */
  start(): void
  stop(): void
}

/** What machines may be apart without harm: leases take many times as long. */
const APART_MS_MAX = 1_000

const COMPARE_MS = 60_000

/**
 * The clock of this machine, corrected where it is more than a second from the database's. What one
 * process writes another compares with its own time: a lease that ends too early by somebody's
 * clock would have everything sent twice.
 */
export async function createSharedClock(
  database: Database,
  own: Clock = systemClock,
): Promise<SharedClock> {
  let correction = 0
  let timer: NodeJS.Timeout | undefined

  async function compare(): Promise<void> {
    const before = own.now().getTime()
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database)
    const after = own.now().getTime()
    const apart = (rows[0]?.now.getTime() ?? before) - (before + after) / 2
    // An answer that took long says little about the moment.
    if (after - before > APART_MS_MAX) return
    correction = Math.abs(apart) < APART_MS_MAX ? 0 : Math.round(apart)
  }

  await compare()
  return {
    now: () => new Date(own.now().getTime() + correction),
    start() {
      // While the database is away the last correction holds.
      timer = setInterval(() => void compare().catch(() => undefined), COMPARE_MS)
      timer.unref()
    },
    stop: () => clearInterval(timer),
  }
}
