import { sql } from 'kysely'
import type { Owner } from '../accounts/index.ts'
import type { Micros } from '../core/money.ts'
import { bulkInsert, type Column } from '../storage/bulk.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type {
  BulkKey,
  BulkOrder,
  Given,
  Problem,
  Progress,
  Row,
  Settled,
  StoredRowState,
} from './model.ts'

const orderColumns = sql`
  account_id as "accountId", mode, id, name, occasion, state, pause_reason as "pauseReason",
  currency, ready, invalid, skipped, placed, failed, duplicates, cost_left as "costLeft", spent,
  created_by as "createdBy", created_at as "createdAt", started_by as "startedBy",
  started_at as "startedAt", ended_at as "endedAt", resumed_at as "resumedAt",
  resumed_settled as "resumedSettled", lease_holder as "leaseHolder", lease_until as "leaseUntil"`

export async function nextId(db: Executor): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select nextval('bulk_order_ids') as id`.execute(db)
  if (rows[0] === undefined) throw new Error('There was no id for a bulk order')
  return rows[0].id
}

export async function countDrafts(db: Executor, { accountId, mode }: Owner): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from bulk_orders
     where account_id = ${accountId} and mode = ${mode} and state = 'draft'`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insertOrder(tx: Tx, order: BulkOrder): Promise<void> {
  await sql`
    insert into bulk_orders (account_id, mode, id, name, occasion, state, currency, ready, invalid,
                             skipped, duplicates, cost_left, created_by, created_at)
    values (${order.accountId}, ${order.mode}, ${order.id}, ${order.name}, ${order.occasion},
            ${order.state}, ${order.currency}, ${order.ready}, ${order.invalid}, ${order.skipped},
            ${order.duplicates}, ${order.costLeft}, ${order.createdBy}, ${order.createdAt})`.execute(
    tx,
  )
}

type RowOf = Row & BulkKey

const rowColumns: readonly Column<RowOf>[] = [
  ['account_id', 'bigint', (row) => row.accountId],
  ['mode', 'mode', (row) => row.mode],
  ['bulk_order_id', 'bigint', (row) => row.id],
  ['line', 'integer', (row) => row.line],
  ['state', 'bulk_row_state', (row) => row.state],
  ['given', 'json', (row) => JSON.stringify(row.given)],
  ['identifier', 'text', (row) => row.identifier],
  ['product_id', 'bigint', (row) => row.product?.id ?? null],
  ['product_name', 'text', (row) => row.product?.name ?? null],
  ['quantity', 'integer', (row) => row.quantity],
  ['unit_price', 'bigint', (row) => row.unitPrice],
  ['card_currency', 'text', (row) => row.product?.currency ?? null],
  ['quoted', 'bigint', (row) => row.quoted],
  ['problems', 'json', (row) => toJson(row.problems)],
  ['duplicate_of', 'integer', (row) => row.duplicateOf],
  ['order_id', 'bigint', (row) => row.orderId],
  ['bought_in', 'bigint', (row) => row.boughtIn],
]

const insertStatement = bulkInsert<RowOf>('bulk_rows', rowColumns)

export async function insertRows(tx: Tx, key: BulkKey, rows: readonly Row[]): Promise<void> {
  const { accountId, mode, id } = key
  await tx
    .getExecutor()
    .executeQuery(insertStatement(rows.map((row) => ({ ...row, accountId, mode, id }))))
}

function toJson(problems: readonly Problem[]): string | null {
  return problems.length === 0 ? null : JSON.stringify(problems)
}

export async function findOrder(db: Executor, key: BulkKey): Promise<BulkOrder | undefined> {
  const { rows } = await sql<BulkOrder>`
    select ${orderColumns} from bulk_orders
     where account_id = ${key.accountId} and mode = ${key.mode} and id = ${key.id}`.execute(db)
  return rows[0]
}

export async function lockOrder(tx: Tx, key: BulkKey): Promise<BulkOrder | undefined> {
  const { rows } = await sql<BulkOrder>`
    select ${orderColumns} from bulk_orders
     where account_id = ${key.accountId} and mode = ${key.mode} and id = ${key.id}
       for update`.execute(tx)
  return rows[0]
}

export async function listOrders(
  db: Executor,
  { accountId, mode }: Owner,
  { before, limit }: { readonly before: bigint | undefined; readonly limit: number },
): Promise<BulkOrder[]> {
  const { rows } = await sql<BulkOrder>`
    select ${orderColumns} from bulk_orders
     where account_id = ${accountId} and mode = ${mode}
       and (${before ?? null}::bigint is null or id < ${before ?? null})
     order by id desc limit ${limit}`.execute(db)
  return rows
}

/** Writes what commands and progress change. */
export async function updateOrder(tx: Tx, order: BulkOrder): Promise<void> {
  await sql`
    update bulk_orders
       set state = ${order.state}, pause_reason = ${order.pauseReason}, ready = ${order.ready},
           skipped = ${order.skipped}, placed = ${order.placed}, failed = ${order.failed},
           cost_left = ${order.costLeft}, spent = ${order.spent}, started_by = ${order.startedBy},
           started_at = ${order.startedAt}, ended_at = ${order.endedAt},
           resumed_at = ${order.resumedAt}, resumed_settled = ${order.resumedSettled},
           lease_holder = ${order.leaseHolder}, lease_until = ${order.leaseUntil}
     where account_id = ${order.accountId} and mode = ${order.mode} and id = ${order.id}`.execute(
    tx,
  )
}

interface StoredRow {
  readonly line: number
  readonly state: StoredRowState
  readonly given: Given
  readonly identifier: string | null
  readonly productId: bigint | null
  readonly productName: string | null
  readonly quantity: number | null
  readonly unitPrice: Micros | null
  readonly cardCurrency: string | null
  readonly quoted: Micros | null
  readonly cost: Micros | null
  readonly problems: readonly Problem[] | null
  readonly duplicateOf: number | null
  readonly orderId: bigint | null
  readonly boughtIn: bigint | null
}

function toRow({ productId, productName, cardCurrency, problems, ...row }: StoredRow): Row {
  const isKnown = productId !== null && productName !== null && cardCurrency !== null
  const product = isKnown ? { id: productId, name: productName, currency: cardCurrency } : null
  return { ...row, product, problems: problems ?? [] }
}

const shownColumns = sql`
  line, state, given, identifier, product_id as "productId", product_name as "productName",
  quantity, unit_price as "unitPrice", card_currency as "cardCurrency", quoted, cost, problems,
  duplicate_of as "duplicateOf", order_id as "orderId", bought_in as "boughtIn"`

export interface RowQuery {
  readonly states: readonly StoredRowState[]
  /** Only rows below this line. */
  readonly after?: number
  readonly offset?: number
  readonly limit: number
}

/** Rows in these states, by line. */
export async function listRows(db: Executor, key: BulkKey, query: RowQuery): Promise<Row[]> {
  const { states, after = 0, offset = 0, limit } = query
  const { rows } = await sql<StoredRow>`
    select ${shownColumns} from bulk_rows
     where account_id = ${key.accountId} and mode = ${key.mode} and bulk_order_id = ${key.id}
       and state = any(${states}::bulk_row_state[]) and line > ${after}
     order by line limit ${limit} offset ${offset}`.execute(db)
  return rows.map(toRow)
}

/** Where rows were bought that had been bought before; most rows first. */
export async function listEarlier(
  db: Executor,
  key: BulkKey,
  limit: number,
): Promise<{ readonly id: bigint; readonly name: string; readonly rows: number }[]> {
  const { rows } = await sql<{ id: bigint; name: string; rows: number }>`
    select earlier.id, earlier.name, bought.rows
      from (select bought_in, count(*)::int as rows from bulk_rows
             where account_id = ${key.accountId} and mode = ${key.mode}
               and bulk_order_id = ${key.id} and state = 'skipped'
             group by bought_in) as bought
      join bulk_orders as earlier
        on earlier.account_id = ${key.accountId} and earlier.mode = ${key.mode}
       and earlier.id = bought.bought_in
     order by bought.rows desc, earlier.id limit ${limit}`.execute(db)
  return rows
}

/** Settles rows that are ready; answers how many are now in which state, and their amounts. */
export async function settleRows(
  tx: Tx,
  key: BulkKey,
  settled: readonly Settled[],
): Promise<Progress> {
  const { rows } = await sql<Progress>`
    with outcome as (
      select * from unnest(${settled.map(({ line }) => line)}::integer[],
                           ${settled.map(({ state }) => state)}::bulk_row_state[],
                           ${settled.map(({ problems }) => toJson(problems))}::text[],
                           ${settled.map(({ orderId }) => orderId)}::bigint[],
                           ${settled.map(({ cost }) => cost)}::bigint[],
                           ${settled.map(({ boughtIn }) => boughtIn)}::bigint[])
               as outcome (line, state, problems, order_id, cost, bought_in)),
    changed as (
      update bulk_rows
         set state = outcome.state, problems = outcome.problems::json,
             order_id = outcome.order_id, cost = outcome.cost, bought_in = outcome.bought_in
        from outcome
       where account_id = ${key.accountId} and mode = ${key.mode} and bulk_order_id = ${key.id}
         and bulk_rows.line = outcome.line and bulk_rows.state = 'ready'
      returning bulk_rows.state, quoted, bulk_rows.cost)
    select count(*) filter (where state = 'skipped')::int as skipped,
           count(*) filter (where state = 'placed')::int as placed,
           count(*) filter (where state = 'failed')::int as failed,
           coalesce(sum(quoted), 0)::bigint as quoted,
           coalesce(sum(cost), 0)::bigint as spent
      from changed`.execute(tx)
  return rows[0] ?? { skipped: 0, placed: 0, failed: 0, quoted: 0n, spent: 0n }
}

export interface Claimed extends BulkKey {
  /** Somebody else had it and has not said what became of the rows under way. */
  readonly wasLeft: boolean
}

/** Takes a bulk order that has rows to place, or that somebody has left; whose turn is longest ago. */
export async function claimOrder(
  db: Executor,
  { holder, now, until }: { readonly holder: string; readonly now: Date; readonly until: Date },
): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with free as (
      select account_id, mode, id, lease_until from bulk_orders
       where (state = 'running' or lease_until is not null)
         and (lease_until is null or lease_until <= ${now})
       order by worked_at nulls first limit 1 for update skip locked)
    update bulk_orders
       set lease_holder = ${holder}, lease_until = ${until}, worked_at = ${now}
      from free
     where bulk_orders.account_id = free.account_id and bulk_orders.mode = free.mode
       and bulk_orders.id = free.id
    returning bulk_orders.account_id as "accountId", bulk_orders.mode, bulk_orders.id,
              free.lease_until is not null as "wasLeft"`.execute(db)
  return rows[0]
}

export async function releaseOrder(db: Executor, key: BulkKey, holder: string): Promise<void> {
  await sql`
    update bulk_orders set lease_holder = null, lease_until = null
     where account_id = ${key.accountId} and mode = ${key.mode} and id = ${key.id}
       and lease_holder = ${holder}`.execute(db)
}

export async function deleteRows(tx: Tx, { accountId, mode, id }: BulkKey): Promise<void> {
  await sql`
    delete from bulk_rows
     where account_id = ${accountId} and mode = ${mode} and bulk_order_id = ${id}`.execute(tx)
}

/** Deletes drafts that nobody has started, with their rows, and what was cancelled before it was. */
export async function deleteUnstarted(db: Executor, before: Date): Promise<void> {
  await sql`
    with old as (
      delete from bulk_orders
       where started_at is null and created_at < ${before}
      returning account_id, mode, id)
    delete from bulk_rows using old
     where bulk_rows.account_id = old.account_id and bulk_rows.mode = old.mode
       and bulk_rows.bulk_order_id = old.id`.execute(db)
}
