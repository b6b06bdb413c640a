import { sql } from 'kysely'
import type { Owner } from '../accounts/index.ts'
import { bulkInsert } from '../storage/bulk.ts'
import { type Executor, PLANNED_ANEW, type Tx } from '../storage/database.ts'
import type { OwnedOmission } from './admission.ts'
import type { LoggedExchange, LoggedRequest, Omission } from './model.ts'

const insertRows = bulkInsert<LoggedExchange>(
  'requests',
  [
    ['account_id', 'bigint', ({ accountId }) => accountId],
    ['mode', 'mode', ({ mode }) => mode],
    ['id', 'text', ({ id }) => id],
    ['at', 'timestamptz', ({ at }) => at],
    ['client_id', 'text', ({ clientId }) => clientId],
    ['method', 'text', ({ method }) => method],
    ['route', 'text', ({ route }) => route],
    ['path', 'text', ({ path }) => path],
    ['query', 'text', ({ query }) => query],
    ['status', 'smallint', ({ status }) => status],
    ['milliseconds', 'real', ({ milliseconds }) => milliseconds],
    ['error_code', 'text', ({ errorCode }) => errorCode],
    ['order_id', 'bigint', ({ orderId }) => orderId],
    ['address', 'text', ({ address }) => address],
    ['user_agent', 'text', ({ userAgent }) => userAgent],
    ['headers', 'json', ({ headers }) => JSON.stringify(headers)],
    ['request_body', 'text', ({ requestBody }) => requestBody],
    ['response_body', 'text', ({ responseBody }) => responseBody],
  ],
  'on conflict do nothing',
)

/** Those that are there already stay as they are. */
export async function insertRequests(db: Executor, rows: readonly LoggedExchange[]): Promise<void> {
  await db.getExecutor().executeQuery(insertRows(rows))
}

/** The commit of this transaction does not wait for the disk, nor do orders for it. */
export async function relaxCommit(tx: Tx): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true)`.execute(tx)
}

export async function addOmissions(
  db: Executor,
  omissions: readonly OwnedOmission[],
  at: Date,
): Promise<void> {
  await sql`
    insert into request_omissions as o (account_id, mode, minute, successes, failures)
    select account_id, mode, date_trunc('minute', ${at}::timestamptz), sum(successes), sum(failures)
      from unnest(${omissions.map(({ owner }) => owner.accountId)}::bigint[],
                  ${omissions.map(({ owner }) => owner.mode)}::mode[],
                  ${omissions.map(({ successes }) => successes)}::bigint[],
                  ${omissions.map(({ failures }) => failures)}::bigint[])
             as told (account_id, mode, successes, failures)
     group by account_id, mode order by account_id, mode
    on conflict (account_id, mode, minute) do update
       set successes = o.successes + excluded.successes,
           failures = o.failures + excluded.failures`.execute(db)
}

/** From one id on, to before another. */
export interface IdRange {
  readonly from: string
  readonly before: string
}

/** What requests are looked for by; what is undefined does not restrict. */
export interface RequestFilter {
  readonly method: string | undefined
  /** Of the endpoint or of the request, in whole or its beginning. */
  readonly path: string | undefined
  /** The lowest and the highest. */
  readonly statuses: readonly [number, number] | undefined
  readonly clientId: string | undefined
  readonly errorCode: string | undefined
  readonly orderId: bigint | undefined
  /** Somewhere in the path, the query or a body. */
  readonly text: string | undefined
  readonly limit: number
}

const columns = sql`
  account_id as "accountId", mode, client_id as "clientId", id, at, method, route, path, query,
  status, milliseconds, error_code as "errorCode", order_id as "orderId", address,
  user_agent as "userAgent"`

export interface Found {
  readonly requests: readonly LoggedRequest[]
  /** The oldest that was looked at, when there may be more before it. */
  readonly lookedTo: string | undefined
}

/** How many requests are looked at for one page: so a search for what there is not ends. */
const LOOKED_AT_MAX = 20_000

/** Bodies are long. */
const READ_MAX = 4_000

const plannedAnew = sql.raw(PLANNED_ANEW)

/** The newest first. */
export async function listRequests(
  db: Executor,
  { accountId, mode }: Owner,
  query: RequestFilter,
  range: IdRange,
): Promise<Found> {
  const { method, path, statuses, clientId, errorCode, orderId, text, limit } = query
  const lookedAtMax = text === undefined ? LOOKED_AT_MAX : READ_MAX
  const isFailures = (statuses !== undefined && statuses[0] >= 400) || errorCode !== undefined
  const { rows } = await sql<
    LoggedRequest & { readonly place: number; readonly fits: boolean }
  >`${plannedAnew}
    select * from (
      select ${columns}, row_number() over (order by id desc)::int as place,
             (${method ?? null}::text is null or method = ${method ?? null})
             and (${path ?? null}::text is null or starts_with(path, ${path ?? null})
                  or route = ${path ?? null})
             and (${statuses?.[0] ?? null}::int is null
                  or status between ${statuses?.[0] ?? null} and ${statuses?.[1] ?? null})
             and (${clientId ?? null}::text is null or client_id = ${clientId ?? null})
             and (${errorCode ?? null}::text is null or error_code = ${errorCode ?? null})
             and (${text ?? null}::text is null or strpos(lower(concat_ws(
                    ' ', id, path, query, request_body, response_body)), ${text ?? null}) > 0)
               as fits
        from (select * from requests
               where account_id = ${accountId} and mode = ${mode}
                 and id >= ${range.from} and id < ${range.before}
                 ${isFailures ? sql`and status >= 400` : sql``}
                 ${orderId === undefined ? sql`` : sql`and order_id = ${orderId}`}
               order by id desc limit ${lookedAtMax}) as looked_at
    ) as judged
     where fits or place = ${lookedAtMax}
     order by id desc limit ${limit + 1}`.execute(db)
  return toFound(rows, limit, lookedAtMax)
}

function toFound(
  rows: readonly (LoggedRequest & { readonly place: number; readonly fits: boolean })[],
  limit: number,
  lookedAtMax: number,
): Found {
  const fitting = rows.filter(({ fits }) => fits)
  const requests = fitting.slice(0, limit)
  if (fitting.length > limit) return { requests, lookedTo: requests.at(-1)?.id }
  return { requests, lookedTo: rows.find(({ place }) => place === lookedAtMax)?.id }
}

export async function findRequest(
  db: Executor,
  { accountId, mode }: Owner,
  id: string,
): Promise<LoggedExchange | undefined> {
  const { rows } = await sql<LoggedExchange>`
    select ${columns}, headers, request_body as "requestBody", response_body as "responseBody"
      from requests
     where account_id = ${accountId} and mode = ${mode} and id = ${id}`.execute(db)
  return rows[0]
}

/** What was not recorded from the minute of one time to before that of another. */
export async function sumOmissions(
  db: Executor,
  { accountId, mode }: Owner,
  from: Date,
  before: Date,
): Promise<Omission> {
  const { rows } = await sql<Omission>`
    select coalesce(sum(successes), 0)::float8 as successes,
           coalesce(sum(failures), 0)::float8 as failures
      from request_omissions
     where account_id = ${accountId} and mode = ${mode}
       and minute >= date_trunc('minute', ${from}::timestamptz)
       and minute < date_trunc('minute', ${before}::timestamptz)`.execute(db)
  return rows[0] ?? { successes: 0, failures: 0 }
}

/** @returns how many there were */
export async function deleteRequestsBefore(
  db: Executor,
  time: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from requests
     where ctid = any(array(
       select ctid from requests where at < ${time} order by at limit ${limit}))`.execute(db)
  return Number(numAffectedRows)
}

/** @returns how many there were */
export async function deleteOmissionsBefore(
  db: Executor,
  time: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from request_omissions
     where ctid = any(array(
       select ctid from request_omissions where minute < ${time}
        order by minute limit ${limit}))`.execute(db)
  return Number(numAffectedRows)
}
