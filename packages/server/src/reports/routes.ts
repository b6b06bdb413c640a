import { readPageRequest } from '../core/page.ts'
import { GIFT_CARDS_V1, getRoute, type Route } from '../http/index.ts'
import {
  type Orders,
  orderErrors,
  readId,
  TransactionOut,
  toTransactionOut,
} from '../orders/index.ts'
import { readFilter, TransactionPageOut, toTransactionPage } from './schema.ts'

const PAGE_LIMITS = { sizeDefault: 50, sizeMax: 50 }

export function reportRoutes(orders: Orders): Route[] {
  return [
    getRoute({
      path: '/reports/transactions',
      access: 'client',
      summary: 'List orders, the newest first',
      response: TransactionPageOut,
      handle: async ({ principal, query }) => {
        const page = readPageRequest(query, PAGE_LIMITS)
        const orderPage = await orders.list(principal, readFilter(query), page)
        return { body: toTransactionPage(orderPage), contentType: GIFT_CARDS_V1 }
      },
    }),
    getRoute({
      path: '/reports/transactions/:transactionId',
      access: 'client',
      summary: 'Get one order',
      response: TransactionOut,
      handle: async ({ principal, params }) => {
        const id = readId(params.transactionId)
        if (id === undefined) throw orderErrors.notFound()
        return {
          body: toTransactionOut(await orders.get(principal, id)),
          contentType: GIFT_CARDS_V1,
        }
      },
    }),
  ]
}
