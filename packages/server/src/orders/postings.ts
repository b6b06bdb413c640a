import type { Transfer } from '../wallet/index.ts'
import type { PricedOrder } from './model.ts'

/**
 * The transfers that pay for an order, in the account's own book.
 *
 * A gross dialect takes `amount` from the wallet and pays the commission back
 * in a transfer of its own, as its answers show it; a net one takes the cost at
 * once. What is left over by rounding the parts belongs to sales, so that every
 * transfer sums to zero exactly.
 */
export function postingsOf(order: PricedOrder, orderId: bigint): Transfer[] {
  const { principal, quote, currency } = order
  const { accountId, mode, dialect } = principal
  const { fee, smsFee, discount, cost } = quote
  const base = { accountId, mode, orderId, currency }
  const gross = cost + discount
  const parts = { sales: gross - fee - smsFee, fees: fee, sms: smsFee }
  if (dialect.pricing.amount === 'net') {
    return [{ ...base, kind: 'order', entries: { wallet: -cost, discounts: -discount, ...parts } }]
  }
  const payment: Transfer = { ...base, kind: 'order', entries: { wallet: -gross, ...parts } }
  if (discount === 0n) return [payment]
  return [
    payment,
    { ...base, kind: 'commission', entries: { discounts: -discount, wallet: discount } },
  ]
}
