export { healthRoutes } from './manage.ts'
export { createHealth, type Health } from './service.ts'
