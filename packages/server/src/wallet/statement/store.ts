import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Micros } from '../../core/money.ts'
import type { Executor } from '../../storage/database.ts'
import type { LedgerAccount, TransferKind } from '../model.ts'

/** Transfers of one wallet from one id up to another, both included. */
export interface IdRange {
  readonly firstId: bigint
  readonly lastId: bigint
}

/** A transfer of a statement. */
export interface Line extends Readonly<Record<LedgerAccount, Micros>> {
  readonly id: bigint
  readonly kind: TransferKind
  readonly orderId: bigint | null
  readonly currency: string
  /** The wallet's balance after it. */
  readonly balance: Micros
  readonly at: Date
  readonly note: string | null
  readonly reference: string | null
  readonly postedBy: string | null
}

/** What statements can be narrowed to: what orders took and were given back, or what was put in. */
export const statementKinds = ['order', 'funding'] as const

export type StatementKind = (typeof statementKinds)[number]

const columns = sql`
  t.id, t.kind, t.order_id as "orderId", t.currency, t.balance, t.created_at as at,
  t.wallet, t.sales, t.fees, t.sms, t.discounts, t.funding,
  n.note, n.reference, n.posted_by_name as "postedBy"`

const noted = sql`transfers t left join transfer_notes n
  on n.account_id = t.account_id and n.mode = t.mode and n.transfer_id = t.id`

/**
 * Where in a wallet's book a moment is: the lowest id of which that transfer and all after it are
 * from then or later. There is no index by time, which every order would have to keep: a book is
 * in the order of time, so it is bisected, in some twenty steps of its primary key.
 */
export async function findPosition(
  db: Executor,
  { accountId, mode }: Owner,
  moment: Date,
): Promise<bigint> {
  const { rows } = await sql<{ position: bigint }>`
    with recursive search (low, high) as (
      select coalesce(min(id), 0), coalesce(max(id) + 1, 0) from transfers
       where account_id = ${accountId} and mode = ${mode}
      union all
      select case when found.at < ${moment} then found.id + 1 else low end,
             case when found.at < ${moment} then high else (low + high) / 2 end
        from search
        left join lateral (select id, created_at as at from transfers
                            where account_id = ${accountId} and mode = ${mode}
                              and id >= (low + high) / 2
                            order by id limit 1) as found on true
       where low < high)
    select low as position from search where low >= high limit 1`.execute(db)
  return rows[0]?.position ?? 0n
}

/** The last transfer before a position; undefined when there is none. */
export async function findLast(
  db: Executor,
  { accountId, mode }: Owner,
  before: bigint,
): Promise<{ readonly id: bigint; readonly balance: Micros } | undefined> {
  const { rows } = await sql<{ id: bigint; balance: bigint }>`
    select id, balance from transfers
     where account_id = ${accountId} and mode = ${mode} and id < ${before}
     order by id desc limit 1`.execute(db)
  return rows[0]
}

/** Lines of a range, the newest first. */
export async function listNewest(
  db: Executor,
  { accountId, mode }: Owner,
  { firstId, lastId }: IdRange,
  limit: number,
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select ${columns} from ${noted}
     where t.account_id = ${accountId} and t.mode = ${mode}
       and t.id between ${firstId} and ${lastId}
     order by t.id desc limit ${limit}`.execute(db)
  return rows
}

/** The same of one kind. The first has an index of its own; of the other most lines are. */
export async function listNewestOfKind(
  db: Executor,
  { accountId, mode }: Owner,
  { firstId, lastId }: IdRange,
  { kind, limit }: { readonly kind: StatementKind; readonly limit: number },
): Promise<Line[]> {
  const isOfKind = kind === 'funding' ? sql`t.kind = 'funding'` : sql`t.kind <> 'funding'`
  const { rows } = await sql<Line>`
    select ${columns} from ${noted}
     where t.account_id = ${accountId} and t.mode = ${mode}
       and t.id between ${firstId} and ${lastId} and ${isOfKind}
     order by t.id desc limit ${limit}`.execute(db)
  return rows
}

/** Lines of a range, the oldest first. */
export async function listOldest(
  db: Executor,
  { accountId, mode }: Owner,
  { firstId, lastId }: IdRange,
  limit: number,
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select ${columns} from ${noted}
     where t.account_id = ${accountId} and t.mode = ${mode}
       and t.id between ${firstId} and ${lastId}
     order by t.id limit ${limit}`.execute(db)
  return rows
}

/** How many lines a range has, counted up to a limit. */
export async function countUpTo(
  db: Executor,
  { accountId, mode }: Owner,
  { firstId, lastId }: IdRange,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ lines: bigint }>`
    select count(*) as lines
      from (select from transfers
             where account_id = ${accountId} and mode = ${mode}
               and id between ${firstId} and ${lastId}
             order by id limit ${limit}) as counted`.execute(db)
  return Number(rows[0]?.lines ?? 0n)
}

export async function findAccountName(db: Executor, accountId: bigint): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from accounts where id = ${accountId}`.execute(db)
  return rows[0]?.name ?? ''
}
