import { type Accounts, nameActors, type Owner, type RecordedActor } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Micros } from '../core/money.ts'
import type { Page, PageRequest } from '../core/page.ts'
import type { Events } from '../events/index.ts'
import { type Database, type Executor, type Tx, transact } from '../storage/database.ts'
import type { Wallets } from '../wallet/index.ts'
import { type CheckingDependencies, checkRows } from './checking.ts'
import { createReader, type Mapping, suggestMapping } from './columns.ts'
import { bulkErrors } from './errors.ts'
import { template } from './files.ts'
import {
  type BulkKey,
  type BulkOrder,
  type Command,
  commanded,
  factOf,
  type Given,
  principalOf,
  type Row,
  type RowState,
  rowStates,
  type StoredRowState,
} from './model.ts'
import * as store from './store.ts'
import { readTable } from './table.ts'

export interface BulkOrders {
  /** The lines of a file to fill in. */
  template(): readonly string[]
  /** What a file, or the beginning of one, has in its columns, and which fields they seem to be. */
  readColumns(csv: string): Promise<Columns>
  /**
   * Keeps a file as a draft, with what each of its rows would cost or what is wrong with it.
   * Nothing is bought before it is started.
   *
   * @throws unreadableFile, noRows, tooManyRows, tooManyColumns, unknownColumn, tooManyDrafts
   */
  create(owner: Owner, request: NewBulkOrder, by: string): Promise<ShownBulkOrder>
  /** The newest first. */
  list(owner: Owner, query: { before: bigint | undefined; limit: number }): Promise<BulkOrderPage>
  /** @throws bulkOrderNotFound */
  get(owner: Owner, id: bigint | undefined): Promise<ShownBulkOrder>
  /** Rows by line, of one state or of all. @throws bulkOrderNotFound */
  listRows(owner: Owner, id: bigint | undefined, query: RowsQuery): Promise<RowPage>
  /** Rows that could not be bought, or were cancelled. @throws bulkOrderNotFound */
  failedRows(owner: Owner, id: bigint | undefined): Promise<AsyncIterable<Row>>
  /**
   * What is cancelled before it was started keeps nothing of its file.
   *
   * @throws bulkOrderNotFound, wrongState, nothingToBuy, liveNotEnabled
   */
  command(owner: Owner, id: bigint | undefined, command: Command, by: string): Promise<Commanded>
  /** Deletes drafts that have been left for a month, and what is left of those that were cancelled. */
  deleteOldDrafts(): Promise<void>
}

export interface Columns {
  readonly delimiter: string
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[]
  readonly mapping: Mapping
  readonly rows: number
}

export interface NewBulkOrder {
  readonly name: string
  readonly csv: string
  /** Found out when undefined. */
  readonly mapping: Mapping | undefined
  readonly defaults: Given
  readonly occasion: string
}

export interface BulkOrderPage {
  readonly orders: readonly NamedBulkOrder[]
  readonly hasMore: boolean
}

/** A bulk order and whose it is. */
export interface NamedBulkOrder {
  readonly order: BulkOrder
  readonly createdBy: RecordedActor
  /** Null for one that was not started. */
  readonly startedBy: RecordedActor | null
  /** When it was like this. */
  readonly at: Date
}

export interface ShownBulkOrder extends NamedBulkOrder {
  /** What can be spent. */
  readonly balance: Micros
  /** Bulk orders that had bought rows of this one before. */
  readonly earlier: readonly { readonly id: bigint; readonly name: string; readonly rows: number }[]
}

export interface RowsQuery {
  readonly state: RowState | undefined
  readonly page: PageRequest
}

export interface RowPage extends Page<Row> {
  readonly order: BulkOrder
}

export interface Commanded {
  readonly before: NamedBulkOrder
  readonly after: ShownBulkOrder
}

export interface BulkOrdersDependencies extends CheckingDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly accounts: Pick<Accounts, 'lock' | 'requireLive'>
  readonly wallets: Pick<Wallets, 'get'>
  readonly events: Pick<Events, 'emit'>
  /** Hears that there are rows to place. */
  onRunning(): void
}

const DRAFTS_MAX = 100
const DRAFT_MS = 30 * 24 * 3_600_000
const SAMPLES = 3
const EARLIER_SHOWN = 5
/** Rows that are written in one statement. */
const WRITTEN = 1_000
/** Rows that are read at once for a file. */
const READ = 1_000

export function createBulkOrders(deps: BulkOrdersDependencies): BulkOrders {
  const { database, clock, accounts, wallets } = deps

  async function find(owner: Owner, id: bigint | undefined): Promise<BulkOrder> {
    const order = id && (await store.findOrder(database, keyIn(owner, id)))
    if (order) return order
    throw bulkErrors.bulkOrderNotFound()
  }

  async function name(owner: Owner, orders: readonly BulkOrder[]): Promise<NamedBulkOrder[]> {
    const ids = orders.flatMap(({ createdBy, startedBy }) => [createdBy, startedBy ?? []].flat())
    const actors = await nameActors(database, owner.accountId, ids)
    const at = clock.now()
    return orders.flatMap((order) => {
      const createdBy = actors.get(order.createdBy)
      const startedBy = actors.get(order.startedBy ?? '') ?? null
      return createdBy === undefined ? [] : [{ order, createdBy, startedBy, at }]
    })
  }

  async function show(order: BulkOrder): Promise<ShownBulkOrder> {
    const [named, wallet, earlier] = await Promise.all([
      name(order, [order]),
      wallets.get(order),
      order.skipped === 0 ? [] : store.listEarlier(database, order, EARLIER_SHOWN),
    ])
    if (named[0] === undefined) throw new Error(`Nobody has uploaded bulk order ${order.id}`)
    return { ...named[0], balance: wallet.balance + wallet.overdraftLimit, earlier }
  }

  /** What rows are read by, and what they say. */
  async function readLines({ csv, mapping, defaults }: NewBulkOrder) {
    const table = await readTable(csv)
    const read = createReader(table, mapping ?? suggestMapping(table.columns), defaults)
    return table.records.map((record) => ({ line: record.line, given: read(record) }))
  }

  /** @throws tooManyDrafts */
  async function requireRoom(db: Executor, owner: Owner): Promise<void> {
    const drafts = await store.countDrafts(db, owner)
    if (drafts >= DRAFTS_MAX) throw bulkErrors.tooManyDrafts({ limit: DRAFTS_MAX })
  }

  async function insert(tx: Tx, order: BulkOrder, rows: readonly Row[]): Promise<void> {
    for (let start = 0; start < rows.length; start += WRITTEN) {
      await store.insertRows(tx, order, rows.slice(start, start + WRITTEN))
    }
    // After the rows, which nobody else knows yet: nobody waits for a long file.
    await accounts.lock(tx, order.accountId)
    await requireRoom(tx, order)
    await store.insertOrder(tx, order)
  }

  return {
    template: () => template(deps.catalog.current()),
    async readColumns(csv) {
      const { delimiter, columns, records } = await readTable(csv)
      const samplesOf = (place: number) =>
        records.flatMap(({ cells }) => cells[place] || []).slice(0, SAMPLES)
      return {
        delimiter,
        columns: columns.map((name, place) => ({ name, samples: samplesOf(place) })),
        mapping: suggestMapping(columns),
        rows: records.length,
      }
    },
    async create(owner, request, by) {
      const { currency } = await wallets.get(owner)
      await requireRoom(database, owner)
      const lines = await readLines(request)
      const id = await store.nextId(database)
      const rows = await checkRows(deps, principalOf(keyIn(owner, id)), lines, request.occasion)
      const about = { name: request.name, occasion: request.occasion, currency, createdBy: by }
      const order = draft({ ...keyIn(owner, id), ...about, createdAt: clock.now() }, rows)
      await transact(database, (tx) => insert(tx, order, rows))
      return show(order)
    },
    async list(owner, { before, limit }) {
      const found = await store.listOrders(database, owner, { before, limit: limit + 1 })
      const orders = await name(owner, found.slice(0, limit))
      return { orders, hasMore: found.length > limit }
    },
    get: async (owner, id) => show(await find(owner, id)),
    async listRows(owner, id, { state, page: { number, size } }) {
      const order = await find(owner, id)
      const states = storedStatesOf(order, state)
      const total = states.reduce((sum, each) => sum + order[each], 0)
      const range = { states, offset: number * size, limit: size }
      const rows = states.length === 0 ? [] : await store.listRows(database, order, range)
      return { order, rows, total, number, size }
    },
    async failedRows(owner, id) {
      const order = await find(owner, id)
      const isCancelled = order.state === 'cancelled'
      return eachRow(database, order, ['invalid', 'failed', ...(isCancelled ? CANCELLED : [])])
    },
    async command(owner, id, command, by) {
      if (id === undefined) throw bulkErrors.bulkOrderNotFound()
      const { before, after } = await transact(database, async (tx) => {
        const buys = command === 'start' || command === 'resume'
        if (buys) await accounts.lock(tx, owner.accountId)
        const before = await store.lockOrder(tx, keyIn(owner, id))
        if (before === undefined) throw bulkErrors.bulkOrderNotFound()
        const after = commanded(before, command, { by, now: clock.now() })
        if (buys) await accounts.requireLive(tx, owner)
        await store.updateOrder(tx, after)
        if (isForgotten(after)) await store.deleteRows(tx, after)
        const fact = factOf(after)
        if (fact !== undefined) await deps.events.emit(tx, owner, fact)
        return { before, after }
      })
      if (after.state === 'running') deps.onRunning()
      const shown = await show(after)
      // Whoever has started it just now is no part of what it was.
      const startedBy = before.startedBy === null ? null : shown.startedBy
      return { before: { ...shown, order: before, startedBy }, after: shown }
    },
    deleteOldDrafts: () =>
      store.deleteUnstarted(database, new Date(clock.now().getTime() - DRAFT_MS)),
  }
}

function keyIn({ accountId, mode }: Owner, id: bigint): BulkKey {
  return { accountId, mode, id }
}

type About = BulkKey & Pick<BulkOrder, 'name' | 'occasion' | 'currency' | 'createdBy' | 'createdAt'>

function draft(about: About, rows: readonly Row[]): BulkOrder {
  const count = (state: StoredRowState) => rows.filter((row) => row.state === state).length
  const ready = rows.filter(({ state }) => state === 'ready')
  return {
    ...about,
    state: 'draft',
    pauseReason: null,
    ready: ready.length,
    invalid: count('invalid'),
    skipped: count('skipped'),
    placed: 0,
    failed: 0,
    duplicates: rows.filter(({ duplicateOf }) => duplicateOf !== null).length,
    costLeft: ready.reduce((sum, { quoted }) => sum + (quoted ?? 0n), 0n),
    spent: 0n,
    startedBy: null,
    startedAt: null,
    endedAt: null,
    resumedAt: null,
    resumedSettled: 0,
    leaseHolder: null,
    leaseUntil: null,
  }
}

/** Whether its rows are gone: nobody wanted them to be bought. */
function isForgotten({ state, startedAt }: BulkOrder): boolean {
  return state === 'cancelled' && startedAt === null
}

/** Rows that are left in a bulk order that was cancelled are cancelled, and none are ready. */
function storedStatesOf(order: BulkOrder, wanted: RowState | undefined): StoredRowState[] {
  if (isForgotten(order)) return []
  const isCancelled = order.state === 'cancelled'
  if (wanted === 'cancelled') return isCancelled ? ['ready'] : []
  if (wanted === 'ready') return isCancelled ? [] : ['ready']
  return wanted === undefined ? rowStates.filter((each) => each !== 'cancelled') : [wanted]
}

const CANCELLED = ['ready'] as const

async function* eachRow(
  database: Database,
  key: BulkKey,
  states: readonly StoredRowState[],
): AsyncGenerator<Row> {
  for (let after = 0; ; ) {
    const rows = await store.listRows(database, key, { states, after, limit: READ })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < READ) return
    after = last.line
  }
}
