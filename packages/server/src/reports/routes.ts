import { readId } from '../core/ids.ts'
import { pageQuery, readPageRequest, toPageOut } from '../core/page.ts'
import { GIFT_CARDS_V1, getRoute, type Route } from '../http/index.ts'
import {
  type Orders,
  orderErrors,
  TransactionId,
  TransactionOut,
  toTransactionOut,
} from '../orders/index.ts'
import { filterQuery, readFilter, TransactionPageOut } from './schema.ts'

const PAGE_LIMITS = { sizeDefault: 50, sizeMax: 50 }

/** @param timeZone the IANA name of the zone that the filters' times are in */
export function reportRoutes(orders: Orders, timeZone: string): Route[] {
  return [
    getRoute({
      path: '/reports/transactions',
      access: 'client',
      scope: 'reports:read',
      operationId: 'listTransactions',
      tag: 'Reports',
      summary: 'List orders',
      description:
        'The orders of the account in the mode of the token, the newest first. Filters that are ' +
        'combined must all fit; values that cannot be read do not restrict.',
      query: { ...pageQuery(PAGE_LIMITS), ...filterQuery },
      response: { [GIFT_CARDS_V1]: TransactionPageOut },
      errors: [],
      handle: async ({ principal, query }) => {
        const page = readPageRequest(query, PAGE_LIMITS)
        const orderPage = await orders.list(principal, readFilter(query, timeZone), page)
        return { body: toPageOut(orderPage, toTransactionOut), contentType: GIFT_CARDS_V1 }
      },
    }),
    getRoute({
      path: '/reports/transactions/:transactionId',
      access: 'client',
      scope: 'reports:read',
      operationId: 'getTransaction',
      tag: 'Reports',
      summary: 'Get one order',
      description: 'The order as it is now, by its transaction id.',
      params: { transactionId: TransactionId },
      response: { [GIFT_CARDS_V1]: TransactionOut },
      errors: [orderErrors.notFound, orderErrors.notFoundCoded],
      handle: async ({ principal, params }) => {
        const order = await orders.get(principal, readId(params.transactionId))
        return { body: toTransactionOut(order), contentType: GIFT_CARDS_V1 }
      },
    }),
  ]
}
