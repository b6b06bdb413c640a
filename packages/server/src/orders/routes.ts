import Type from 'typebox'
import { GIFT_CARDS_V1, GIFT_CARDS_V2, getRoute, postRoute, type Route } from '../http/index.ts'
import { orderErrors } from './errors.ts'
import {
  CardsV1Out,
  CardsV2Out,
  PlaceOrderIn,
  TransactionOut,
  toCardsV1,
  toCardsV2,
  toOrderRequest,
  toTransactionOut,
} from './schema.ts'
import type { Orders } from './service.ts'

export function orderRoutes(orders: Orders): Route[] {
  return [
    postRoute({
      path: '/orders',
      access: 'client',
      summary: 'Order gift cards',
      body: PlaceOrderIn,
      response: TransactionOut,
      handle: async ({ principal, body }) => ({
        body: toTransactionOut(await orders.place(principal, toOrderRequest(body))),
        contentType: GIFT_CARDS_V1,
      }),
    }),
    getRoute({
      path: '/orders/transactions/:transactionId/cards',
      access: 'client',
      summary: 'Get the codes of an order',
      response: Type.Union([CardsV1Out, CardsV2Out]),
      handle: async ({ principal, params, headers }) => {
        const id = readId(params.transactionId)
        if (id === undefined) throw orderErrors.invalidTransactionId()
        const cards = await orders.revealCards(principal, id)
        return headers.accept?.includes('giftcards-v2')
          ? { body: toCardsV2(cards), contentType: GIFT_CARDS_V2 }
          : { body: toCardsV1(cards), contentType: GIFT_CARDS_V1 }
      },
    }),
  ]
}

/** Undefined for what nothing can have as its id. */
export function readId(text: string | undefined): bigint | undefined {
  return text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : undefined
}
