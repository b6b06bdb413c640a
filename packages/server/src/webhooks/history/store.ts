import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Executor } from '../../storage/database.ts'
import type { Delivery, DeliveryState, Endpoint, StoredAttempt } from '../model.ts'
import type { ListPart } from '../store.ts'

type Address = Pick<Endpoint, 'owner' | 'id'>

export interface AttemptFilter {
  readonly isDelivered: boolean | undefined
  readonly type: string | undefined
  readonly sequence: bigint | undefined
}

/** Attempts that were found, and how far was looked. */
export interface AttemptPart {
  readonly attempts: readonly StoredAttempt[]
  /** Those before this one have not been looked at; null when there are none. */
  readonly nextBefore: bigint | null
}

/** Bounds what a filter that hardly anything passes makes the database read for one part. */
const SCAN_MAX = 10_000

const attemptColumns = sql`
  id, endpoint_id as "endpointId", sequence, type, url, request_headers as "requestHeaders",
  status, answer_headers as "answerHeaders", answer_body as "answerBody", error,
  error_message as "errorMessage", milliseconds, at`

/** The newest first. */
export async function listAttempts(
  db: Executor,
  { owner, id }: Address,
  filter: AttemptFilter,
  { before, limit }: ListPart,
): Promise<AttemptPart> {
  const { isDelivered, type, sequence } = filter
  const own = sql`account_id = ${owner.accountId} and mode = ${owner.mode} and endpoint_id = ${id}
    ${before === undefined ? sql`` : sql`and id < ${before}`}`
  if (sequence !== undefined) return listOfEvent(db, own, { ...filter, sequence }, limit)
  // An id far enough back ends the scan; its row is the last that is looked at.
  const { rows: ends } = await sql<{ id: bigint }>`
    select id from webhook_attempts where ${own}
     order by id desc offset ${SCAN_MAX - 1} limit 1`.execute(db)
  const end = ends[0]?.id
  const { rows } = await sql<StoredAttempt>`
    select ${attemptColumns} from webhook_attempts
     where ${own} ${end === undefined ? sql`` : sql`and id >= ${end}`}
       ${type === undefined ? sql`` : sql`and type = ${type}`} ${wasDelivered(isDelivered)}
     order by id desc limit ${limit + 1}`.execute(db)
  return partOf(rows, limit, end)
}

async function listOfEvent(
  db: Executor,
  own: ReturnType<typeof sql>,
  { isDelivered, type, sequence }: AttemptFilter,
  limit: number,
): Promise<AttemptPart> {
  const { rows } = await sql<StoredAttempt>`
    select ${attemptColumns} from webhook_attempts
     where ${own} and sequence = ${sequence}
       ${type === undefined ? sql`` : sql`and type = ${type}`} ${wasDelivered(isDelivered)}
     order by id desc limit ${limit + 1}`.execute(db)
  return partOf(rows, limit, undefined)
}

const wasDelivered = (isDelivered: boolean | undefined) =>
  isDelivered === undefined
    ? sql``
    : sql`and coalesce(status between 200 and 299, false) = ${isDelivered}`

/** @param end the last row that was looked at, when the scan ended before all of them */
function partOf(
  rows: readonly StoredAttempt[],
  limit: number,
  end: bigint | undefined,
): AttemptPart {
  const attempts = rows.slice(0, limit)
  const isFull = rows.length > limit
  return { attempts, nextBefore: (isFull ? attempts.at(-1)?.id : end) ?? null }
}

export async function listDeliveries(
  db: Executor,
  { owner, id }: Address,
  state: DeliveryState | undefined,
  { before, limit }: ListPart,
): Promise<Delivery[]> {
  // The state as text, so that the indices of single states serve.
  const { rows } = await sql<Delivery>`
    select sequence, state, attempts, due_at as "dueAt", updated_at as "updatedAt"
      from webhook_deliveries
     where account_id = ${owner.accountId} and mode = ${owner.mode} and endpoint_id = ${id}
       ${state === undefined ? sql`` : sql`and state = ${sql.lit(state)}`}
       ${before === undefined ? sql`` : sql`and sequence < ${before}`}
     order by sequence desc limit ${limit}`.execute(db)
  return rows
}

/** One event's way to one of the endpoints that there are. */
export interface EventDelivery extends Delivery {
  readonly endpointId: string
  readonly url: string
}

export async function listEventDeliveries(
  db: Executor,
  { accountId, mode }: Owner,
  sequence: bigint,
): Promise<EventDelivery[]> {
  const { rows } = await sql<EventDelivery>`
    select d.endpoint_id as "endpointId", e.url, d.sequence, d.state, d.attempts,
           d.due_at as "dueAt", d.updated_at as "updatedAt"
      from webhook_endpoints e
      join webhook_deliveries d
        on d.account_id = e.account_id and d.mode = e.mode and d.endpoint_id = e.id
     where e.account_id = ${accountId} and e.mode = ${mode} and e.deleted_at is null
       and d.sequence = ${sequence}
     order by e.created_at, e.id`.execute(db)
  return rows
}

/** How an endpoint does. */
export interface EndpointHealth {
  readonly endpointId: string
  readonly pending: number
  readonly failed: number
  readonly attempts: number
  readonly delivered: number
  readonly medianMilliseconds: number | null
  readonly lastAttemptAt: Date | null
}

/** Whoever has more has trouble enough. */
export const COUNT_MAX = 10_000
export const RECENT_ATTEMPTS = 100

export async function listHealth(
  db: Executor,
  { accountId, mode }: Owner,
): Promise<EndpointHealth[]> {
  const count = (state: DeliveryState) => sql`
    (select count(*)::integer from (
       select 1 from webhook_deliveries d
        where d.account_id = e.account_id and d.mode = e.mode and d.endpoint_id = e.id
          and d.state = ${sql.lit(state)} limit ${COUNT_MAX}) as counted)`
  const { rows } = await sql<EndpointHealth>`
    select e.id as "endpointId", ${count('pending')} as pending, ${count('failed')} as failed,
           recent.attempts, recent.delivered, recent.median as "medianMilliseconds",
           recent.last as "lastAttemptAt"
      from webhook_endpoints e
     cross join lateral (
       select count(*)::integer as attempts,
              count(*) filter (where status between 200 and 299)::integer as delivered,
              percentile_disc(0.5) within group (order by milliseconds)
                filter (where status is not null) as median,
              max(at) as last
         from (select a.status, a.milliseconds, a.at from webhook_attempts a
                where a.account_id = e.account_id and a.mode = e.mode and a.endpoint_id = e.id
                order by a.id desc limit ${RECENT_ATTEMPTS}) as newest) as recent
     where e.account_id = ${accountId} and e.mode = ${mode} and e.deleted_at is null
     order by e.created_at, e.id`.execute(db)
  return rows
}
