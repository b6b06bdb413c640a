import { type RawBuilder, sql } from 'kysely'
import type { Mode, Owner } from '../accounts/index.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type { DisabledReason, Endpoint } from './model.ts'

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
  failures, created_at as "createdAt"`

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
           failing_since = ${endpoint.failingSince}, failures = ${endpoint.failures}
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
