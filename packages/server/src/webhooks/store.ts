import { type RawBuilder, sql } from 'kysely'
import type { Mode, Owner } from '../accounts/index.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type { Delivery, DeliveryState, DisabledReason, Endpoint, StoredAttempt } from './model.ts'

interface EndpointRow extends Omit<Endpoint, 'owner'> {
  readonly accountId: bigint
  readonly mode: Mode
}

function toEndpoint({ accountId, mode, ...row }: EndpointRow): Endpoint {
  return { owner: { accountId, mode }, ...row }
}

const endpointColumns = sql`
  account_id as "accountId", mode, id, url, description, events, secret,
  previous_secret as "previousSecret", previous_secret_until as "previousSecretUntil",
  is_enabled as "isEnabled", disabled_reason as "disabledReason",
  handed_sequence as "handedSequence", failing_since as "failingSince",
  created_at as "createdAt"`

const ownedBy = ({ accountId, mode }: Owner): RawBuilder<unknown> =>
  sql`account_id = ${accountId} and mode = ${mode}`

/** The endpoints of every account that events are sent to. */
export async function listActive(db: Executor): Promise<Endpoint[]> {
  const { rows } = await sql<EndpointRow>`
    select ${endpointColumns} from webhook_endpoints
     where is_enabled and deleted_at is null
     order by account_id, mode, id`.execute(db)
  return rows.map(toEndpoint)
}

/** In the order in which they were made. */
export async function listEndpoints(db: Executor, owner: Owner): Promise<Endpoint[]> {
  const { rows } = await sql<EndpointRow>`
    select ${endpointColumns} from webhook_endpoints
     where ${ownedBy(owner)} and deleted_at is null
     order by created_at, id`.execute(db)
  return rows.map(toEndpoint)
}

export async function findEndpoint(
  db: Executor,
  owner: Owner,
  id: string,
): Promise<Endpoint | undefined> {
  const { rows } = await sql<EndpointRow>`
    select ${endpointColumns} from webhook_endpoints
     where ${ownedBy(owner)} and id = ${id} and deleted_at is null`.execute(db)
  return rows[0] && toEndpoint(rows[0])
}

/** Locks an endpoint until the transaction ends. */
export async function lockEndpoint(
  tx: Tx,
  owner: Owner,
  id: string,
): Promise<Endpoint | undefined> {
  const { rows } = await sql<EndpointRow>`
    select ${endpointColumns} from webhook_endpoints
     where ${ownedBy(owner)} and id = ${id} and deleted_at is null
       for update`.execute(tx)
  return rows[0] && toEndpoint(rows[0])
}

export async function insertEndpoint(tx: Tx, endpoint: Endpoint): Promise<void> {
  const { owner, id, url, description, events, secret, handedSequence, createdAt } = endpoint
  await sql`
    insert into webhook_endpoints
      (account_id, mode, id, url, description, events, secret, handed_sequence, created_at)
    values (${owner.accountId}, ${owner.mode}, ${id}, ${url}, ${description}, ${events}::text[],
            ${secret}, ${handedSequence}, ${createdAt})`.execute(tx)
}

/** Writes what can be changed of an endpoint, as it now is. */
export async function updateEndpoint(tx: Tx, endpoint: Endpoint): Promise<void> {
  const { owner, id } = endpoint
  await sql`
    update webhook_endpoints
       set url = ${endpoint.url}, description = ${endpoint.description},
           events = ${endpoint.events}::text[], secret = ${endpoint.secret},
           previous_secret = ${endpoint.previousSecret},
           previous_secret_until = ${endpoint.previousSecretUntil},
           is_enabled = ${endpoint.isEnabled}, disabled_reason = ${endpoint.disabledReason},
           failing_since = ${endpoint.failingSince}
     where ${ownedBy(owner)} and id = ${id}`.execute(tx)
}

/** What was not delivered yet never will be; attempts stay. */
export async function deleteEndpoint(
  tx: Tx,
  { owner, id }: Pick<Endpoint, 'owner' | 'id'>,
  now: Date,
): Promise<void> {
  await sql`
    update webhook_endpoints set deleted_at = ${now}, is_enabled = false
     where ${ownedBy(owner)} and id = ${id}`.execute(tx)
  await sql`
    delete from webhook_deliveries
     where ${ownedBy(owner)} and endpoint_id = ${id} and state = 'pending'`.execute(tx)
}

export async function disableEndpoint(
  tx: Tx,
  { owner, id }: Pick<Endpoint, 'owner' | 'id'>,
  reason: DisabledReason,
): Promise<void> {
  await sql`
    update webhook_endpoints set is_enabled = false, disabled_reason = ${reason}
     where ${ownedBy(owner)} and id = ${id}`.execute(tx)
}

/** A part of a list, the newest first: rows before this one, if any is named. */
export interface ListPart {
  readonly before: bigint | undefined
  readonly limit: number
}

export interface AttemptFilter {
  readonly isDelivered: boolean | undefined
  readonly type: string | undefined
  readonly sequence: bigint | undefined
}

export async function listAttempts(
  db: Executor,
  { owner, id }: Pick<Endpoint, 'owner' | 'id'>,
  { isDelivered, type, sequence }: AttemptFilter,
  { before, limit }: ListPart,
): Promise<StoredAttempt[]> {
  const conditions = [sql`${ownedBy(owner)} and endpoint_id = ${id}`]
  if (isDelivered !== undefined) {
    conditions.push(sql`coalesce(status between 200 and 299, false) = ${isDelivered}`)
  }
  if (type !== undefined) conditions.push(sql`type = ${type}`)
  if (sequence !== undefined) conditions.push(sql`sequence = ${sequence}`)
  if (before !== undefined) conditions.push(sql`id < ${before}`)
  const { rows } = await sql<StoredAttempt>`
    select id, endpoint_id as "endpointId", sequence, type, url,
           request_headers as "requestHeaders", status, answer_headers as "answerHeaders",
           answer_body as "answerBody", error, error_message as "errorMessage", milliseconds, at
      from webhook_attempts where ${sql.join(conditions, sql` and `)}
     order by id desc limit ${limit}`.execute(db)
  return rows
}

export async function listDeliveries(
  db: Executor,
  { owner, id }: Pick<Endpoint, 'owner' | 'id'>,
  state: DeliveryState | undefined,
  { before, limit }: ListPart,
): Promise<Delivery[]> {
  const conditions = [sql`${ownedBy(owner)} and endpoint_id = ${id}`]
  // As text, so that the indices of single states serve.
  if (state !== undefined) conditions.push(sql`state = ${sql.lit(state)}`)
  if (before !== undefined) conditions.push(sql`sequence < ${before}`)
  const { rows } = await sql<Delivery>`
    select sequence, state, attempts, due_at as "dueAt", updated_at as "updatedAt"
      from webhook_deliveries where ${sql.join(conditions, sql` and `)}
     order by sequence desc limit ${limit}`.execute(db)
  return rows
}
