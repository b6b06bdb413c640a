import { keyOf } from '../../accounts/index.ts'
import { type Database, transact } from '../../storage/database.ts'
import type { Owner } from '../filter.ts'
import * as store from './store.ts'

export interface TallyingDependencies {
  readonly database: Database
  onError(error: unknown): void
  /** Orders of a run. */
  readonly runSize?: number
}

/**
 * Keeps tallies behind the orders, in the background. They make reports fast
 * and no report depends on them: an order that is in no run yet is read.
 */
export interface Tallying {
  /** Says that an order was placed. Every so many of them are tallied. */
  placed(owner: Owner): void
  /** Says that a report was read: whatever has not been tallied is, before the next one. */
  read(owner: Owner): void
  /** Resolves when what is being tallied is done; nothing is begun any more. */
  close(): Promise<void>
}

/**
 * A larger run makes fewer tallies to sum up, and more orders to read where a
 * report's times cut it: 7 ms for so many.
 */
const RUN_SIZE = 16_384

/** Forgetting how many orders were placed puts tallying off, no more. */
const OWNERS_MAX = 10_000

export function createTallying(deps: TallyingDependencies): Tallying {
  const { runSize = RUN_SIZE } = deps
  /** Orders placed by this process since it last tallied, by owner. */
  const placed = new Map<string, number>()
  const waiting = new Set<string>()
  let work = Promise.resolve()
  let isClosing = false

  /** One owner at a time, so that tallying never takes more than one connection. */
  function start(owner: Owner): void {
    const key = keyOf(owner)
    if (waiting.has(key) || isClosing) return
    waiting.add(key)
    work = work.then(() => tallyAll(owner)).finally(() => waiting.delete(key))
  }

  async function tallyAll(owner: Owner): Promise<void> {
    try {
      // A run at a time, so that no statement takes long and closing does not wait long.
      while (!isClosing && (await tallyNextRun(deps.database, owner, runSize)));
    } catch (error) {
      deps.onError(error)
    }
  }

  return {
    placed(owner) {
      const key = keyOf(owner)
      const count = (placed.get(key) ?? 0) + 1
      if (placed.size >= OWNERS_MAX) placed.clear()
      placed.set(key, count % runSize)
      if (count === runSize) start(owner)
    },
    read: start,
    async close() {
      isClosing = true
      await work
    },
  }
}

/** Tallies the next run as a whole or not at all. @returns whether there was one */
export function tallyNextRun(database: Database, owner: Owner, size: number): Promise<boolean> {
  return transact(database, async (tx) => {
    const run = await store.findNextRun(tx, owner, size)
    if (run === undefined || !(await store.insertRun(tx, owner, run))) return false
    await store.insertProducts(tx, owner, run)
    await store.insertTallies(tx, owner, run)
    return true
  })
}
