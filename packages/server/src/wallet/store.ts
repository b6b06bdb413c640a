import { sql } from 'kysely'
import type { Mode, Owner } from '../accounts/index.ts'
import type { Micros } from '../core/money.ts'
import { bulkInsert, type Column } from '../storage/bulk.ts'
import type { Executor, Tx } from '../storage/database.ts'
import {
  type LedgerAccount,
  ledgerAccounts,
  type Memo,
  type Transfer,
  type Wallet,
} from './model.ts'

interface WalletRow {
  readonly account_id: bigint
  readonly mode: Mode
  readonly currency: string
  readonly balance: bigint
  readonly overdraft_limit: bigint
  readonly low_balance_threshold: bigint
  readonly updated_at: Date
}

function toWallet(row: WalletRow): Wallet {
  return {
    accountId: row.account_id,
    mode: row.mode,
    currency: row.currency,
    balance: row.balance,
    overdraftLimit: row.overdraft_limit,
    lowBalanceThreshold: row.low_balance_threshold,
    updatedAt: row.updated_at,
  }
}

const columns = sql`
  account_id, mode, currency, balance, overdraft_limit, low_balance_threshold, updated_at`

export async function findWallet(
  db: Executor,
  accountId: bigint,
  mode: Mode,
): Promise<Wallet | undefined> {
  const { rows } = await sql<WalletRow>`
    select ${columns} from wallets where account_id = ${accountId} and mode = ${mode}`.execute(db)
  return rows[0] && toWallet(rows[0])
}

/** Everybody who has a wallet, in a fixed order. */
export async function listOwners(db: Executor): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select account_id as "accountId", mode from wallets order by account_id, mode`.execute(db)
  return rows
}

export async function readLowBalanceThreshold(db: Executor, owner: Owner): Promise<Micros> {
  const { rows } = await sql<{ threshold: bigint }>`
    select low_balance_threshold as threshold from wallets
     where account_id = ${owner.accountId} and mode = ${owner.mode}`.execute(db)
  return rows[0]?.threshold ?? 0n
}

export async function updateLowBalanceThreshold(
  tx: Tx,
  { accountId, mode }: Owner,
  threshold: Micros,
): Promise<void> {
  await sql`
    update wallets set low_balance_threshold = ${threshold}
     where account_id = ${accountId} and mode = ${mode}`.execute(tx)
}

/**
 * Locks the wallets of these accounts until the transaction ends. Sorted,
 * because two batches that lock A then B and B then A wait for each other.
 */
export async function lockWallets(
  tx: Tx,
  accountIds: readonly bigint[],
  wallets: readonly Mode[],
): Promise<Wallet[]> {
  const { rows } = await sql<WalletRow>`
    select ${columns} from wallets
     where account_id = any(${accountIds}::bigint[]) and mode = any(${wallets}::mode[])
     order by account_id, mode
       for update`.execute(tx)
  return rows.map(toWallet)
}

export async function insertWallet(
  tx: Tx,
  wallet: Pick<Wallet, 'accountId' | 'mode' | 'currency' | 'updatedAt'>,
): Promise<void> {
  await sql`
    insert into wallets (account_id, mode, currency, updated_at)
    values (${wallet.accountId}, ${wallet.mode}, ${wallet.currency}, ${wallet.updatedAt})`.execute(
    tx,
  )
}

/** A transfer with the wallet's balance after it. */
export interface PostedTransfer extends Transfer {
  readonly balance: bigint
  readonly at: Date
}

export async function insertTransfers(tx: Tx, transfers: readonly PostedTransfer[]): Promise<void> {
  await tx.getExecutor().executeQuery(insertStatement(transfers))
}

const insertStatement = bulkInsert<PostedTransfer>('transfers', [
  ['account_id', 'bigint', (transfer) => transfer.accountId],
  ['mode', 'mode', (transfer) => transfer.mode],
  ['kind', 'text', (transfer) => transfer.kind],
  ['order_id', 'bigint', (transfer) => transfer.orderId],
  ['currency', 'text', (transfer) => transfer.currency],
  ['balance', 'bigint', (transfer) => transfer.balance],
  ['created_at', 'timestamptz', (transfer) => transfer.at],
  ...ledgerAccounts.map(
    (name): Column<PostedTransfer> => [name, 'bigint', ({ entries }) => entries[name] ?? 0n],
  ),
])

/** A transfer as it was written. */
export interface StoredTransfer extends PostedTransfer {
  readonly id: bigint
}

interface TransferRow extends Omit<StoredTransfer, 'entries'>, Record<LedgerAccount, bigint> {}

/** The most transfers that pay for one order; they follow one another. */
const PAYMENTS_MAX = 8

/**
 * The transfers that paid for an order, in the order in which they were posted.
 *
 * Found by bisection: orders and their transfers take their ids while the wallet is locked, so in
 * one wallet both ascend together. An index on the order would cost whoever places orders about a
 * microsecond and a half for each transfer, even if it is a BRIN index; this costs its reader some twenty
 * look-ups. Transfers that come later, such as those of refunds, will be found otherwise.
 */
export async function listTransfersOfOrder(
  db: Executor,
  { accountId, mode }: Owner,
  orderId: bigint,
): Promise<StoredTransfer[]> {
  const own = sql`account_id = ${accountId} and mode = ${mode}`
  const { rows } = await sql<TransferRow>`
    with recursive half (low, high) as (
      select (select id from transfers where ${own} order by id limit 1),
             (select id from transfers where ${own} order by id desc limit 1)
       union all
      select case when found.order_id < ${orderId} then found.id + 1 else low end,
             case when found.order_id < ${orderId} then high else (low + high) / 2 end
        from half
        left join lateral (
          select id, order_id from transfers
           where ${own} and id >= (low + high) / 2 and order_id is not null
           order by id limit 1) as found on true
       where low < high
    )
    select account_id as "accountId", mode, id, kind, order_id as "orderId", currency,
           ${ledgerColumns}, balance, created_at as at
      from (select * from transfers
             where ${own} and id >= (select max(low) from half) and order_id is not null
             order by id limit ${PAYMENTS_MAX}) as next
     where order_id = ${orderId}
     order by id`.execute(db)
  return rows.map(toTransfer)
}

const ledgerColumns = sql.join(ledgerAccounts.map((name) => sql.ref(name)))

function toTransfer(row: TransferRow): StoredTransfer {
  const { accountId, mode, id, kind, orderId, currency, balance, at } = row
  const entries = Object.fromEntries(
    ledgerAccounts.filter((name) => row[name] !== 0n).map((name) => [name, row[name]]),
  )
  return { accountId, mode, id, kind, orderId, currency, entries, balance, at }
}

/** The transfer that was posted last; of a wallet that is locked, the own one. */
export async function findLastTransferId(tx: Tx, { accountId, mode }: Owner): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    select id from transfers where account_id = ${accountId} and mode = ${mode}
     order by id desc limit 1`.execute(tx)
  if (rows[0] === undefined) throw new Error('A wallet has no transfers')
  return rows[0].id
}

export async function insertNote(
  tx: Tx,
  { accountId, mode }: Owner,
  transferId: bigint,
  { note, reference, by }: Memo,
): Promise<void> {
  await sql`
    insert into transfer_notes
      (account_id, mode, transfer_id, note, reference, posted_by, posted_by_name)
    values (${accountId}, ${mode}, ${transferId}, ${note}, ${reference}, ${by.id},
            ${by.name})`.execute(tx)
}

export async function updateBalances(
  tx: Tx,
  wallets: readonly Pick<Wallet, 'accountId' | 'mode' | 'balance'>[],
  at: Date,
): Promise<void> {
  await sql`
    update wallets w
       set balance = t.balance, updated_at = ${at}
      from unnest(${wallets.map((w) => w.accountId)}::bigint[],
                  ${wallets.map((w) => w.mode)}::mode[],
                  ${wallets.map((w) => w.balance)}::bigint[]) as t (account_id, mode, balance)
     where w.account_id = t.account_id and w.mode = t.mode`.execute(tx)
}
