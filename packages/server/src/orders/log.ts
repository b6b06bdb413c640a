import type { OrderLog } from '../events/index.ts'
import { readLowBalanceThreshold } from '../wallet/index.ts'
import { toTransactionOut } from './schema.ts'
import * as store from './store.ts'

/** The orders as the event feed follows them. */
export const orderLog: OrderLog = {
  placedAfter: store.listPlacedAfter,
  findBehind: store.findOwnersBehind,
  async describe(db, owner, ids) {
    const orders = await store.findOrders(db, owner, ids)
    return new Map(orders.map((order) => [order.id, toTransactionOut(order)]))
  },
  lowBalanceThreshold: readLowBalanceThreshold,
}
