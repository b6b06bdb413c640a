import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Events } from '../events/index.ts'
import { type Database, transact } from '../storage/database.ts'
import { type BulkKey, factOf, type PauseReason, progressed, type Settled } from './model.ts'
import { lookUp, type Placed, type PlacingDependencies, placeRows } from './placing.ts'
import * as store from './store.ts'

/**
 * Places the rows of running bulk orders, in every server process. A bulk order is claimed with a
 * lease, so that one process places its rows in their order; one that dies is followed by another
 * when the lease has ended. Each row is bought at most once whatever happens, because it is an
 * order of one identifier.
 */
export interface Worker {
  start(): void
  /** Hears that there is something to do. */
  wake(): void
  /** Resolves when nothing is being placed any more. */
  stop(): Promise<void>
}

export interface WorkerDependencies extends PlacingDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly events: Pick<Events, 'emit' | 'catchUp'>
}

/** Rows that are placed together: few enough that other orders hardly wait. */
const CHUNK = 25

/** More than a chunk takes unless its process is dead or stuck. */
const LEASE_MS = 10_000

/** How long one bulk order is worked at before others have their turn. */
const TURN_MS = 1_000

/** What other processes have started is found so soon. */
const LOOK_MS = 1_000

/** How soon it is tried again when the database could not be used. */
const RETRY_MS = 1_000

export function createWorker(deps: WorkerDependencies): Worker {
  const { database, clock, ids, events } = deps
  const holder = ids.uuid()
  let isStopping = false
  let isWanted = false
  let alarm: AbortController | undefined
  let working: Promise<void> = Promise.resolve()

  /** The next rows; a row that was refused for now is the first of them again. */
  const nextRows = (key: BulkKey) =>
    store.listRows(database, key, { states: ['ready'], limit: CHUNK })

  /** Writes what became of rows. @returns whether there is more to place */
  async function record(key: BulkKey, settled: readonly Settled[], pause?: PauseReason) {
    return transact(database, async (tx) => {
      const before = await store.lockOrder(tx, key)
      // Who has it now finds the orders by their identifiers.
      if (before?.leaseHolder !== holder) return false
      const now = clock.now()
      const done = await store.settleRows(tx, key, settled)
      const after = progressed(before, done, { pause, now })
      const isRunning = after.state === 'running' && !isStopping
      const leaseUntil = isRunning ? new Date(now.getTime() + LEASE_MS) : null
      const leaseHolder = isRunning ? holder : null
      await store.updateOrder(tx, { ...after, leaseHolder, leaseUntil })
      const fact = after.state === before.state ? undefined : factOf(after)
      if (fact !== undefined) await events.emit(tx, key, fact)
      return isRunning
    })
  }

  /** Places rows until the turn is over. The lease stays behind when something goes wrong. */
  async function work({ wasLeft, ...key }: store.Claimed): Promise<void> {
    const end = performance.now() + TURN_MS
    // Of the rows that were under way when somebody died, some may have been bought.
    const left = wasLeft ? await lookUp(deps, key, await nextRows(key)) : []
    let goesOn = await record(key, left)
    while (goesOn) {
      const rows = await nextRows(key)
      const placed: Placed = await placeRows(deps, key, rows)
      // Before the end is told, and before the lock that commands wait for.
      if (rows.length < CHUNK || placed.pause) await events.catchUp(key)
      goesOn = await record(key, placed.settled, placed.pause)
      if (placed.isUnsettled) await rest(RETRY_MS)
      if (performance.now() >= end) break
    }
    if (goesOn) await store.releaseOrder(database, key, holder)
  }

  /** @returns whether there was something to do */
  async function takeTurn(): Promise<boolean> {
    isWanted = false
    const now = clock.now()
    const until = new Date(now.getTime() + LEASE_MS)
    const claimed = await store.claimOrder(database, { holder, now, until })
    if (claimed === undefined) return false
    await work(claimed)
    return true
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      try {
        if (!(await takeTurn()) && !isWanted) await rest(LOOK_MS)
      } catch (error) {
        deps.onError(error)
        await rest(RETRY_MS)
      }
    }
  }

  async function rest(milliseconds: number): Promise<void> {
    if (isStopping) return
    alarm = new AbortController()
    await setTimeout(milliseconds, undefined, { signal: alarm.signal }).catch(() => {})
    alarm = undefined
  }

  return {
    start() {
      working = run()
    },
    wake() {
      isWanted = true
      alarm?.abort()
    },
    async stop() {
      isStopping = true
      alarm?.abort()
      await working
    },
  }
}
