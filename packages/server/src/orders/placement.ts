import { accountErrors, keyOf } from '../accounts/index.ts'
import type { Outcome } from '../core/batcher.ts'
import type { Clock } from '../core/clock.ts'
import type { Database, Tx } from '../storage/database.ts'
import { isConflict, isUnavailable, OutcomeUnknownError, transact } from '../storage/database.ts'
import type { Supplier } from '../suppliers/index.ts'
import type { Card, Vault } from '../vault/index.ts'
import {
  balanceAfter,
  type Transfer,
  type Wallet,
  type Wallets,
  walletErrors,
} from '../wallet/index.ts'
import { orderErrors } from './errors.ts'
import type { Order, PricedOrder } from './model.ts'
import { postingsOf } from './postings.ts'
import * as store from './store.ts'

export interface PlacementDependencies {
  readonly database: Database
  readonly wallets: Wallets
  readonly vault: Vault
  readonly clock: Clock
}

/** A priced order and who supplies it. */
export interface Candidate extends PricedOrder {
  readonly supplier: Supplier
}

/** An order that is going to be placed, with what it does to the ledger. */
interface Accepted {
  readonly candidate: Candidate
  readonly order: Order
  readonly transfers: readonly Transfer[]
}

/**
 * Places orders that arrived together, in one database transaction: all that
 * can be placed are, and each of the others is refused alone.
 *
 * The steps: lock the wallets, so that one process at a time decides about
 * their money; decide in the order of arrival; issue and seal the cards; write
 * everything; commit. That identifiers are free is assumed, and the unique
 * index has the last word: when it finds some taken, the batch is placed once
 * more without those.
 *
 * After a commit that nobody answered the outcome is unknown, and every order is
 * told so; it is never tried again. What failed before the commit did not
 * happen: a batch that had to wait too long is refused as a whole, and one that
 * the database refused is left to the batcher, which tries each order alone.
 */
export async function placeBatch(
  deps: PlacementDependencies,
  candidates: readonly Candidate[],
): Promise<readonly Outcome<Order>[]> {
  try {
    await deps.vault.prepare(owners(candidates))
    return await placeUntilDecided(deps, candidates)
  } catch (error) {
    if (error instanceof OutcomeUnknownError) return refuseAll(candidates, error, 'outcomeUnknown')
    if (isUnavailable(error)) return refuseAll(candidates, error, 'notPlaced')
    throw error
  }
}

function refuseAll(
  candidates: readonly Candidate[],
  cause: unknown,
  reason: 'outcomeUnknown' | 'notPlaced',
): Outcome<Order>[] {
  return candidates.map(() => {
    const error = orderErrors[reason]()
    error.cause = cause
    return { ok: false, error }
  })
}

/** Deadlocks with other statements are rare; one that lasts is a mistake to hear about. */
const CONFLICTS_MAX = 3

async function placeUntilDecided(
  deps: PlacementDependencies,
  candidates: readonly Candidate[],
): Promise<readonly Outcome<Order>[]> {
  const taken = new Set<string>()
  for (let conflicts = 0; ; ) {
    try {
      return await transact(deps.database, (tx) => place(deps, tx, candidates, taken))
    } catch (error) {
      if (error instanceof IdentifiersTaken) {
        const known = taken.size
        for (const identifier of error.identifiers) taken.add(identifier)
        if (taken.size === known) throw new Error('The same identifiers were found taken twice')
      } else if (!isConflict(error) || ++conflicts > CONFLICTS_MAX) {
        throw error
      }
    }
  }
}

/** Undoes a batch in which some orders have identifiers that are taken. */
class IdentifiersTaken extends Error {
  readonly identifiers: readonly string[]

  constructor(identifiers: readonly string[]) {
    super('Some identifiers are taken')
    this.identifiers = identifiers
  }
}

async function place(
  deps: PlacementDependencies,
  tx: Tx,
  candidates: readonly Candidate[],
  taken: ReadonlySet<string>,
): Promise<readonly Outcome<Order>[]> {
  const callers = candidates.map((candidate) => candidate.principal)
  const [wallets, prelude] = await Promise.all([
    deps.wallets.lock(
      tx,
      distinct(callers.map((caller) => caller.accountId)),
      distinct(callers.map((caller) => caller.mode)),
    ),
    store.readPrelude(tx, callers),
  ])
  const accepted: Accepted[] = []
  const decide = createDecision(wallets, prelude, taken, deps.clock.now())
  const outcomes = candidates.map((candidate, index): Outcome<Order> => {
    const decision = decide(candidate, prelude.ids[index] ?? 0n)
    if (decision instanceof Error) return { ok: false, error: decision }
    accepted.push(decision)
    return { ok: true, value: decision.order }
  })
  if (accepted.length > 0) await write(deps, tx, wallets, accepted)
  return outcomes
}

/**
 * Decides orders one after another against the wallets as they are after the
 * ones before. A refused order changes nothing and leaves its identifier free.
 */
function createDecision(
  wallets: readonly Wallet[],
  { refusedClients, notLive }: store.Prelude,
  taken: ReadonlySet<string>,
  now: Date,
) {
  const used = new Set(taken)
  const state = new Map(
    wallets.map((wallet) => [
      keyOf(wallet),
      { wallet, balance: wallet.balance, at: wallet.updatedAt },
    ]),
  )
  return (candidate: Candidate, id: bigint): Accepted | Error => {
    const { principal } = candidate
    if (refusedClients.has(principal.clientId)) return accountErrors.clientRevoked()
    if (principal.mode === 'live' && notLive.has(principal.accountId)) {
      return accountErrors.liveNotEnabled()
    }
    const identifier = nameIdentifier(candidate)
    if (identifier !== undefined && used.has(identifier)) return orderErrors.identifierUsed()
    const own = state.get(keyOf(principal))
    if (own === undefined) return walletErrors.noWallet({ mode: principal.mode })
    const transfers = postingsOf(candidate, id)
    const newBalance = balanceAfter(own.wallet, own.balance, transfers)
    if (newBalance === undefined) return walletErrors.insufficientBalance()
    const order = toOrder(candidate, id, { ...own, newBalance, now })
    own.balance = newBalance
    own.at = now
    if (identifier !== undefined) used.add(identifier)
    return { candidate, order, transfers }
  }
}

/** @throws IdentifiersTaken, which undoes everything */
async function write(
  deps: PlacementDependencies,
  tx: Tx,
  wallets: readonly Wallet[],
  accepted: readonly Accepted[],
): Promise<void> {
  const orders = accepted.map((one) => one.order)
  const sealed = deps.vault.seal(issueCards(accepted))
  // Sent in one go: none needs another's answer, and an error in one undoes them all.
  const [inserted] = await Promise.all([
    store.insertOrders(tx, orders),
    deps.wallets.post(
      tx,
      wallets,
      accepted.flatMap((one) => one.transfers),
    ),
    deps.vault.insert(tx, sealed),
  ])
  if (inserted.size === orders.length) return
  const left = accepted.filter(({ order }) => !inserted.has(order.id))
  throw new IdentifiersTaken(left.flatMap(({ candidate }) => nameIdentifier(candidate) ?? []))
}

function issueCards(accepted: readonly Accepted[]) {
  const bySupplier = Map.groupBy(accepted, (one) => one.candidate.supplier)
  return [...bySupplier].flatMap(([supplier, group]) => {
    const purchases = group.map(({ candidate: { product, unitPrice, request } }) => ({
      product,
      unitPrice,
      quantity: request.quantity,
    }))
    const issued = supplier.issue(purchases)
    return group.flatMap(({ order }, index) => numbered(order, issued[index] ?? []))
  })
}

function numbered({ accountId, mode, id: orderId, quantity }: Order, cards: readonly Card[]) {
  if (cards.length !== quantity) {
    throw new Error(`The supplier issued ${cards.length} cards for ${quantity} of order ${orderId}`)
  }
  return cards.map((card, index) => ({ accountId, mode, orderId, position: index + 1, card }))
}

interface WalletMove {
  readonly balance: bigint
  readonly newBalance: bigint
  readonly at: Date
  readonly now: Date
}

function toOrder(candidate: Candidate, id: bigint, move: WalletMove): Order {
  const { principal, request, product, quote } = candidate
  return {
    accountId: principal.accountId,
    mode: principal.mode,
    id,
    clientId: principal.clientId,
    dialect: principal.dialect.name,
    customIdentifier: request.customIdentifier,
    status: 'SUCCESSFUL',
    product: {
      id: product.id,
      name: product.name,
      countryCode: product.countryCode,
      currency: product.currency,
      brandId: product.brand.id,
      brandName: product.brand.name,
    },
    quantity: request.quantity,
    unitPrice: candidate.unitPrice,
    currency: candidate.currency,
    amount: quote.amount,
    discount: quote.discount,
    fee: quote.fee,
    smsFee: quote.smsFee,
    cost: quote.cost,
    oldBalance: move.balance,
    newBalance: move.newBalance,
    oldBalanceAt: move.at,
    isPreOrder: request.preOrder,
    senderName: request.senderName,
    recipientEmail: request.recipientEmail,
    recipientPhone: request.recipientPhone?.digits ?? null,
    recipientUserId: request.recipientUserId,
    supplier: candidate.supplier.name,
    createdAt: move.now,
  }
}

function owners(candidates: readonly Candidate[]) {
  return [...new Map(candidates.map(({ principal }) => [keyOf(principal), principal])).values()]
}

/** An identifier is unique within its account and mode. */
function nameIdentifier({ principal, request }: Candidate): string | undefined {
  const { customIdentifier } = request
  return customIdentifier === null ? undefined : `${keyOf(principal)}/${customIdentifier}`
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
