import { sql } from 'kysely'
import type { Mode, Owner } from '../../accounts/index.ts'
import type { Executor, Tx } from '../../storage/database.ts'
import type { ListPart } from '../store.ts'
import {
  RECEIVED_MAX,
  type Received,
  type Receiver,
  type ReceiverAnswer,
  type StoredReceived,
} from './model.ts'

interface ReceiverRow extends Omit<Receiver, 'owner'> {
  readonly accountId: bigint
  readonly mode: Mode
}

const toReceiver = ({ accountId, mode, ...row }: ReceiverRow): Receiver => ({
  owner: { accountId, mode },
  ...row,
})

const receiverColumns = sql`
  account_id as "accountId", mode, id, token, answer, created_at as "createdAt",
  expires_at as "expiresAt"`

/** Those that still live, in the order in which they were made. */
export async function listReceivers(
  db: Executor,
  { accountId, mode }: Owner,
  now: Date,
): Promise<Receiver[]> {
  const { rows } = await sql<ReceiverRow>`
    select ${receiverColumns} from webhook_receivers
     where account_id = ${accountId} and mode = ${mode} and expires_at > ${now}
     order by created_at, id`.execute(db)
  return rows.map(toReceiver)
}

/** Makes whoever makes a receiver of the same owner wait until the transaction ends. */
export async function lockOwner(tx: Tx, { accountId, mode }: Owner): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(${`webhook receivers ${accountId}/${mode}`}, 0))
  `.execute(tx)
}

export async function insertReceiver(tx: Tx, receiver: Receiver): Promise<void> {
  const { owner, id, token, answer, createdAt, expiresAt } = receiver
  await sql`
    insert into webhook_receivers (account_id, mode, id, token, answer, created_at, expires_at)
    values (${owner.accountId}, ${owner.mode}, ${id}, ${token}, ${answer}, ${createdAt},
            ${expiresAt})`.execute(tx)
}

export async function findReceiver(
  db: Executor,
  { accountId, mode }: Owner,
  id: string,
  now: Date,
): Promise<Receiver | undefined> {
  const { rows } = await sql<ReceiverRow>`
    select ${receiverColumns} from webhook_receivers
     where account_id = ${accountId} and mode = ${mode} and id = ${id}
       and expires_at > ${now}`.execute(db)
  return rows[0] && toReceiver(rows[0])
}

/** By what whoever sends to it knows. */
export async function findByToken(
  db: Executor,
  token: string,
  now: Date,
): Promise<Receiver | undefined> {
  const { rows } = await sql<ReceiverRow>`
    select ${receiverColumns} from webhook_receivers
     where token = ${token} and expires_at > ${now}`.execute(db)
  return rows[0] && toReceiver(rows[0])
}

export async function updateAnswer(
  db: Executor,
  { owner, id }: Receiver,
  answer: ReceiverAnswer,
): Promise<void> {
  await sql`
    update webhook_receivers set answer = ${answer}
     where account_id = ${owner.accountId} and mode = ${owner.mode} and id = ${id}`.execute(db)
}

/** With everything that it has received. */
export async function deleteReceiver(tx: Tx, { owner, id }: Receiver): Promise<void> {
  await sql`
    delete from webhook_receivers
     where account_id = ${owner.accountId} and mode = ${owner.mode} and id = ${id}`.execute(tx)
  await sql`
    delete from webhook_received
     where account_id = ${owner.accountId} and mode = ${owner.mode}
       and receiver_id = ${id}`.execute(tx)
}

/** Some receivers whose time has come. */
export async function listExpired(db: Executor, now: Date, limit: number): Promise<Receiver[]> {
  const { rows } = await sql<ReceiverRow>`
    select ${receiverColumns} from webhook_receivers where expires_at <= ${now}
     order by expires_at limit ${limit}`.execute(db)
  return rows.map(toReceiver)
}

/** Keeps a request, and of those before it only as many as are kept. */
export async function insertReceived(
  db: Executor,
  { owner, id }: Receiver,
  received: Received,
): Promise<void> {
  const { accountId, mode } = owner
  await sql`
    with kept as (
      insert into webhook_received (account_id, mode, receiver_id, headers, body, bytes, signature,
                                    endpoint_id, answered, at)
      values (${accountId}, ${mode}, ${id}, ${JSON.stringify(received.headers)}::json,
              ${received.body}, ${received.bytes}, ${received.signature}, ${received.endpointId},
              ${received.answered}, ${received.at}))
    delete from webhook_received
     where account_id = ${accountId} and mode = ${mode} and receiver_id = ${id}
       and id <= (select id from webhook_received
                   where account_id = ${accountId} and mode = ${mode} and receiver_id = ${id}
                   order by id desc offset ${RECEIVED_MAX - 1} limit 1)`.execute(db)
}

/** The newest first. */
export async function listReceived(
  db: Executor,
  { owner, id }: Receiver,
  { before, limit }: ListPart,
): Promise<StoredReceived[]> {
  const { rows } = await sql<StoredReceived>`
    select id, headers, body, bytes, signature, endpoint_id as "endpointId", answered, at
      from webhook_received
     where account_id = ${owner.accountId} and mode = ${owner.mode} and receiver_id = ${id}
       ${before === undefined ? sql`` : sql`and id < ${before}`}
     order by id desc limit ${limit}`.execute(db)
  return rows
}
