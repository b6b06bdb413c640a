import { sql } from 'kysely'
import type { Mode, Owner } from '../../accounts/index.ts'
import type { Micros } from '../../core/money.ts'
import type { Executor, Tx } from '../../storage/database.ts'
import type { Decision, FundingRequest, FundingState, Person } from './model.ts'

interface Row {
  readonly accountId: bigint
  readonly mode: Mode
  readonly id: bigint
  readonly accountName: string
  readonly state: FundingState
  readonly amount: bigint
  readonly currency: string
  readonly note: string | null
  readonly reference: string
  readonly requestedBy: string
  readonly requestedByName: string
  readonly createdAt: Date
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly reason: string | null
  readonly funded: bigint | null
  readonly transferId: bigint | null
}

function toRequest(row: Row): FundingRequest {
  const { accountId, mode, requestedBy, requestedByName, ...others } = row
  const { decidedBy, decidedByName, decidedAt, reason, funded, transferId, ...request } = others
  const isDecided = decidedBy !== null && decidedByName !== null && decidedAt !== null
  return {
    ...request,
    owner: { accountId, mode },
    requestedBy: { id: requestedBy, name: requestedByName },
    decision: isDecided
      ? { by: { id: decidedBy, name: decidedByName }, at: decidedAt, reason, funded, transferId }
      : null,
  }
}

const columns = sql`
  r.account_id as "accountId", r.mode, r.id, a.name as "accountName", r.state, r.amount, r.currency,
  r.note, r.reference, r.requested_by as "requestedBy", r.requested_by_name as "requestedByName",
  r.created_at as "createdAt", r.decided_by as "decidedBy", r.decided_by_name as "decidedByName",
  r.decided_at as "decidedAt", r.reason, r.funded, r.transfer_id as "transferId"`

const named = sql`funding_requests r join accounts a on a.id = r.account_id`

export interface FundingQuery {
  readonly state: FundingState | undefined
  readonly before: bigint | undefined
  readonly limit: number
}

const fits = ({ state, before }: FundingQuery) =>
  sql`(${state ?? null}::funding_state is null or r.state = ${state ?? null}::funding_state)
      and (${before ?? null}::bigint is null or r.id < ${before ?? null}::bigint)`

/** An account's requests, the newest first. */
export async function listRequests(
  db: Executor,
  { accountId, mode }: Owner,
  query: FundingQuery,
): Promise<FundingRequest[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${named}
     where r.account_id = ${accountId} and r.mode = ${mode} and ${fits(query)}
     order by r.id desc limit ${query.limit}`.execute(db)
  return rows.map(toRequest)
}

/** The requests of all accounts, the newest first. */
export async function listAllRequests(
  db: Executor,
  query: FundingQuery,
): Promise<FundingRequest[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${named}
     where ${fits(query)} order by r.id desc limit ${query.limit}`.execute(db)
  return rows.map(toRequest)
}

export async function countPending(db: Executor, { accountId, mode }: Owner): Promise<number> {
  const { rows } = await sql<{ requests: bigint }>`
    select count(*) as requests from funding_requests
     where account_id = ${accountId} and mode = ${mode} and state = 'pending'`.execute(db)
  return Number(rows[0]?.requests ?? 0n)
}

/** Locks a request until the transaction ends. */
export async function lockRequest(
  tx: Tx,
  { accountId, mode }: Owner,
  id: bigint,
): Promise<FundingRequest | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from ${named}
     where r.account_id = ${accountId} and r.mode = ${mode} and r.id = ${id}
       for update of r`.execute(tx)
  return rows[0] && toRequest(rows[0])
}

export async function nextRequestId(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    select nextval('funding_request_ids') as id`.execute(tx)
  if (rows[0] === undefined) throw new Error('A sequence answered nothing')
  return rows[0].id
}

export interface NewRequest {
  readonly owner: Owner
  readonly id: bigint
  readonly amount: Micros
  readonly currency: string
  readonly note: string | null
  readonly reference: string
  readonly requestedBy: Person
  readonly createdAt: Date
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  const { owner, id, amount, currency, note, reference, requestedBy, createdAt } = request
  await sql`
    insert into funding_requests
      (account_id, mode, id, amount, currency, note, reference, requested_by, requested_by_name,
       created_at)
    values (${owner.accountId}, ${owner.mode}, ${id}, ${amount}, ${currency}, ${note},
            ${reference}, ${requestedBy.id}, ${requestedBy.name}, ${createdAt})`.execute(tx)
}

/** Ends a request that is locked and pending. */
export async function decide(
  tx: Tx,
  { owner, id }: Pick<FundingRequest, 'owner' | 'id'>,
  state: Exclude<FundingState, 'pending'>,
  { by, at, reason, funded, transferId }: Decision,
): Promise<void> {
  await sql`
    update funding_requests
       set state = ${state}, decided_by = ${by.id}, decided_by_name = ${by.name},
           decided_at = ${at}, reason = ${reason}, funded = ${funded}, transfer_id = ${transferId}
     where account_id = ${owner.accountId} and mode = ${owner.mode} and id = ${id}
       and state = 'pending'`.execute(tx)
}
