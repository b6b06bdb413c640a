import type { Owner } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import type { Micros } from '../../core/money.ts'
import { type Database, transact } from '../../storage/database.ts'
import { dayOf, startOfDayOf } from '../period.ts'
import { PACE_DAYS, type Pace } from './model.ts'
import * as store from './store.ts'

/** What was posted on one day of a time zone. */
export type Day = store.DayTally

/** What a wallet's orders take from it, by day; exact, and without reading every transfer. */
export interface Spending {
  /** The last days up to today, and those of this month; each is there, the earliest first. */
  listDays(owner: Owner, days: number, timeZone: string): Promise<readonly Day[]>
  /** How fast money leaves the wallet. */
  pace(owner: Owner): Promise<Pace>
  /** Adds what was posted to the tallies of every wallet, so that no reader has to wait for it. */
  tallyAll(): Promise<void>
}

export interface SpendingDependencies {
  readonly database: Database
  readonly clock: Clock
  /** Transfers that are tallied in one transaction. */
  readonly portion?: number
}

/** A tenth of a second of the database's time. */
const PORTION = 100_000

const DAY_MS = 86_400_000

export function createSpending(deps: SpendingDependencies): Spending {
  const { database, clock, portion = PORTION } = deps

  /** Tallies whatever was posted before the call. */
  async function catchUp(owner: Owner): Promise<void> {
    if (!(await store.isBehind(database, owner))) return
    while ((await tallyNext(database, owner, portion)) === portion);
  }

  return {
    async listDays(owner, count, timeZone) {
      await catchUp(owner)
      const now = clock.now()
      const today = dayOf(now, timeZone)
      const length = Math.max(count, Number(today.slice(-2)))
      const since = startOfDayOf(now, timeZone, 1 - length)
      const known = await store.listDays(database, owner, since, timeZone)
      const tallies = new Map(known.map((tally) => [tally.day, tally]))
      return Array.from({ length }, (_, index) => {
        const day = dayOf(startOfDayOf(now, timeZone, index + 1 - length), timeZone)
        return tallies.get(day) ?? { day, orders: 0n, spent: 0n, funded: 0n }
      })
    },
    async pace(owner) {
      await catchUp(owner)
      return store.readPace(database, owner, new Date(clock.now().getTime() - PACE_DAYS * DAY_MS))
    },
    async tallyAll() {
      for (const owner of await store.listBehind(database)) await catchUp(owner)
    },
  }
}

/** Tallies a portion as a whole or not at all. @returns how many transfers */
export function tallyNext(database: Database, owner: Owner, portion: number): Promise<number> {
  return transact(database, async (tx) => {
    const position = await store.lockPosition(tx, owner)
    return store.addTransfers(tx, owner, position, portion)
  })
}

/** What the last days of a list took together. */
export function spentIn(days: readonly Day[], count: number): Micros {
  return days.slice(-count).reduce((total, { spent }) => total + spent, 0n)
}
