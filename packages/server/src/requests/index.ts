export { requestRoutes } from './manage.ts'
export { createRequestLogs, type RequestLog } from './service.ts'
