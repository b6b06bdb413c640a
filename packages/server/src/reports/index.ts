export { overviewRoutes } from './overview/manage.ts'
export { createOverviews, type Overviews } from './overview/service.ts'
export { reportRoutes } from './routes.ts'
