import { type Actor, actorIdOf, type Owner } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Micros } from '../core/money.ts'
import type { Events } from '../events/index.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import { walletErrors } from './errors.ts'
import { createFundingRequests, type FundingRequests } from './funding/service.ts'
import type { Wallet } from './model.ts'
import type { WalletView } from './schema.ts'
import { createWallets, type Wallets } from './service.ts'
import { createStatements, type Statements } from './statement/service.ts'
import { createSpending, type Spending } from './tallying/tallying.ts'

/** Everything about an account's money: its wallet, how it gets into it, and where it went. */
export interface Money {
  readonly wallets: Wallets
  readonly statements: Statements
  readonly spending: Spending
  readonly fundingRequests: FundingRequests
  /** A wallet and how fast it is emptied. @throws noWallet */
  view(owner: Owner, timeZone: string): Promise<WalletView>
  /** @throws testFundsOnly, noWallet, invalidAmount, insufficientBalance */
  addTestFunds(owner: Owner, amount: Micros, actor: Actor): Promise<Wallet>
  /** How live money is paid for, in the words of whoever runs the server. */
  readonly fundingInstructions: string | undefined
  /** The zone of days that come without one. */
  readonly timeZone: string
  readonly clock: Clock
}

export interface MoneyDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly events: Pick<Events, 'emit' | 'catchUp' | 'settle'>
  readonly fundingInstructions: string | undefined
  readonly timeZone: string
  /** @throws liveNotEnabled */
  requireLive(tx: Tx, owner: Owner): Promise<void>
}

/** What a view shows the spending of. */
const DAYS = 30

export function createMoney(deps: MoneyDependencies): Money {
  const { database, clock, fundingInstructions, timeZone } = deps
  const wallets = createWallets(deps)
  const spending = createSpending(deps)
  return {
    wallets,
    spending,
    statements: createStatements({ database, wallets }),
    fundingRequests: createFundingRequests({ ...deps, wallets }),
    async view(owner, zone) {
      const wallet = await wallets.get(owner)
      const days = await spending.listDays(owner, DAYS, zone)
      return { wallet, days, pace: await spending.pace(owner), now: clock.now() }
    },
    async addTestFunds({ accountId, mode }, amount, actor) {
      if (mode === 'live') throw walletErrors.testFundsOnly()
      const by = { id: actorIdOf(actor), name: actor.name }
      const memo = { note: null, reference: null, by }
      return transact(database, (tx) => wallets.fund(tx, { accountId, mode, amount, memo }))
    },
    fundingInstructions,
    timeZone,
    clock,
  }
}
