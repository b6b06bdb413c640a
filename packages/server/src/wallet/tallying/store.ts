import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Micros } from '../../core/money.ts'
import type { Executor, Tx } from '../../storage/database.ts'

/** Those whose transfers are not all in their tallies. */
export async function listBehind(db: Executor): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select w.account_id as "accountId", w.mode
      from wallets w
      left join wallet_tally_positions p using (account_id, mode)
      cross join lateral (select id from transfers t
                           where t.account_id = w.account_id and t.mode = w.mode
                           order by id desc limit 1) as newest
     where newest.id > coalesce(p.last_transfer_id, 0)
     order by w.account_id, w.mode`.execute(db)
  return rows
}

/** Looks at the newest transfer alone: asked for a later one, PostgreSQL may read all of them. */
export async function isBehind(db: Executor, { accountId, mode }: Owner): Promise<boolean> {
  const { rows } = await sql<{ isBehind: boolean }>`
    select newest.id > coalesce((select last_transfer_id from wallet_tally_positions
                                  where account_id = ${accountId} and mode = ${mode}), 0)
           as "isBehind"
      from (select id from transfers where account_id = ${accountId} and mode = ${mode}
             order by id desc limit 1) as newest`.execute(db)
  return rows[0]?.isBehind ?? false
}

/** Locks the position of a wallet's tallies; answers the last transfer that is in them. */
export async function lockPosition(tx: Tx, { accountId, mode }: Owner): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into wallet_tally_positions as p (account_id, mode, last_transfer_id)
    values (${accountId}, ${mode}, 0)
        on conflict (account_id, mode) do update set last_transfer_id = p.last_transfer_id
    returning last_transfer_id as id`.execute(tx)
  return rows[0]?.id ?? 0n
}

/** Adds the next transfers to the tallies. @returns how many there were */
export async function addTransfers(
  tx: Tx,
  { accountId, mode }: Owner,
  after: bigint,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ transfers: bigint }>`
    with portion as materialized (
      select id, kind, wallet, created_at from transfers
       where account_id = ${accountId} and mode = ${mode} and id > ${after}
       order by id limit ${limit}),
    tallied as (
      insert into wallet_tallies as t (account_id, mode, quarter, orders, spent, funded)
      select ${accountId}, ${mode}::mode,
             date_bin('15 minutes', created_at, timestamptz '2000-01-01 00:00:00Z'),
             count(*) filter (where kind = 'order'),
             coalesce(-sum(wallet) filter (where kind <> 'funding'), 0),
             coalesce(sum(wallet) filter (where kind = 'funding'), 0)
        from portion group by 3
          on conflict (account_id, mode, quarter) do update
         set orders = t.orders + excluded.orders, spent = t.spent + excluded.spent,
             funded = t.funded + excluded.funded),
    moved as (
      update wallet_tally_positions p set last_transfer_id = last.id
        from (select max(id) as id from portion) last
       where p.account_id = ${accountId} and p.mode = ${mode} and last.id is not null)
    select count(*) as transfers from portion`.execute(tx)
  return Number(rows[0]?.transfers ?? 0n)
}

export interface DayTally {
  /** `yyyy-MM-dd`. */
  readonly day: string
  readonly orders: bigint
  readonly spent: Micros
  readonly funded: Micros
}

/** The days of a zone since a moment on which something was posted, ascending. */
export async function listDays(
  db: Executor,
  { accountId, mode }: Owner,
  since: Date,
  timeZone: string,
): Promise<DayTally[]> {
  const { rows } = await sql<DayTally>`
    select to_char(quarter at time zone ${timeZone}, 'YYYY-MM-DD') as day,
           sum(orders)::bigint as orders, sum(spent)::bigint as spent, sum(funded)::bigint as funded
      from wallet_tallies
     where account_id = ${accountId} and mode = ${mode} and quarter >= ${since}
     group by 1 order by 1`.execute(db)
  return rows
}

/** What orders took since a moment, and when the first of all was placed. */
export async function readPace(
  db: Executor,
  { accountId, mode }: Owner,
  since: Date,
): Promise<{ readonly spent: Micros; readonly firstAt: Date | null }> {
  const { rows } = await sql<{ spent: bigint; firstAt: Date | null }>`
    select (select coalesce(sum(spent), 0)::bigint from wallet_tallies
             where account_id = ${accountId} and mode = ${mode} and quarter >= ${since}) as spent,
           (select quarter from wallet_tallies
             where account_id = ${accountId} and mode = ${mode} and orders > 0
             order by quarter limit 1) as "firstAt"`.execute(db)
  return rows[0] ?? { spent: 0n, firstAt: null }
}
