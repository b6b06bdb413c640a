export { idOf, integerOf, ownerOf, sequenceOf, textOf, timeOf, wordOf } from './manage.ts'
export type { Refusals } from './openapi/errors.ts'
export { privatePageHeaders } from './page.ts'
export {
  type Answer,
  GIFT_CARDS_V1,
  GIFT_CARDS_V2,
  getRoute,
  manageRoute,
  type Page,
  type PreparedAnswer,
  postRoute,
  type Route,
  type RouteRequest,
  sessionRoute,
} from './route.ts'
export { createHttpServer } from './server.ts'
