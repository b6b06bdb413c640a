import { keyOf, type Mode, type Owner, type Principal } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import { findCurrency } from '../core/currency.ts'
import { inputErrors } from '../core/errors.ts'
import { MAX_MICROS, type Micros } from '../core/money.ts'
import { type Events, fundedFact, lowBalanceFact } from '../events/index.ts'
import { type Database, type Executor, type Tx, transact } from '../storage/database.ts'
import { walletErrors } from './errors.ts'
import { assertBalanced, type Memo, type Transfer, type Wallet } from './model.ts'
import * as store from './store.ts'

export interface Wallets {
  /** @throws noWallet */
  get(principal: Pick<Principal, 'accountId' | 'mode'>): Promise<Wallet>
  /** The wallet's currency, which never changes; from memory after the first time. @throws noWallet */
  currencyOf(principal: Pick<Principal, 'accountId' | 'mode'>): Promise<string>
  /** Everybody who has a wallet, always in the same order. */
  listOwners(db: Executor): Promise<readonly Owner[]>
  open(tx: Tx, wallet: { accountId: bigint; mode: Mode; currency: string }): Promise<void>
  /** The transfers of an order, in their order. */
  transfersOf(owner: Owner, orderId: bigint): Promise<readonly store.StoredTransfer[]>
  /** Locks the wallets until the transaction ends; answers them in a fixed order. */
  lock(tx: Tx, accountIds: readonly bigint[], modes: readonly Mode[]): Promise<Wallet[]>
  /**
   * Writes transfers and the balances they lead to, for wallets that `lock`
   * has locked. Every transfer must balance and every balance stay above its limit.
   *
   * @throws UnbalancedTransferError
   */
  post(tx: Tx, wallets: readonly Wallet[], transfers: readonly Transfer[]): Promise<void>
  /**
   * Puts money into a wallet; a negative amount takes it out again.
   *
   * @throws noWallet, insufficientBalance, invalidAmount
   */
  fund(tx: Tx, request: FundRequest): Promise<FundedWallet>
  /**
   * Sets below which balance there is an event; 0 for never. Orders that were
   * placed before are judged by the threshold before.
   *
   * @throws noWallet, invalidField
   */
  setLowBalanceThreshold(owner: Owner, threshold: Micros | undefined): Promise<ChangedThreshold>
}

export interface ChangedThreshold {
  /** The threshold before. */
  readonly before: Micros
  readonly wallet: Wallet
}

export interface FundRequest {
  readonly accountId: bigint
  readonly mode: Mode
  readonly amount: Micros
  /** What the statement says of it. */
  readonly memo?: Memo
}

export interface FundedWallet extends Wallet {
  /** The transfer that did it. */
  readonly transferId: bigint
}

const CURRENCIES_MAX = 10_000

export interface WalletsDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly events: Pick<Events, 'emit' | 'catchUp' | 'settle'>
}

export function createWallets({ database, clock, events }: WalletsDependencies): Wallets {
  async function post(tx: Tx, wallets: readonly Wallet[], transfers: readonly Transfer[]) {
    if (transfers.length === 0) return
    const now = clock.now()
    const balances = new Map(wallets.map((wallet) => [keyOf(wallet), wallet.balance]))
    const posted = transfers.map((transfer) => {
      assertBalanced(transfer)
      const before = balances.get(keyOf(transfer))
      if (before === undefined) throw new Error('A transfer was posted to a wallet without a lock')
      const balance = before + (transfer.entries.wallet ?? 0n)
      balances.set(keyOf(transfer), balance)
      return { ...transfer, balance, at: now }
    })
    const changed = wallets
      .map((wallet) => ({ ...wallet, balance: balances.get(keyOf(wallet)) ?? wallet.balance }))
      .filter((wallet, index) => wallet.balance !== wallets[index]?.balance)
    await Promise.all([store.insertTransfers(tx, posted), store.updateBalances(tx, changed, now)])
  }

  async function get({ accountId, mode }: Pick<Principal, 'accountId' | 'mode'>): Promise<Wallet> {
    const wallet = await store.findWallet(database, accountId, mode)
    if (wallet === undefined) throw walletErrors.noWallet({ mode })
    return wallet
  }

  const currencies = new Map<string, string>()

  return {
    get,
    async currencyOf(principal) {
      const known = currencies.get(keyOf(principal))
      if (known !== undefined) return known
      const { currency } = await get(principal)
      if (currencies.size >= CURRENCIES_MAX) currencies.clear()
      currencies.set(keyOf(principal), currency)
      return currency
    },
    async open(tx, wallet) {
      const { currency } = wallet
      if (findCurrency(currency) === undefined) {
        throw walletErrors.unknownCurrency({ field: 'currency', currency })
      }
      await store.insertWallet(tx, { ...wallet, updatedAt: clock.now() })
    },
    listOwners: store.listOwners,
    transfersOf: (owner, orderId) => store.listTransfersOfOrder(database, owner, orderId),
    lock: store.lockWallets,
    post,
    async fund(tx, { accountId, mode, amount, memo }) {
      const [wallet] = await store.lockWallets(tx, [accountId], [mode])
      if (wallet === undefined) throw walletErrors.noWallet({ mode })
      const balance = wallet.balance + amount
      if (amount === 0n || abs(amount) > MAX_MICROS || abs(balance) > BALANCE_MAX) {
        throw walletErrors.invalidAmount({ field: 'amount' })
      }
      if (balance < -wallet.overdraftLimit) throw walletErrors.insufficientBalance()
      const { currency } = wallet
      const entries = { funding: -amount, wallet: amount }
      await post(
        tx,
        [wallet],
        [{ accountId, mode, kind: 'funding', orderId: null, currency, entries }],
      )
      const transferId = await store.findLastTransferId(tx, wallet)
      if (memo !== undefined) await store.insertNote(tx, wallet, transferId, memo)
      const alert = lowBalanceFact({
        before: wallet.balance,
        after: balance,
        currency,
        threshold: wallet.lowBalanceThreshold,
        orderId: null,
      })
      const funded = fundedFact({ amount, balance, currency })
      await events.emit(tx, wallet, funded, ...(alert === undefined ? [] : [alert]))
      return { ...wallet, balance, transferId }
    },
    async setLowBalanceThreshold(owner, threshold) {
      if (threshold === undefined || threshold < 0n || threshold > MAX_MICROS) {
        throw inputErrors.invalidField({ field: 'lowBalanceThreshold' })
      }
      // Most of it before the lock, which orders wait for.
      await events.catchUp(owner)
      return transact(database, async (tx) => {
        const [wallet] = await store.lockWallets(tx, [owner.accountId], [owner.mode])
        if (wallet === undefined) throw walletErrors.noWallet({ mode: owner.mode })
        await events.settle(tx, owner)
        await store.updateLowBalanceThreshold(tx, owner, threshold)
        const before = wallet.lowBalanceThreshold
        return { before, wallet: { ...wallet, lowBalanceThreshold: threshold } }
      })
    },
  }
}

/** Room for any transfer below what a 64-bit column holds. */
const BALANCE_MAX = 8n * MAX_MICROS

function abs(amount: Micros): Micros {
  return amount < 0n ? -amount : amount
}
