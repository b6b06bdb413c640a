import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import { bulkInsert } from '../../storage/bulk.ts'
import type { Executor, Tx } from '../../storage/database.ts'
import { type Attempt, type DeliveryState, type Endpoint, SILENCE_MS_MAX } from '../model.ts'

type Address = Pick<Endpoint, 'owner' | 'id'>

/** A delivery that is to be made. */
interface NewDelivery extends Address {
  readonly sequence: bigint
  readonly at: Date
}

const insertNew = bulkInsert<NewDelivery>(
  'webhook_deliveries',
  [
    ['account_id', 'bigint', ({ owner }) => owner.accountId],
    ['mode', 'mode', ({ owner }) => owner.mode],
    ['endpoint_id', 'text', ({ id }) => id],
    ['sequence', 'bigint', ({ sequence }) => sequence],
    ['due_at', 'timestamptz', ({ at }) => at],
    ['updated_at', 'timestamptz', ({ at }) => at],
  ],
  'on conflict do nothing',
)

/** Queues events for an endpoint; those that have been queued before stay as they are. */
export async function insertDeliveries(
  tx: Tx,
  { owner, id }: Address,
  sequences: readonly bigint[],
  at: Date,
): Promise<void> {
  if (sequences.length === 0) return
  const rows = sequences.map((sequence) => ({ owner, id, sequence, at }))
  await tx.getExecutor().executeQuery(insertNew(rows))
}

/** Queues events for an endpoint anew, whatever became of them before. */
export async function requeue(
  tx: Tx,
  { owner, id }: Address,
  sequences: readonly bigint[],
  at: Date,
): Promise<void> {
  await sql`
    insert into webhook_deliveries
      (account_id, mode, endpoint_id, sequence, due_at, updated_at)
    select ${owner.accountId}, ${owner.mode}, ${id}, sequence, ${at}, ${at}
      from unnest(${sequences}::bigint[]) as asked (sequence)
    on conflict (account_id, mode, endpoint_id, sequence) do update
       set state = 'pending', tries = 0, due_at = excluded.due_at,
           updated_at = excluded.updated_at`.execute(tx)
}

/** Queues everything anew that was given up. @returns how many events that were */
export async function requeueFailed(tx: Tx, { owner, id }: Address, at: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update webhook_deliveries
       set state = 'pending', tries = 0, due_at = ${at}, updated_at = ${at}
     where account_id = ${owner.accountId} and mode = ${owner.mode} and endpoint_id = ${id}
       and state = 'failed'`.execute(tx)
  return Number(numAffectedRows)
}

export async function updateHanded(
  tx: Tx,
  { owner, id }: Address,
  sequence: bigint,
): Promise<void> {
  await sql`
    update webhook_endpoints set handed_sequence = ${sequence}
     where account_id = ${owner.accountId} and mode = ${owner.mode} and id = ${id}`.execute(tx)
}

/** How many deliveries are wanted for an endpoint. */
export interface Room extends Address {
  readonly count: number
}

export interface Claimed extends Address {
  readonly sequence: bigint
  /** Attempts since it was last asked for. */
  readonly tries: number
  /** Until then it is the claimer's; after that, or when it has been asked for again, it is not. */
  readonly leaseEnd: Date
}

/**
 * Takes deliveries that are due, for whoever calls alone: until the lease ends
 * nobody else is given them.
 */
export async function claimDue(
  db: Executor,
  rooms: readonly Room[],
  now: Date,
  leaseEnd: Date,
): Promise<Claimed[]> {
  const { rows } = await sql<Omit<Claimed, 'owner' | 'leaseEnd'> & Owner>`
    with picked as (
      select due.*
        from unnest(${rooms.map(({ owner }) => owner.accountId)}::bigint[],
                    ${rooms.map(({ owner }) => owner.mode)}::mode[],
                    ${rooms.map(({ id }) => id)}::text[],
                    ${rooms.map(({ count }) => count)}::int[])
               as room (account_id, mode, endpoint_id, count)
       cross join lateral (
         select account_id, mode, endpoint_id, sequence from webhook_deliveries d
          where d.account_id = room.account_id and d.mode = room.mode
            and d.endpoint_id = room.endpoint_id and d.state = 'pending' and d.due_at <= ${now}
          order by d.due_at limit room.count
            for update skip locked) as due
    )
    update webhook_deliveries d set due_at = ${leaseEnd}
      from picked p
     where d.account_id = p.account_id and d.mode = p.mode
       and d.endpoint_id = p.endpoint_id and d.sequence = p.sequence
    returning d.account_id as "accountId", d.mode, d.endpoint_id as id, d.sequence,
              d.tries`.execute(db)
  return rows.map(({ accountId, mode, ...row }) => ({
    owner: { accountId, mode },
    ...row,
    leaseEnd,
  }))
}

/** What became of a claimed delivery. */
export interface Step extends Claimed {
  readonly state: DeliveryState
  readonly dueAt: Date
}

/**
 * Writes what became of deliveries. Who has lost the lease decides nothing any
 * more, except that what has arrived has arrived for good. They are locked in
 * the order in which `requeue` locks them, or the two would wait for each other.
 */
export async function updateDeliveries(tx: Tx, steps: readonly Step[], now: Date): Promise<void> {
  await sql`
    update webhook_deliveries d
       set state = case when s.state = 'delivered' or (d.due_at = s.lease_end and d.state = 'pending')
                        then s.state else d.state end,
           due_at = case when d.due_at = s.lease_end then s.due_at else d.due_at end,
           tries = d.tries + (d.due_at = s.lease_end)::int,
           attempts = d.attempts + 1, updated_at = ${now}
      from (select * from unnest(
                  ${steps.map(({ owner }) => owner.accountId)}::bigint[],
                  ${steps.map(({ owner }) => owner.mode)}::mode[],
                  ${steps.map(({ id }) => id)}::text[],
                  ${steps.map(({ sequence }) => sequence)}::bigint[],
                  ${steps.map(({ state }) => state)}::delivery_state[],
                  ${steps.map(({ dueAt }) => dueAt)}::timestamptz[],
                  ${steps.map(({ leaseEnd }) => leaseEnd)}::timestamptz[])
              as told (account_id, mode, endpoint_id, sequence, state, due_at, lease_end)
             order by account_id, mode, endpoint_id, sequence) as s
     where d.account_id = s.account_id and d.mode = s.mode
       and d.endpoint_id = s.endpoint_id and d.sequence = s.sequence`.execute(tx)
}

/** Gives claimed deliveries back that were not tried. */
export async function release(db: Executor, claimed: readonly Claimed[], now: Date): Promise<void> {
  await sql`
    update webhook_deliveries d set due_at = ${now}
      from unnest(${claimed.map(({ owner }) => owner.accountId)}::bigint[],
                  ${claimed.map(({ owner }) => owner.mode)}::mode[],
                  ${claimed.map(({ id }) => id)}::text[],
                  ${claimed.map(({ sequence }) => sequence)}::bigint[],
                  ${claimed.map(({ leaseEnd }) => leaseEnd)}::timestamptz[])
             as c (account_id, mode, endpoint_id, sequence, lease_end)
     where d.account_id = c.account_id and d.mode = c.mode and d.due_at = c.lease_end
       and d.endpoint_id = c.endpoint_id and d.sequence = c.sequence`.execute(db)
}

export interface OwnedAttempt extends Attempt {
  readonly owner: Owner
}

const insertAttemptRows = bulkInsert<OwnedAttempt, { readonly id: bigint }>(
  'webhook_attempts',
  [
    ['account_id', 'bigint', ({ owner }) => owner.accountId],
    ['mode', 'mode', ({ owner }) => owner.mode],
    ['endpoint_id', 'text', ({ endpointId }) => endpointId],
    ['sequence', 'bigint', ({ sequence }) => sequence],
    ['type', 'text', ({ type }) => type],
    ['url', 'text', ({ url }) => url],
    ['request_headers', 'json', ({ requestHeaders }) => JSON.stringify(requestHeaders)],
    ['status', 'integer', ({ status }) => status],
    ['answer_headers', 'json', ({ answerHeaders }) => JSON.stringify(answerHeaders)],
    ['answer_body', 'text', ({ answerBody }) => answerBody],
    ['error', 'text', ({ error }) => error],
    ['error_message', 'text', ({ errorMessage }) => errorMessage],
    ['milliseconds', 'integer', ({ milliseconds }) => milliseconds],
    ['at', 'timestamptz', ({ at }) => at],
  ],
  'returning id',
)

/** @returns their ids, in the order of the attempts */
export async function insertAttempts(
  db: Executor,
  attempts: readonly OwnedAttempt[],
): Promise<bigint[]> {
  const { rows } = await db.getExecutor().executeQuery(insertAttemptRows(attempts))
  return rows.map(({ id }) => id)
}

/** How an endpoint has answered in a while. */
export interface Health extends Address {
  readonly hasDelivered: boolean
  readonly failures: number
}

/** How an endpoint fails. */
export type Failing = Address & Pick<Endpoint, 'failingSince' | 'failures'>

/**
 * Remembers since when, and how often, endpoints only fail. After a silence it begins anew: an
 * endpoint that rarely gets an event has not failed all the while.
 */
export async function updateHealth(
  tx: Tx,
  health: readonly Health[],
  now: Date,
): Promise<Failing[]> {
  const silentBefore = new Date(now.getTime() - SILENCE_MS_MAX)
  const { rows } = await sql<Owner & Omit<Failing, 'owner'>>`
    update webhook_endpoints e
       set failing_since = case when h.has_delivered then null
                                when h.is_silent then ${now}::timestamptz
                                else e.failing_since end,
           failures = case when h.has_delivered then 0
                           when h.is_silent then h.failures else e.failures + h.failures end,
           failed_at = case when h.has_delivered then null else ${now}::timestamptz end
      from (select changed.account_id, changed.mode, changed.id, told.has_delivered, told.failures,
                   changed.failing_since is null
                     or coalesce(changed.failed_at < ${silentBefore}, true) as is_silent
              from unnest(${health.map(({ owner }) => owner.accountId)}::bigint[],
                          ${health.map(({ owner }) => owner.mode)}::mode[],
                          ${health.map(({ id }) => id)}::text[],
                          ${health.map(({ hasDelivered }) => hasDelivered)}::boolean[],
                          ${health.map(({ failures }) => failures)}::integer[])
                     as told (account_id, mode, id, has_delivered, failures)
              join webhook_endpoints changed
                on changed.account_id = told.account_id and changed.mode = told.mode
               and changed.id = told.id
               and (not told.has_delivered or changed.failing_since is not null)
             -- In one order for everybody who locks several.
             order by changed.account_id, changed.mode, changed.id
               for update of changed) as h
     where e.account_id = h.account_id and e.mode = h.mode and e.id = h.id
    returning e.account_id as "accountId", e.mode, e.id, e.failing_since as "failingSince",
              e.failures`.execute(tx)
  return rows.map(({ accountId, mode, ...row }) => ({ owner: { accountId, mode }, ...row }))
}

/** Deletes a bounded number of old attempts. @returns how many there were */
export async function deleteAttemptsBefore(
  db: Executor,
  time: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from webhook_attempts
     where ctid = any(array(
       select ctid from webhook_attempts where at < ${time} order by at limit ${limit}))`.execute(
    db,
  )
  return Number(numAffectedRows)
}
