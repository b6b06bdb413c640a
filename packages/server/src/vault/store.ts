import { sql } from 'kysely'
import type { Mode, Owner, Principal } from '../accounts/index.ts'
import { bulkInsert } from '../storage/bulk.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type { RecordedReveal, Reveal, SealedCard } from './model.ts'

export interface DataKeyRow {
  readonly version: number
  readonly wrapped: Buffer
}

/** Every version of an account's data key, the newest first. */
export async function listDataKeys(
  db: Executor,
  accountId: bigint,
  mode: Mode,
): Promise<readonly DataKeyRow[]> {
  const { rows } = await sql<DataKeyRow>`
    select version, wrapped from data_keys
     where account_id = ${accountId} and mode = ${mode} order by version desc`.execute(db)
  return rows
}

/** Does nothing when another process has just made the same version. */
export async function insertDataKey(
  db: Executor,
  key: DataKeyRow & { readonly accountId: bigint; readonly mode: Mode },
): Promise<void> {
  await sql`
    insert into data_keys (account_id, mode, version, wrapped)
    values (${key.accountId}, ${key.mode}, ${key.version}, ${key.wrapped})
    on conflict do nothing`.execute(db)
}

export async function insertCards(tx: Tx, cards: readonly SealedCard[]): Promise<void> {
  await tx.getExecutor().executeQuery(insertStatement(cards))
}

const insertStatement = bulkInsert<SealedCard>('cards', [
  ['account_id', 'bigint', (card) => card.accountId],
  ['mode', 'mode', (card) => card.mode],
  ['order_id', 'bigint', (card) => card.orderId],
  ['position', 'smallint', (card) => card.position],
  ['sealed', 'bytea', (card) => card.sealed],
])

/** The cards of some orders, by order and position. */
export async function listCards(
  tx: Tx,
  { accountId, mode }: Pick<Principal, 'accountId' | 'mode'>,
  orderIds: readonly bigint[],
): Promise<SealedCard[]> {
  const { rows } = await sql<Pick<SealedCard, 'orderId' | 'position' | 'sealed'>>`
    select order_id as "orderId", position, sealed from cards
     where account_id = ${accountId} and mode = ${mode} and order_id = any(${orderIds}::bigint[])
     order by order_id, position`.execute(tx)
  return rows.map((row) => ({ accountId, mode, ...row }))
}

export async function insertReveals(
  tx: Tx,
  { accountId, mode }: Pick<Principal, 'accountId' | 'mode'>,
  { orderIds, by, via, reason, recordedSince, at }: Reveal & { readonly at: Date },
): Promise<void> {
  const isNew =
    recordedSince === undefined
      ? sql``
      : sql`
     where not exists (
       select from card_reveals as known
        where known.account_id = ${accountId} and known.mode = ${mode}
          and known.order_id = opened.id and known.revealed_by = ${by} and known.via = ${via}
          and known.revealed_at >= ${recordedSince})`
  await sql`
    insert into card_reveals (account_id, mode, order_id, revealed_by, via, reason, revealed_at)
    select ${accountId}::bigint, ${mode}::mode, opened.id, ${by}, ${via}, ${reason ?? null}::text,
           ${at}::timestamptz
      from unnest(${orderIds}::bigint[]) as opened (id)${isNew}`.execute(tx)
}

/** Who has seen the cards of an order, the last first. */
export async function listReveals(
  db: Executor,
  { accountId, mode }: Owner,
  orderId: bigint,
  limit: number,
): Promise<RecordedReveal[]> {
  const { rows } = await sql<RecordedReveal>`
    select revealed_by as by, via, reason, revealed_at as at from card_reveals
     where account_id = ${accountId} and mode = ${mode} and order_id = ${orderId}
     order by id desc limit ${limit}`.execute(db)
  return rows
}

/** Positions of the cards of an order; what they are stays sealed. */
export async function listPositions(
  db: Executor,
  { accountId, mode }: Owner,
  orderId: bigint,
): Promise<number[]> {
  const { rows } = await sql<{ position: number }>`
    select position from cards
     where account_id = ${accountId} and mode = ${mode} and order_id = ${orderId}
     order by position`.execute(db)
  return rows.map(({ position }) => position)
}
