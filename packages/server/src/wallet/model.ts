import type { Mode } from '../accounts/index.ts'
import type { Micros } from '../core/money.ts'

/**
 * The chart of accounts of one account's book. `wallet` is the customer's
 * money; the others say where it came from and what it was spent on. An amount
 * is positive where it arrives and negative where it leaves.
 */
export const ledgerAccounts = ['wallet', 'sales', 'fees', 'sms', 'discounts', 'funding'] as const

export type LedgerAccount = (typeof ledgerAccounts)[number]

/** Amounts per ledger account; what is absent is zero. */
export type Entries = Readonly<Partial<Record<LedgerAccount, Micros>>>

export type TransferKind = 'funding' | 'order' | 'commission'

/** A movement of money in one book that is about to be written. */
export interface Transfer {
  readonly accountId: bigint
  readonly mode: Mode
  readonly kind: TransferKind
  readonly orderId: bigint | null
  readonly currency: string
  readonly entries: Entries
}

/** What is to be said of a transfer beyond its amounts. */
export interface Memo {
  readonly note: string | null
  /** What its bank transfer was to name. */
  readonly reference: string | null
  /** Who posted it, as records name an actor, and as people know them. */
  readonly by: { readonly id: string; readonly name: string }
}

export interface Wallet {
  readonly accountId: bigint
  readonly mode: Mode
  readonly currency: string
  readonly balance: Micros
  /** How far below zero the balance may go. */
  readonly overdraftLimit: Micros
  /** A balance that falls below this is an event; 0 for never. */
  readonly lowBalanceThreshold: Micros
  readonly updatedAt: Date
}

/** A transfer whose entries do not sum to zero: a mistake in the program, never in its input. */
export class UnbalancedTransferError extends Error {
  override readonly name = 'UnbalancedTransferError'
}

/** @throws UnbalancedTransferError; the database refuses the same again */
export function assertBalanced(transfer: Transfer): void {
  const sum = ledgerAccounts.reduce((total, name) => total + (transfer.entries[name] ?? 0n), 0n)
  if (sum !== 0n) throw new UnbalancedTransferError(`A ${transfer.kind} transfer is off by ${sum}`)
}

/** The wallet after the transfers, or undefined if one of them would take it below its limit. */
export function balanceAfter(
  wallet: Pick<Wallet, 'overdraftLimit'>,
  balance: Micros,
  transfers: readonly Transfer[],
): Micros | undefined {
  let after = balance
  for (const transfer of transfers) {
    after += transfer.entries.wallet ?? 0n
    if (after < -wallet.overdraftLimit) return undefined
  }
  return after
}
