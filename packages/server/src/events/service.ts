import { setTimeout as sleep } from 'node:timers/promises'
import { keyOf, type Owner } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import { type Database, type Executor, type Tx, transact } from '../storage/database.ts'
import type { Notifications } from '../storage/notifications.ts'
import { eventErrors } from './errors.ts'
import {
  type Event,
  type EventType,
  eventsOf,
  type Fact,
  isOrderEvent,
  type NewEvent,
  type StoredEvent,
  statusOf,
} from './model.ts'
import type { OrderLog } from './port.ts'
import { createSignals } from './signals.ts'
import * as store from './store.ts'

export interface Events {
  /**
   * Appends what has happened, in the transaction in which it happened. Every
   * order that was placed before has its event before this.
   *
   * @returns the number of the last event
   */
  emit(tx: Tx, owner: Owner, ...facts: readonly Fact[]): Promise<bigint>
  /** Does the same without an event of its own, before what earlier orders are told by changes. */
  settle(tx: Tx, owner: Owner): Promise<void>
  /**
   * Gives every order that has been placed its event, in transactions of its own.
   *
   * @returns the number of the last event
   */
  catchUp(owner: Owner): Promise<bigint>
  /**
   * The same for several owners at once, for about so many orders of each.
   *
   * @returns the number of the last event, by `keyOf`
   */
  catchUpAll(owners: readonly Owner[], ordersMax?: number): Promise<ReadonlyMap<string, bigint>>
  /** Events in their order; orders that were placed before the call are among them. */
  read(owner: Owner, query: FeedQuery): Promise<FeedPage>
  /** The same, but waits until there is one: so many milliseconds, or until `signal` aborts. @throws tooManyWaiting */
  waitAndRead(owner: Owner, query: FeedQuery, wait: Wait): Promise<FeedPage>
  /** Events in the order in which people read them, the newest first. */
  readBack(owner: Owner, query: BackQuery): Promise<BackPage>
  /** @throws eventNotFound */
  get(owner: Owner, sequence: bigint | undefined): Promise<Event>
  /** Events by their numbers, ascending; numbers that are nobody's are left out. */
  list(db: Executor, owner: Owner, sequences: readonly bigint[]): Promise<Event[]>
  /** The events that tell of an order, in their order. */
  listOfOrder(owner: Owner, orderId: bigint): Promise<readonly StoredEvent[]>
  /** Everybody who has events. */
  owners(): Promise<readonly Owner[]>
  /** Numbers, types and orders of up to `limit` events after a number, ascending. */
  peek(
    db: Executor,
    owner: Owner,
    range: FeedQuery & { readonly upTo?: bigint },
  ): Promise<readonly Pick<StoredEvent, 'sequence' | 'type' | 'orderId'>[]>
  /** Says that an order was placed, so that whoever waits for its event looks at once. */
  placed(owner: Owner): void
  /** Hears whose events may be more than they were; undefined for anybody's. */
  subscribe(hear: (key: string | undefined) => void): void
  /** Ends every waiting, so that the callers are answered. */
  stopWaiting(): void
}

export interface FeedQuery {
  readonly after: bigint
  readonly limit: number
  /** All types when undefined. */
  readonly types?: readonly EventType[]
}

export interface FeedPage {
  readonly events: readonly Event[]
  /**
   * Every event up to this number has been looked at: those that were asked for
   * are in this page or before it. The next page is the one after this number.
   */
  readonly lastSequence: bigint
  readonly hasMore: boolean
}

export interface BackQuery {
  /** Only events with lower numbers; all of them when undefined. */
  readonly before: bigint | undefined
  readonly limit: number
  /** All types when undefined. */
  readonly types: readonly EventType[] | undefined
}

export interface BackPage {
  readonly events: readonly Event[]
  /** Events before this one have not been looked at; null when there are none. */
  readonly nextBefore: bigint | null
}

export interface Wait {
  readonly milliseconds: number
  readonly signal: AbortSignal
}

export interface EventsDependencies {
  readonly database: Database
  readonly notifications: Notifications
  readonly clock: Clock
  readonly orders: OrderLog
}

/** Orders that get their event in one transaction. */
const CHUNK = 1_000

/** Bounds what a filter for a rare type makes the database read for one page. */
const SCAN_MAX = 20_000n

/** Requests that wait for events of one owner, in one process. */
const WAITING_MAX = 50

/** Where most of what happens is not asked for, waiting does not become reading without end. */
const LOOK_MS_MIN = 100

/** A signal can get lost with its connection; then it takes this long. */
const LOOK_MS = 1_000

export async function createEvents(deps: EventsDependencies): Promise<Events> {
  const { database, orders, clock } = deps
  const signals = createSignals()
  const waiting = new Map<string, number>()
  await deps.notifications.on(store.CHANNEL, signals.raise)

  /** Appends events to a stream that is locked. */
  async function append(tx: Tx, owner: Owner, stream: store.Stream, events: readonly NewEvent[]) {
    const first = stream.lastSequence + 1n
    const lastSequence = stream.lastSequence + BigInt(events.length)
    const lastOrderId = events.findLast(({ orderId }) => orderId !== null)?.orderId
    const after = { lastSequence, lastOrderId: lastOrderId ?? stream.lastOrderId }
    await Promise.all([
      store.insertEvents(tx, owner, first, events),
      store.updateStream(tx, owner, after),
      store.notifyAppended(tx, keyOf(owner)),
    ])
    return after
  }

  /** Gives the next orders their events; the stream is locked. */
  async function appendPlaced(tx: Tx, owner: Owner, stream: store.Stream, chunk = CHUNK) {
    const placed = await orders.placedAfter(tx, owner, stream.lastOrderId, chunk)
    if (placed.length === 0) return { stream, isDone: true }
    const threshold = await orders.lowBalanceThreshold(tx, owner)
    const events = placed.flatMap((order) => eventsOf(order, threshold))
    return { stream: await append(tx, owner, stream, events), isDone: placed.length < chunk }
  }

  /** Locks a stream and gives every placed order its event, in the caller's transaction. */
  async function settle(tx: Tx, owner: Owner): Promise<store.Stream> {
    let stream = await store.lockStream(tx, owner)
    for (let isDone = false; !isDone; ) {
      const step = await appendPlaced(tx, owner, stream)
      stream = step.stream
      isDone = step.isDone
    }
    return stream
  }

  async function catchUp(owner: Owner, most = Number.POSITIVE_INFINITY): Promise<bigint> {
    const stream = await store.findStream(database, owner)
    const [next] = await orders.placedAfter(database, owner, stream.lastOrderId, 1)
    if (next === undefined) return stream.lastSequence
    // A transaction for each chunk, so that nobody who has an event to tell waits for all of them.
    const chunk = Math.min(most, CHUNK)
    for (let count = chunk; ; count += chunk) {
      const { stream: after, isDone } = await transact(database, async (tx) =>
        appendPlaced(tx, owner, await store.lockStream(tx, owner), chunk),
      )
      if (isDone || count >= most) return after.lastSequence
    }
  }

  async function tell(
    db: Executor,
    owner: Owner,
    stored: readonly StoredEvent[],
  ): Promise<Event[]> {
    const ids = stored.flatMap(({ orderId }) => orderId ?? [])
    const described = ids.length === 0 ? new Map() : await orders.describe(db, owner, ids)
    return stored.map(({ sequence, type, orderId, data, at }) => {
      if (!isOrderEvent(type)) return { owner, sequence, type, data: data ?? {}, at }
      const order = described.get(orderId ?? 0n)
      if (order === undefined) throw new Error(`Event ${sequence} tells of no order`)
      return { owner, sequence, type, data: { ...order, status: statusOf(type) }, at }
    })
  }

  async function read(owner: Owner, { after, limit, types }: FeedQuery): Promise<FeedPage> {
    const last = await catchUp(owner)
    if (after >= last) return { events: [], lastSequence: last, hasMore: false }
    const upTo = types !== undefined && last > after + SCAN_MAX ? after + SCAN_MAX : last
    const stored = await store.listEvents(database, owner, { after, upTo, types, limit })
    const lastSequence = stored.length < limit ? upTo : (stored.at(-1)?.sequence ?? upTo)
    const events = await tell(database, owner, stored)
    return { events, lastSequence, hasMore: lastSequence < last }
  }

  async function readBack(owner: Owner, { before, limit, types }: BackQuery): Promise<BackPage> {
    const last = await catchUp(owner)
    const below = before === undefined || before > last ? last + 1n : before
    const from = types !== undefined && below > SCAN_MAX ? below - SCAN_MAX : 1n
    const stored = await store.listEventsBack(database, owner, { from, below, types, limit })
    const lowest = stored.length < limit ? from : (stored.at(-1)?.sequence ?? from)
    const events = await tell(database, owner, stored)
    return { events, nextBefore: lowest > 1n ? lowest : null }
  }

  /** Listens before it reads, so that no event gets lost between the two. */
  async function readOrWait(owner: Owner, query: FeedQuery, until: AbortSignal) {
    const listening = signals.listen(owner)
    try {
      const page = await read(owner, query)
      if (!isAnswer(page)) await listening.wait(LOOK_MS, until)
      return page
    } finally {
      listening.end()
    }
  }

  async function readUntil(owner: Owner, query: FeedQuery, until: AbortSignal): Promise<FeedPage> {
    for (let { after } = query; ; ) {
      const since = performance.now()
      const page = await readOrWait(owner, { ...query, after }, until)
      // Whoever is ahead of the feed has read another one, and is to hear of it.
      const isAhead = page.lastSequence < after
      if (isAnswer(page) || isAhead || until.aborted || signals.isClosed) return page
      const hasNews = page.lastSequence > after
      after = page.lastSequence
      const early = since + LOOK_MS_MIN - performance.now()
      if (hasNews && early > 0) await sleep(early)
    }
  }

  return {
    async emit(tx, owner, ...facts) {
      const stream = await settle(tx, owner)
      const at = clock.now()
      const events = facts.map((fact) => ({ ...fact, orderId: null, at }))
      return (await append(tx, owner, stream, events)).lastSequence
    },
    async settle(tx, owner) {
      await settle(tx, owner)
    },
    catchUp: (owner) => catchUp(owner),
    async catchUpAll(owners, ordersMax = Number.POSITIVE_INFINITY) {
      const positions = await store.listPositions(database, owners)
      const last = new Map(positions.map((at) => [keyOf(at.owner), at.lastSequence]))
      const behind = await orders.findBehind(database, positions)
      for (const owner of behind) last.set(keyOf(owner), await catchUp(owner, ordersMax))
      return last
    },
    read,
    async waitAndRead(owner, query, { milliseconds, signal }) {
      const key = keyOf(owner)
      const others = waiting.get(key) ?? 0
      if (others >= WAITING_MAX) throw eventErrors.tooManyWaiting({ limit: WAITING_MAX })
      waiting.set(key, others + 1)
      try {
        const until = AbortSignal.any([signal, AbortSignal.timeout(milliseconds)])
        return await readUntil(owner, query, until)
      } finally {
        const left = (waiting.get(key) ?? 1) - 1
        if (left === 0) waiting.delete(key)
        else waiting.set(key, left)
      }
    },
    readBack,
    async get(owner, sequence) {
      await catchUp(owner)
      const stored = sequence && (await store.findEvents(database, owner, [sequence]))
      const [event] = stored ? await tell(database, owner, stored) : []
      if (event === undefined) throw eventErrors.eventNotFound()
      return event
    },
    async list(db, owner, sequences) {
      return tell(db, owner, await store.findEvents(db, owner, sequences))
    },
    async listOfOrder(owner, orderId) {
      await catchUp(owner)
      return store.listEventsOfOrder(database, owner, orderId)
    },
    peek: (db, owner, { after, upTo = MAX_SEQUENCE, types, limit }) =>
      store.listEvents(db, owner, { after, upTo, types, limit }),
    owners: () => store.listOwners(database),
    placed: (owner) => signals.raise(keyOf(owner)),
    subscribe: signals.subscribe,
    stopWaiting: signals.close,
  }
}

const isAnswer = ({ events, hasMore }: FeedPage) => events.length > 0 || hasMore

const MAX_SEQUENCE = 2n ** 63n - 1n
