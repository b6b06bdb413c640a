export { httpErrors } from './errors.ts'
export {
  GIFT_CARDS_V1,
  GIFT_CARDS_V2,
  getRoute,
  postRoute,
  type Reply,
  type Route,
  type RouteRequest,
} from './route.ts'
export { createHttpServer } from './server.ts'
