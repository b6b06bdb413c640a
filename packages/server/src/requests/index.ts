export { requestRoutes } from './manage.ts'
export type { Caller } from './model.ts'
export { createRequestLogs, type RequestLog } from './service.ts'
