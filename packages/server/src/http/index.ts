export {
  GIFT_CARDS_V1,
  GIFT_CARDS_V2,
  getRoute,
  type PreparedAnswer,
  postRoute,
  type Route,
} from './route.ts'
export { createHttpServer } from './server.ts'
