export { orderErrors } from './errors.ts'
export type { OrderFilter } from './filter.ts'
export { createOrderBook } from './gifts.ts'
export { hasOrders, type OrderHealth, readOrderHealth } from './health/store.ts'
export { orderLog } from './log.ts'
export { orderManageRoutes } from './manage.ts'
export { ActorOut, toActorOut } from './managing/schema.ts'
export { createManagedOrders, type ManagedOrders } from './managing/service.ts'
export {
  type IdentifiedOrder,
  type OrderRequest,
  orderStatuses,
  type PlaceOrder,
} from './model.ts'
export { orderRoutes, TransactionId } from './routes.ts'
export { type PlaceOrderIn, TransactionOut, toOrderRequest, toTransactionOut } from './schema.ts'
export { createOrders, type Orders } from './service.ts'
