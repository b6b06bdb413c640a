import { setTimeout } from 'node:timers/promises'
import { keyOf, type Owner } from '../accounts/index.ts'
import type { Events } from '../events/index.ts'
import { type Database, transact } from '../storage/database.ts'
import { type IssuingDependencies, issue } from './issuing.ts'
import type { Telling } from './model.ts'
import { owedBy } from './owing.ts'
import type { OrderBook } from './port.ts'
import * as store from './store.ts'

/**
 * Gives successful orders the messages that they owe, by following the events of their owner. How
 * far it has come is written together with the messages, so an order has them exactly once,
 * whichever process follows and whenever it is killed.
 */
export interface Following {
  /** Everything that was ordered before has its messages when this resolves. */
  catchUp(owner: Owner): Promise<void>
  /** Follows everybody from now on, a little behind the orders. */
  start(): void
  /** Resolves when nothing is being followed any more. */
  stop(): Promise<void>
}

export interface FollowingDependencies extends IssuingDependencies {
  readonly database: Database
  readonly orders: OrderBook
  readonly events: Pick<Events, 'emit' | 'peek' | 'catchUp' | 'catchUpAll' | 'owners' | 'subscribe'>
  readonly telling: Telling
  /** Is called now and then, for what else should not be forgotten. */
  onLook(): Promise<void>
  /** Hears why somebody could not be followed; it is tried again. */
  onError(error: unknown): void
}

/** Orders that are followed in one transaction. */
const CHUNK = 1_000

/** What an order owes messages for. */
const FOLLOWED = ['order.successful'] as const

/** Signals get lost with the process or the connection; then it takes this long. */
const LOOK_MS = 15_000

/**
 * Following waits this many times as long as it has worked, so that it takes at most a twentieth of
 * one connection from the orders it follows. Whoever reads messages does not wait for it.
 */
const REST = 19

export function createFollowing(deps: FollowingDependencies): Following {
  const { database, events, orders, clock } = deps
  /** Owners who may have news, by key; those whom nobody knows yet are found by looking. */
  const waiting = new Set<string>()
  let owners = new Map<string, Owner>()
  let lookedAt = -Infinity
  let isStopping = false
  let sleep: { readonly alarm: AbortController; readonly isRest: boolean } | undefined
  let working: Promise<void> = Promise.resolve()

  /** @returns whether everything up to that event has been followed */
  function followChunk(owner: Owner, upTo: bigint): Promise<boolean> {
    return transact(database, async (tx) => {
      const after = await store.lockStream(tx, owner)
      if (after >= upTo) return true
      const range = { after, upTo, types: FOLLOWED, limit: CHUNK }
      const told = await events.peek(tx, owner, range)
      const ids = told.flatMap(({ orderId }) => orderId ?? [])
      const recipients = ids.length === 0 ? [] : await orders.recipientsOf(tx, owner, ids)
      const messages = owedBy(owner, recipients, { preferred: deps.telling, now: clock.now() })
      await issue(deps, tx, owner, messages)
      const isDone = told.length < CHUNK
      const last = isDone ? undefined : told.at(-1)?.sequence
      await store.updateStream(tx, owner, last ?? upTo)
      return isDone
    })
  }

  async function catchUp(owner: Owner): Promise<void> {
    const [last, position] = await Promise.all([
      events.catchUp(owner),
      store.findPosition(database, owner),
    ])
    if (position >= last) return
    // A transaction for each chunk, so that nobody waits for all of them.
    for (let isDone = false; !isDone; ) isDone = await followChunk(owner, last)
  }

  /** Finds everybody who is behind, whatever has been heard of them. */
  async function look(): Promise<void> {
    lookedAt = performance.now()
    await deps.onLook()
    const all = await events.owners()
    const [last, positions] = await Promise.all([
      events.catchUpAll(all),
      store.listPositions(database),
    ])
    const followed = new Map(positions.map((at) => [keyOf(at), at.sequence]))
    owners = new Map(all.map((owner) => [keyOf(owner), owner]))
    for (const key of owners.keys()) {
      if ((last.get(key) ?? 0n) > (followed.get(key) ?? 0n)) waiting.add(key)
    }
  }

  async function followNext(): Promise<void> {
    const [key] = waiting
    if (key === undefined) return
    waiting.delete(key)
    const owner = owners.get(key)
    if (owner === undefined) return look()
    const last = await events.catchUpAll([owner], CHUNK)
    if (!(await followChunk(owner, last.get(key) ?? 0n))) waiting.add(key)
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      const began = performance.now()
      const turn = began - lookedAt >= LOOK_MS ? look : followNext
      await turn().catch(deps.onError)
      const worked = performance.now() - began
      if (waiting.size > 0) await rest(worked * REST, true)
      else await rest(lookedAt + LOOK_MS - performance.now(), false)
    }
  }

  async function rest(milliseconds: number, isRest: boolean): Promise<void> {
    if (isStopping) return
    const alarm = new AbortController()
    sleep = { alarm, isRest }
    await setTimeout(Math.max(1, milliseconds), undefined, { signal: alarm.signal }).catch(() => {})
    sleep = undefined
  }

  function hear(key: string | undefined): void {
    if (key === undefined) lookedAt = -Infinity
    else waiting.add(key)
    if (sleep?.isRest === false) sleep.alarm.abort()
  }

  return {
    catchUp,
    start() {
      events.subscribe(hear)
      working = run()
    },
    async stop() {
      isStopping = true
      sleep?.alarm.abort()
      await working
    },
  }
}
