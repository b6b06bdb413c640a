import Type from 'typebox'
import type { Dialect } from '../accounts/index.ts'
import { catalogErrors } from '../catalog/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { GIFT_CARDS_V1, GIFT_CARDS_V2, getRoute, postRoute, type Route } from '../http/index.ts'
import { walletErrors } from '../wallet/index.ts'
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
      scope: 'orders:write',
      operationId: 'placeOrder',
      tag: 'Orders',
      summary: 'Order gift cards',
      description:
        'Buys one or more cards of one value of one product and pays them from the wallet. The codes ' +
        'are not in the answer: read them with the transaction id. When the answer is lost, look the ' +
        'order up by its `customIdentifier` before sending it again; one identifier buys at most once.',
      body: PlaceOrderIn,
      response: { [GIFT_CARDS_V1]: TransactionOut },
      errors: placementErrors,
      handle: async ({ principal, body }) => ({
        body: toTransactionOut(await orders.place(principal, toOrderRequest(body))),
        contentType: GIFT_CARDS_V1,
      }),
    }),
    getRoute({
      path: '/orders/transactions/:transactionId/cards',
      access: 'client',
      scope: 'cards:read',
      operationId: 'getCards',
      tag: 'Orders',
      summary: 'Get the codes of an order',
      description:
        'One row per card. Version 2 of the media type has a field of its own for redemption links, ' +
        'which version 1 shows as the card number. Every reading is recorded.',
      params: { transactionId: TransactionId },
      response: { [GIFT_CARDS_V1]: CardsV1Out, [GIFT_CARDS_V2]: CardsV2Out },
      errors: [
        orderErrors.invalidTransactionId,
        orderErrors.invalidTransactionIdCoded,
        orderErrors.notAcceptable,
      ],
      handle: async ({ principal, params, headers }) => {
        const version = negotiate(headers.accept, principal.dialect)
        const cards = await orders.revealCards(principal, readId(params.transactionId))
        return version === 2
          ? { body: toCardsV2(cards), contentType: GIFT_CARDS_V2 }
          : { body: toCardsV1(cards), contentType: GIFT_CARDS_V1 }
      },
    }),
  ]
}

export const placementErrors = [
  orderErrors.identifierUsed,
  orderErrors.invalidAmount,
  orderErrors.invalidPhone,
  orderErrors.noPreOrder,
  orderErrors.noSupplier,
  orderErrors.overloaded,
  orderErrors.notPlaced,
  orderErrors.outcomeUnknown,
  catalogErrors.invalidProduct,
  catalogErrors.wrongPrice,
  catalogErrors.wrongPriceOnce,
  catalogErrors.testLimit,
  catalogErrors.smsUnavailable,
  catalogErrors.rateUnavailable,
  inputErrors.invalidField,
  inputErrors.missingField,
  inputErrors.tooLong,
  inputErrors.tooLarge,
  walletErrors.insufficientBalance,
  walletErrors.noWallet,
]

/**
 * The version of the cards that a caller wants; 1 unless it asks for 2.
 *
 * @throws notAcceptable for types that the dialect does not send cards as
 */
function negotiate(accept: string | undefined, { cardTypes }: Dialect): 1 | 2 {
  if (accept?.includes('giftcards-v2')) return 2
  const isVendor = accept === undefined || /giftcards-v1|\*\/\*|application\/\*/.test(accept)
  if (cardTypes === 'vendor' && !isVendor) throw orderErrors.notAcceptable()
  return 1
}

export const TransactionId = Type.Integer({ minimum: 1, examples: [3116] })
