import { type RawBuilder, sql } from 'kysely'
import { type Executor, PLANNED_ANEW, type Tx } from '../../storage/database.ts'
import {
  fingerprintOf,
  isOfProduct,
  isWithinTimes,
  type OrderFilter,
  type Owner,
  orderConditions,
  ownedBy,
  type Recipient,
  tallyConditions,
} from '../filter.ts'

/** The list that somebody asks for. */
export interface ListQuery {
  readonly tx: Tx
  readonly owner: Owner
  readonly filter: OrderFilter
}

/** Ids from the first to the last, both included. */
export interface IdRange {
  readonly firstId: bigint
  readonly lastId: bigint
}

/** How many orders of a run fit a filter. */
export interface RunCount extends IdRange {
  /** The run's number. */
  readonly run: number
  readonly orders: number
  /** How many orders the run has. */
  readonly size: number
  /** Whether only the orders themselves can tell how many fit; `orders` is then the most. */
  readonly isOpen: boolean
}

interface RunCountRow {
  readonly run: number
  readonly first_id: bigint
  readonly last_id: bigint
  readonly orders: number
  readonly size: number
  readonly is_open: boolean
}

function toRunCount(row: RunCountRow): RunCount {
  return {
    run: row.run,
    firstId: row.first_id,
    lastId: row.last_id,
    orders: row.orders,
    size: row.size,
    isOpen: row.is_open,
  }
}

/** A part of a list. */
export interface Slice {
  readonly skip: number
  readonly take: number
}

const plannedAnew = sql.raw(PLANNED_ANEW)

/** The last order that belongs to a run; 0 when there is no run. */
export async function findLastIdOfRuns(db: Executor, owner: Owner): Promise<bigint> {
  const { rows } = await sql<{ last_id: bigint }>`
    select last_id from order_runs where ${ownedBy(owner)} order by number desc limit 1`.execute(db)
  return rows[0]?.last_id ?? 0n
}

/** The newest order; 0 when there is none. */
export async function findLastId(db: Executor, owner: Owner): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    select id from orders where ${ownedBy(owner)} order by id desc limit 1`.execute(db)
  return rows[0]?.id ?? 0n
}

/** Keys of tallies: of the products that fit a filter, and of those that do not. */
export interface Products {
  readonly fitting: readonly number[]
  readonly others: readonly number[]
}

/** Stands for all products together. */
const ALL_PRODUCTS = 0

export async function findProducts(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
): Promise<Products> {
  const fits = isOfProduct(filter)
  if (fits === undefined) return { fitting: [ALL_PRODUCTS], others: [] }
  const { rows } = await sql<Products>`${plannedAnew}
    select coalesce(array_agg(key) filter (where ${fits}), '{}') as fitting,
           coalesce(array_agg(key) filter (where not (${fits})), '{}') as others
      from ordered_products where ${ownedBy(owner)}`.execute(db)
  return rows[0] ?? { fitting: [], others: [] }
}

/**
 * Counts the orders that fit the filter, its recipient aside. The newest run
 * comes first. When most products fit, the others are subtracted from all.
 */
export async function countByTallies(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
  { fitting, others }: Products,
): Promise<RunCount[]> {
  const isAdding = fitting.length <= others.length
  const keys = isAdding ? fitting : [ALL_PRODUCTS, ...others]
  const { rows } = await sql<RunCountRow>`${plannedAnew}
    select run, first_id, last_id, counted.orders, order_runs.orders as size, is_open
      from (select run, not bool_and(${isWithinTimes(filter)}) as is_open,
                   sum(case when ${isAdding} or product_key = ${ALL_PRODUCTS}
                            then orders else -orders end)::integer as orders
              from order_tallies
             where ${tallyConditions(owner, filter)} and product_key = any(${keys}::integer[])
             group by run) as counted
      join order_runs on number = run
     where ${ownedBy(owner)} and (counted.orders > 0 or is_open)
     order by run desc`.execute(db)
  return rows.map(toRunCount)
}

/** Which fingerprints of a run are those of the recipients in a column. */
const fingerprintsOf = {
  recipient_email: sql`recipients`,
  recipient_phone: sql`phones`,
} as const

/**
 * Counts the orders that went to a recipient. The newest run comes first.
 *
 * Within a run a fingerprint means one address, so the first order that has it
 * tells whether all of them went to this one. A run without fingerprints is open.
 */
export async function countByRecipient(
  db: Executor,
  owner: Owner,
  { column, address }: Recipient,
): Promise<RunCount[]> {
  const { rows } = await sql<RunCountRow>`
    select number as run, first_id, last_id, coalesce(cardinality(places), orders) as orders,
           orders as size, places is null as is_open
      from order_runs
      cross join array_positions(${fingerprintsOf[column]},
                                 ${fingerprintOf(sql`${address}::text`)}) as places
     where ${ownedBy(owner)}
       and (places is null or (select lower(${sql.ref(column)}) = lower(${address}) from orders
                                where ${ownedBy(owner)} and id = ids[places[1]]))
     order by run desc`.execute(db)
  return rows.map(toRunCount)
}

/**
 * Ids of orders that fit the filter, its recipient aside, newest first. In open runs they include
 * orders whose times do not fit.
 */
export async function listByTallies(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
  { fitting }: Products,
  { first, last, skip, take }: Slice & { readonly first: number; readonly last: number },
): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`${plannedAnew}
    select id from order_tallies cross join unnest(ids) as id
     where ${tallyConditions(owner, filter)} and product_key = any(${fitting}::integer[])
       and run between ${first} and ${last}
     order by id desc limit ${take} offset ${skip}`.execute(db)
  return rows.map((row) => row.id)
}

/** Ids of orders in runs where `countByRecipient` has found the recipient; newest first. */
export async function listByRecipient(
  db: Executor,
  owner: Owner,
  { column, address }: Recipient,
  { runs, skip, take }: Slice & { readonly runs: readonly number[] },
): Promise<bigint[]> {
  // The empty array makes PostgreSQL fetch the long one once, and not anew for each place.
  const { rows } = await sql<{ id: bigint }>`
    with runs as materialized (
      select ids || '{}'::bigint[] as ids,
             array_positions(${fingerprintsOf[column]},
                             ${fingerprintOf(sql`${address}::text`)}) as places
        from order_runs where ${ownedBy(owner)} and number = any(${runs}::integer[]))
    select ids[place] as id from runs cross join unnest(places) as place
     order by id desc limit ${take} offset ${skip}`.execute(db)
  return rows.map((row) => row.id)
}

/** Ids of orders that fit a filter with an identifier; newest first. */
export async function listByIdentifier(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`${plannedAnew}
    select id from orders where ${orderConditions(owner, filter)} order by id desc`.execute(db)
  return rows.map((row) => row.id)
}

/** Ids of orders that have this id or identifier and fit the filter; newest first. */
export async function listByName(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
  { id, identifier }: { readonly id: bigint | undefined; readonly identifier: string },
): Promise<bigint[]> {
  const isNamed = (condition: RawBuilder<unknown>) => sql`
    select id from orders where ${orderConditions(owner, filter)} and ${condition}`
  const byIdentifier = isNamed(sql`lower(custom_identifier) = lower(${identifier})`)
  const { rows } = await sql<{ id: bigint }>`${plannedAnew}
    select id from (
      ${id === undefined ? byIdentifier : sql`${byIdentifier} union ${isNamed(sql`id = ${id}`)}`}
    ) as named order by id desc`.execute(db)
  return rows.map((row) => row.id)
}

/** Which of some orders fit the filter; the newest first. */
export async function selectFitting(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
  ids: readonly bigint[],
): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`${plannedAnew}
    select id from orders
     where ${orderConditions(owner, filter)} and id = any(${ids}::bigint[])
     order by id desc`.execute(db)
  return rows.map((row) => row.id)
}

/** Counts the orders that fit the filter in each of some ranges, by reading them. */
export async function countInRanges(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
  ranges: readonly IdRange[],
): Promise<number[]> {
  const { rows } = await sql<{ orders: bigint }>`${plannedAnew}
    select (select count(*) from orders
             where ${orderConditions(owner, filter)} and id between first_id and last_id) as orders
      from unnest(${ranges.map((range) => range.firstId)}::bigint[],
                  ${ranges.map((range) => range.lastId)}::bigint[])
           with ordinality as ranges (first_id, last_id, place)
     order by place`.execute(db)
  return rows.map((row) => Number(row.orders))
}

/** Ids of orders that fit the filter in a range, by reading them; newest first. */
export async function listInRange(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
  { firstId, lastId, skip, take }: IdRange & Slice,
): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`${plannedAnew}
    select id from orders
     where ${orderConditions(owner, filter)} and id between ${firstId} and ${lastId}
     order by id desc limit ${take} offset ${skip}`.execute(db)
  return rows.map((row) => row.id)
}
