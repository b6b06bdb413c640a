import { sql } from 'kysely'
import type { Owner } from '../accounts/index.ts'
import { parseJsonExactly } from '../core/decimal.ts'
import { bulkInsert } from '../storage/bulk.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type { EventType, NewEvent, StoredEvent } from './model.ts'
import type { Position } from './port.ts'

/** How far an owner's events go. */
export interface Stream {
  readonly lastSequence: bigint
  readonly lastOrderId: bigint
}

const streamColumns = sql`last_sequence as "lastSequence", last_order_id as "lastOrderId"`

export async function findStream(db: Executor, owner: Owner): Promise<Stream> {
  const { rows } = await sql<Stream>`
    select ${streamColumns} from event_streams
     where account_id = ${owner.accountId} and mode = ${owner.mode}`.execute(db)
  return rows[0] ?? { lastSequence: 0n, lastOrderId: 0n }
}

/** Locks an owner's events until the transaction ends: nobody else appends to them. */
export async function lockStream(tx: Tx, owner: Owner): Promise<Stream> {
  const lock = () =>
    sql<Stream>`
      select ${streamColumns} from event_streams
       where account_id = ${owner.accountId} and mode = ${owner.mode}
         for update`.execute(tx)
  const existing = (await lock()).rows[0]
  if (existing !== undefined) return existing
  await sql`
    insert into event_streams (account_id, mode) values (${owner.accountId}, ${owner.mode})
    on conflict do nothing`.execute(tx)
  const [made] = (await lock()).rows
  if (made === undefined) throw new Error('The event stream was not made')
  return made
}

export async function updateStream(tx: Tx, owner: Owner, stream: Stream): Promise<void> {
  await sql`
    update event_streams
       set last_sequence = ${stream.lastSequence}, last_order_id = ${stream.lastOrderId}
     where account_id = ${owner.accountId} and mode = ${owner.mode}`.execute(tx)
}

/** How far the events of these owners go; whoever never had one counts as at the beginning. */
export async function listPositions(
  db: Executor,
  owners: readonly Owner[],
): Promise<(Position & Stream)[]> {
  const { rows } = await sql<Owner & Stream>`
    select wanted.account_id as "accountId", wanted.mode,
           coalesce(last_sequence, 0) as "lastSequence", coalesce(last_order_id, 0) as "lastOrderId"
      from unnest(${owners.map((owner) => owner.accountId)}::bigint[],
                  ${owners.map((owner) => owner.mode)}::mode[]) as wanted (account_id, mode)
      left join event_streams s on s.account_id = wanted.account_id and s.mode = wanted.mode`.execute(
    db,
  )
  return rows.map(({ accountId, mode, ...stream }) => ({ owner: { accountId, mode }, ...stream }))
}

export async function listOwners(db: Executor): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select account_id as "accountId", mode from event_streams`.execute(db)
  return rows
}

interface EventRow extends StoredEvent {
  readonly owner: Owner
}

const insertStatement = bulkInsert<EventRow>('events', [
  ['account_id', 'bigint', ({ owner }) => owner.accountId],
  ['mode', 'mode', ({ owner }) => owner.mode],
  ['sequence', 'bigint', ({ sequence }) => sequence],
  ['type', 'text', ({ type }) => type],
  ['order_id', 'bigint', ({ orderId }) => orderId],
  ['data', 'json', ({ data }) => (data === null ? null : JSON.stringify(data))],
  ['created_at', 'timestamptz', ({ at }) => at],
])

/** Appends events, numbered from `first` on. */
export async function insertEvents(
  tx: Tx,
  owner: Owner,
  first: bigint,
  events: readonly NewEvent[],
): Promise<void> {
  const rows = events.map((event, index) => ({ ...event, owner, sequence: first + BigInt(index) }))
  await tx.getExecutor().executeQuery(insertStatement(rows))
}

export interface EventQuery {
  /** Only events with higher numbers. */
  readonly after: bigint
  /** Only events with this number or lower ones. */
  readonly upTo: bigint
  /** All types when undefined. */
  readonly types: readonly EventType[] | undefined
  readonly limit: number
}

export async function listEvents(
  db: Executor,
  owner: Owner,
  { after, upTo, types = [], limit }: EventQuery,
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    select ${eventColumns} from events
     where account_id = ${owner.accountId} and mode = ${owner.mode}
       and sequence > ${after} and sequence <= ${upTo}
       and (${types.length === 0} or type = any(${types}::text[]))
     order by sequence limit ${limit}`.execute(db)
  return rows.map(toEvent)
}

/** The highest number first: `limit` of those from one number up to another, exclusive. */
export async function listEventsBack(
  db: Executor,
  owner: Owner,
  {
    from,
    below,
    types = [],
    limit,
  }: Pick<EventQuery, 'types' | 'limit'> & { readonly from: bigint; readonly below: bigint },
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    select ${eventColumns} from events
     where account_id = ${owner.accountId} and mode = ${owner.mode}
       and sequence >= ${from} and sequence < ${below}
       and (${types.length === 0} or type = any(${types}::text[]))
     order by sequence desc limit ${limit}`.execute(db)
  return rows.map(toEvent)
}

export async function findEvents(
  db: Executor,
  owner: Owner,
  sequences: readonly bigint[],
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    select ${eventColumns} from events
     where account_id = ${owner.accountId} and mode = ${owner.mode}
       and sequence = any(${sequences}::bigint[])
     order by sequence`.execute(db)
  return rows.map(toEvent)
}

/** An order has a handful of them; found by `events_by_order`. */
export async function listEventsOfOrder(
  db: Executor,
  owner: Owner,
  orderId: bigint,
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    select ${eventColumns} from events
     where account_id = ${owner.accountId} and mode = ${owner.mode} and order_id = ${orderId}
     order by sequence`.execute(db)
  return rows.map(toEvent)
}

interface StoredRow extends Omit<StoredEvent, 'data'> {
  readonly data: string | null
}

const eventColumns = sql`
  sequence, type, order_id as "orderId", data::text as data, created_at as at`

function toEvent(row: StoredRow): StoredEvent {
  return { ...row, data: row.data === null ? null : (parseJsonExactly(row.data) as object) }
}

/** Tells every server process that an owner has new events, when the transaction commits. */
export async function notifyAppended(tx: Tx, owner: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${owner})`.execute(tx)
}

export const CHANNEL = 'events'
