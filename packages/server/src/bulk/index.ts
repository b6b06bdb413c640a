export { createBulk } from './bulk.ts'
export { bulkRoutes } from './manage.ts'
export type { BulkOrders } from './service.ts'
