import { sql } from 'kysely'
import type { Executor } from '../storage/database.ts'
import type { DatabaseHealth, LedgerVerification, VerificationResult, Waiting } from './model.ts'

export async function ping(db: Executor): Promise<void> {
  await sql`select 1`.execute(db)
}

export async function readDatabase(db: Executor): Promise<DatabaseHealth> {
  const { rows } = await sql<DatabaseHealth>`
    select current_setting('server_version') as "postgresVersion",
           pg_database_size(current_database()) as "sizeBytes",
           (select count(*)::int from pg_stat_activity
             where datname = current_database()) as connections,
           current_setting('max_connections')::int as "connectionsMax"`.execute(db)
  if (rows[0] === undefined) throw new Error('The database says nothing of itself')
  return rows[0]
}

// What waits is counted in everybody's tables, which nothing else here looks into.

const nothing: Waiting = { count: 0, dueLater: 0, lateSince: null }

/** Of rows that wait, by the column that says when each is due. */
const waitingBy = (due: 'due_at' | 'start_after', now: Date) => sql`
  count(*)::int as count, (count(*) filter (where ${sql.ref(due)} >= ${now}))::int as "dueLater",
  min(${sql.ref(due)}) filter (where ${sql.ref(due)} < ${now}) as "lateSince"`

/** The most rows that are looked at. */
const COUNTED_MAX = 10_000

export async function countDeliveries(db: Executor, now: Date): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select ${waitingBy('due_at', now)}
      from (select due_at from webhook_deliveries
             where state = 'pending' limit ${COUNTED_MAX}) waiting`.execute(db)
  return rows[0] ?? nothing
}

export async function countMessages(db: Executor, now: Date): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select ${waitingBy('due_at', now)}
      from (select due_at from messages where state in ('queued', 'sending')
             order by due_at limit ${COUNTED_MAX}) waiting`.execute(db)
  return rows[0] ?? nothing
}

/** Accounts and modes whose newest orders have no event yet. */
export async function countStreamsBehind(db: Executor): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select count(*)::int as count, 0 as "dueLater", min(first.created_at) as "lateSince"
      from event_streams s
      cross join lateral (select o.created_at from orders o
                           where o.account_id = s.account_id and o.mode = s.mode
                             and o.id > s.last_order_id
                           order by o.id limit 1) first`.execute(db)
  return rows[0] ?? nothing
}

/** Of pg-boss, whose schema is not there before the first jobs are. */
export async function countJobs(db: Executor, now: Date): Promise<Waiting> {
  const { rows: tables } = await sql<{ hasJobs: boolean }>`
    select to_regclass('jobs.job') is not null as "hasJobs"`.execute(db)
  if (tables[0]?.hasJobs !== true) return nothing
  const { rows } = await sql<Waiting>`
    select ${waitingBy('start_after', now)}
      from (select start_after from jobs.job
             where state in ('created', 'retry') limit ${COUNTED_MAX}) waiting`.execute(db)
  return rows[0] ?? nothing
}

export async function insertVerification(
  db: Executor,
  { startedAt, startedBy }: Pick<LedgerVerification, 'startedAt' | 'startedBy'>,
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into ledger_verifications (started_at, started_by)
    values (${startedAt}, ${startedBy}) returning id`.execute(db)
  if (rows[0] === undefined) throw new Error('The verification was not written')
  return rows[0].id
}

export async function finishVerification(
  db: Executor,
  id: bigint,
  finished: { readonly at: Date; readonly result?: VerificationResult; readonly error?: string },
): Promise<void> {
  const { at, result, error = null } = finished
  await sql`
    update ledger_verifications
       set finished_at = ${at}, error = ${error},
           wallets = ${result?.wallets ?? null}, transfers = ${result?.transfers ?? null},
           orders = ${result?.orders ?? null},
           discrepancies = ${result === undefined ? null : JSON.stringify(result.discrepancies)}::json
     where id = ${id}`.execute(db)
}

interface VerificationRow extends Omit<LedgerVerification, 'result'> {
  readonly wallets: bigint | null
  readonly transfers: bigint | null
  readonly orders: bigint | null
  readonly discrepancies: readonly string[] | null
}

const columns = sql`
  id, started_at as "startedAt", finished_at as "finishedAt", started_by as "startedBy", error,
  wallets, transfers, orders, discrepancies`

export async function findLastVerification(db: Executor): Promise<LedgerVerification | undefined> {
  const { rows } = await sql<VerificationRow>`
    select ${columns} from ledger_verifications order by id desc limit 1`.execute(db)
  return rows[0] && toVerification(rows[0])
}

export async function getVerification(db: Executor, id: bigint): Promise<LedgerVerification> {
  const { rows } = await sql<VerificationRow>`
    select ${columns} from ledger_verifications where id = ${id}`.execute(db)
  if (rows[0] === undefined) throw new Error(`There is no verification ${id}`)
  return toVerification(rows[0])
}

function toVerification(row: VerificationRow): LedgerVerification {
  const { wallets, transfers, orders, discrepancies, ...verification } = row
  const isDone = wallets !== null && transfers !== null && orders !== null && discrepancies !== null
  return { ...verification, result: isDone ? { wallets, transfers, orders, discrepancies } : null }
}
