export {
  GIFT_CARDS_V1,
  GIFT_CARDS_V2,
  getRoute,
  postRoute,
  type Route,
} from './route.ts'
export { createHttpServer } from './server.ts'
