import { sql } from 'kysely'
import type { Mode, Owner } from '../accounts/index.ts'
import { bulkInsert } from '../storage/bulk.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type { Attempt, Channel, Message, MessageKey, MessageState, NewMessage } from './model.ts'

/** Locks how far the messages of an owner follow the events, until the transaction ends. */
export async function lockStream(tx: Tx, owner: Owner): Promise<bigint> {
  const { rows } = await sql<{ sequence: bigint }>`
    insert into message_streams (account_id, mode) values (${owner.accountId}, ${owner.mode})
    on conflict (account_id, mode) do update set handed_sequence = message_streams.handed_sequence
    returning handed_sequence as sequence`.execute(tx)
  if (rows[0] === undefined) throw new Error('The message stream was not made')
  return rows[0].sequence
}

export async function updateStream(tx: Tx, owner: Owner, sequence: bigint): Promise<void> {
  await sql`
    update message_streams set handed_sequence = ${sequence}
     where account_id = ${owner.accountId} and mode = ${owner.mode}`.execute(tx)
}

export interface StreamPosition {
  readonly accountId: bigint
  readonly mode: Mode
  readonly sequence: bigint
}

/** How far every owner's messages follow the events; owners without any are left out. */
export async function listPositions(db: Executor): Promise<StreamPosition[]> {
  const { rows } = await sql<StreamPosition>`
    select account_id as "accountId", mode, handed_sequence as sequence
      from message_streams`.execute(db)
  return rows
}

export async function findPosition(db: Executor, owner: Owner): Promise<bigint> {
  const { rows } = await sql<{ sequence: bigint }>`
    select handed_sequence as sequence from message_streams
     where account_id = ${owner.accountId} and mode = ${owner.mode}`.execute(db)
  return rows[0]?.sequence ?? 0n
}

const insertStatement = bulkInsert<NewMessage, InsertedMessage>(
  'messages',
  [
    ['account_id', 'bigint', (message) => message.accountId],
    ['mode', 'mode', (message) => message.mode],
    ['order_id', 'bigint', (message) => message.orderId],
    ['channel', 'message_channel', (message) => message.channel],
    ['copy', 'smallint', (message) => message.copy],
    ['recipient', 'text', (message) => message.recipient],
    ['locale', 'text', (message) => message.locale],
    ['telling', 'text', (message) => message.telling],
    ['state', 'message_state', (message) => message.state],
    ['due_at', 'timestamptz', (message) => message.dueAt],
    ['provider', 'text', (message) => message.provider],
    ['provider_reference', 'text', (message) => message.providerReference],
    ['created_at', 'timestamptz', (message) => message.createdAt],
    ['updated_at', 'timestamptz', (message) => message.createdAt],
  ],
  `on conflict do nothing
   returning id, order_id as "orderId", channel, copy`,
)

type InsertedMessage = Pick<Message, 'id' | 'orderId' | 'channel' | 'copy'>

/** Inserts messages of one owner; one that its order has already is left out. */
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
): Promise<readonly Message[]> {
  const { rows } = await tx.getExecutor().executeQuery(insertStatement(messages))
  const ids = new Map(rows.map((row) => [placeOf(row), row.id]))
  return messages.flatMap((message) => {
    const id = ids.get(placeOf(message))
    const untried = { attempts: 0, error: null, updatedAt: message.createdAt }
    return id === undefined ? [] : [{ ...message, ...untried, id }]
  })
}

/** What is unique among the messages of an owner. */
function placeOf({ orderId, channel, copy }: Omit<InsertedMessage, 'id'>): string {
  return `${orderId}/${channel}/${copy}`
}

const messageColumns = sql`
  account_id as "accountId", mode, id, order_id as "orderId", channel, copy, recipient, locale,
  telling, state, attempts, due_at as "dueAt", provider,
  provider_reference as "providerReference", error, created_at as "createdAt",
  updated_at as "updatedAt"`

export interface MessageQuery {
  readonly channel: Channel | undefined
  readonly recipient: string | undefined
  readonly orderId: bigint | undefined
  readonly state: MessageState | undefined
  /** Only those that are older than this one. */
  readonly before: bigint | undefined
  readonly limit: number
}

/** The newest first. */
export async function listMessages(
  db: Executor,
  owner: Owner,
  query: MessageQuery,
): Promise<Message[]> {
  const { channel, recipient, orderId, state, before, limit } = query
  const { rows } = await sql<Message>`
    select ${messageColumns} from messages
     where account_id = ${owner.accountId} and mode = ${owner.mode}
       ${recipient === undefined ? sql`` : sql`and lower(recipient) = lower(${recipient})`}
       ${orderId === undefined ? sql`` : sql`and order_id = ${orderId}`}
       ${channel === undefined ? sql`` : sql`and channel = ${channel}`}
       ${state === undefined ? sql`` : sql`and state = ${state}`}
       ${before === undefined ? sql`` : sql`and id < ${before}`}
     order by id desc limit ${limit}`.execute(db)
  return rows
}

export async function findMessage(
  db: Executor,
  { accountId, mode, id }: MessageKey,
): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    select ${messageColumns} from messages
     where account_id = ${accountId} and mode = ${mode} and id = ${id}`.execute(db)
  return rows[0]
}

/** Locks a message until the transaction ends. */
export async function lockMessage(
  tx: Tx,
  { accountId, mode, id }: MessageKey,
): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    select ${messageColumns} from messages
     where account_id = ${accountId} and mode = ${mode} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The last message of an order and channel. */
export async function findLastCopy(
  tx: Tx,
  { accountId, mode, orderId, channel }: Message,
): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    select ${messageColumns} from messages
     where account_id = ${accountId} and mode = ${mode} and order_id = ${orderId}
       and channel = ${channel}
     order by copy desc limit 1`.execute(tx)
  return rows[0]
}

export type MessageChange = Pick<
  Message,
  'state' | 'attempts' | 'dueAt' | 'provider' | 'providerReference' | 'error' | 'updatedAt'
>

export async function updateMessage(
  tx: Tx,
  { accountId, mode, id }: MessageKey,
  change: MessageChange,
): Promise<void> {
  await sql`
    update messages
       set state = ${change.state}, attempts = ${change.attempts}, due_at = ${change.dueAt},
           provider = ${change.provider}, provider_reference = ${change.providerReference},
           error = ${change.error}, updated_at = ${change.updatedAt}
     where account_id = ${accountId} and mode = ${mode} and id = ${id}`.execute(tx)
}

/** Messages that should have been tried before `before` and were not; they are due at `at` then. */
export async function takeOverdue(
  tx: Tx,
  { before, at, limit }: { readonly before: Date; readonly at: Date; readonly limit: number },
): Promise<MessageKey[]> {
  const { rows } = await sql<MessageKey>`
    with overdue as (
      select account_id, mode, id from messages
       where state in ('queued', 'sending') and due_at < ${before}
       order by due_at limit ${limit} for update skip locked)
    update messages set due_at = ${at}
      from overdue
     where messages.account_id = overdue.account_id and messages.mode = overdue.mode
       and messages.id = overdue.id
    returning messages.account_id as "accountId", messages.mode, messages.id`.execute(tx)
  return rows
}

export async function insertAttempt(
  tx: Tx,
  { accountId, mode }: Owner,
  attempt: Attempt,
): Promise<void> {
  await sql`
    insert into message_attempts (account_id, mode, message_id, number, provider, outcome, answer,
                                  milliseconds, at)
    values (${accountId}, ${mode}, ${attempt.messageId}, ${attempt.number}, ${attempt.provider},
            ${attempt.outcome}, ${attempt.answer}, ${attempt.milliseconds}, ${attempt.at})
    on conflict do nothing`.execute(tx)
}

export async function listAttempts(
  db: Executor,
  { accountId, mode }: Owner,
  messageIds: readonly bigint[],
): Promise<Attempt[]> {
  const { rows } = await sql<Attempt>`
    select message_id as "messageId", number, provider, outcome, answer, milliseconds, at
      from message_attempts
     where account_id = ${accountId} and mode = ${mode}
       and message_id = any(${messageIds}::bigint[])
     order by message_id, number`.execute(db)
  return rows
}
