import type { Principal } from '../../accounts/index.ts'
import type { Micros } from '../../core/money.ts'
import { balanceAfter, type Transfer, type Wallets } from '../../wallet/index.ts'
import { orderErrors } from '../errors.ts'
import type { OrderRequest, PricedOrder } from '../model.ts'
import { postingsOf } from '../postings.ts'
import type { Orders } from '../service.ts'

/** What an order would cost, and what it would do to the books. */
export interface Quoted {
  readonly order: PricedOrder
  readonly transfers: readonly Transfer[]
  readonly balance: Micros
  /** May be more than the wallet has. */
  readonly balanceAfter: Micros
  readonly isAffordable: boolean
  /** What the wallet lacks with its overdraft used up. */
  readonly missing: Micros
}

export interface QuotingDependencies {
  readonly orders: Pick<Orders, 'quote' | 'findByIdentifier'>
  readonly wallets: Pick<Wallets, 'get'>
}

/** No order has an id that is this low, and none gets this one. */
const NO_ORDER = 0n

/** @throws identifierUsed, and what is wrong with the order, as placing it does */
export async function quoteOrder(
  { orders, wallets }: QuotingDependencies,
  principal: Principal,
  request: OrderRequest,
): Promise<Quoted> {
  const { customIdentifier } = request
  if (customIdentifier !== null) {
    const used = await orders.findByIdentifier(principal, [customIdentifier])
    if (used.size > 0) throw orderErrors.identifierUsed()
  }
  const [order, wallet] = await Promise.all([
    orders.quote(principal, request),
    wallets.get(principal),
  ])
  const transfers = postingsOf(order, NO_ORDER)
  const left = wallet.balance + wallet.overdraftLimit - order.quote.cost
  return {
    order,
    transfers,
    balance: wallet.balance,
    balanceAfter: wallet.balance - order.quote.cost,
    missing: left < 0n ? -left : 0n,
    isAffordable: balanceAfter(wallet, wallet.balance, transfers) !== undefined,
  }
}
