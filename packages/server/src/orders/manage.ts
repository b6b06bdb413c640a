import Type from 'typebox'
import {
  accountErrors,
  actorIdOf,
  dialects,
  type Manager,
  ModeIn,
  type Principal,
} from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { type Micros, parseMicros } from '../core/money.ts'
import {
  integerOf,
  manageRoute,
  ownerOf,
  type Route,
  type RouteRequest,
  textOf,
  timeOf,
  wordOf,
} from '../http/index.ts'
import { walletErrors } from '../wallet/index.ts'
import { orderErrors } from './errors.ts'
import type { OrderFilter } from './filter.ts'
import { readRecipient } from './listing/search.ts'
import { OrderDetailOut, toDetailOut } from './managing/detail.ts'
import { toCsv } from './managing/export.ts'
import {
  ManagedOrderIn,
  OrderPageOut,
  OrderSummaryOut,
  QuoteIn,
  QuoteOut,
  RevealedOut,
  RevealIn,
  toOrderPageOut,
  toQuoteOut,
  toRevealedOut,
  toSummaryOut,
} from './managing/schema.ts'
import type { ManagedOrders } from './managing/service.ts'
import { TimelineOut, toTimelineOut } from './managing/timeline.ts'
import { orderStatuses } from './model.ts'
import { placementErrors, TransactionId } from './routes.ts'
import { toOrderRequest } from './schema.ts'

const PAGE = { min: 1, max: 1_000_000_000, fallback: 1 }
const SIZE = { min: 1, max: 200, fallback: 50 }
const ID = { min: 1, max: 2 ** 31 - 1, fallback: 0 }
const TEXT_MAX = 254

const params = { transactionId: TransactionId }

const filterQuery = {
  status: Type.Optional(Type.Enum([...orderStatuses])),
  from: Type.Optional(
    Type.String({ description: 'ISO 8601: orders from this time, or this day in UTC, on.' }),
  ),
  to: Type.Optional(
    Type.String({ description: 'ISO 8601: up to and with this second, or this day in UTC.' }),
  ),
  q: Type.Optional(
    Type.String({
      description:
        'What somebody knows of an order: its transaction id, its whole identifier or, where no ' +
        'order has that, the e-mail address or phone of its recipient.',
    }),
  ),
  productId: Type.Optional(Type.Integer({ minimum: 1 })),
  brandId: Type.Optional(Type.Integer({ minimum: 1 })),
  recipient: Type.Optional(
    Type.String({ description: 'Whole e-mail address, or phone with its calling code.' }),
  ),
  customIdentifier: Type.Optional(Type.String({ description: 'Whole, in any case.' })),
  mode: ModeIn,
}

/**
 * Orders in the Management API. Whoever places one here does so by the rules of 2026-10: what the
 * wallet pays is the price less the discount, in one transfer, and every refusal has a code.
 */
export function orderManageRoutes(orders: ManagedOrders): Route[] {
  return [...listRoutes(orders), ...pageRoutes(orders), ...commandRoutes(orders)]
}

function listRoutes(orders: ManagedOrders): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/orders',
      scope: 'orders:read',
      operationId: 'listOrders',
      tag: 'Orders',
      summary: 'List orders of the account',
      description: 'Whoever placed them, the newest first. Filters that are combined must all fit.',
      query: {
        ...filterQuery,
        page: Type.Optional(Type.Integer({ minimum: PAGE.min, default: PAGE.fallback })),
        size: Type.Optional(
          Type.Integer({ minimum: SIZE.min, maximum: SIZE.max, default: SIZE.fallback }),
        ),
      },
      response: { 'application/json': OrderPageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const page = {
          number: integerOf(query, 'page', PAGE) - 1,
          size: integerOf(query, 'size', SIZE),
        }
        const filter = readFilter(query)
        return { body: toOrderPageOut(await orders.list(callerOf(manager, query), filter, page)) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/orders/export',
      scope: 'orders:read',
      operationId: 'exportOrders',
      tag: 'Orders',
      summary: 'Download orders',
      description:
        'Every order that fits, as CSV in UTF-8, the newest first: those that had been placed when ' +
        'the request came. Texts that a spreadsheet would compute begin with an apostrophe.',
      query: filterQuery,
      response: { [CSV]: Type.String() },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = callerOf(manager, query)
        return {
          content: toCsv(orders.walk(owner, readFilter(query))),
          contentType: CSV,
          fileName: `orders-${owner.mode}.csv`,
        }
      },
    }),
  ]
}

const CSV = 'text/csv; charset=utf-8'

function pageRoutes(orders: ManagedOrders): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/orders/:transactionId',
      scope: 'orders:read',
      operationId: 'getOrder',
      tag: 'Orders',
      summary: 'Get everything about one order',
      description:
        'What it cost and what it did to the ledger, who placed it, who has seen its cards, and how ' +
        'its messages and webhooks stand. Codes stay in the vault.',
      params,
      query: { mode: ModeIn },
      response: { 'application/json': OrderDetailOut },
      errors: [orderErrors.notFoundCoded, inputErrors.invalidField],
      handle: async ({ manager, params: { transactionId }, query }) => {
        const history = await orders.get(callerOf(manager, query), readId(transactionId))
        return { body: toDetailOut(history) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/orders/:transactionId/timeline',
      scope: 'orders:read',
      operationId: 'getOrderTimeline',
      tag: 'Orders',
      summary: 'Get what happened to one order',
      description:
        'In time: that it was placed, the money, the cards, its events, each try to send a message ' +
        'or a webhook, and who looked at the cards.',
      params,
      query: { mode: ModeIn },
      response: { 'application/json': TimelineOut },
      errors: [orderErrors.notFoundCoded, inputErrors.invalidField],
      handle: async ({ manager, params: { transactionId }, query }) => {
        const history = await orders.get(callerOf(manager, query), readId(transactionId))
        return { body: toTimelineOut(history) }
      },
    }),
  ]
}

function commandRoutes(orders: ManagedOrders): Route[] {
  return [
    manageRoute({
      method: 'POST',
      path: '/manage/v1/orders/quote',
      scope: 'orders:write',
      operationId: 'quoteOrder',
      isReading: true,
      tag: 'Orders',
      summary: 'Price an order',
      description:
        'What an order would cost at this moment and what it would write into the ledger. Nothing ' +
        'is bought, and the price is not kept.',
      query: { mode: ModeIn },
      body: QuoteIn,
      response: { 'application/json': QuoteOut },
      errors: pricingErrors,
      handle: async ({ manager, query, body }) => {
        const quoted = await orders.quote(callerOf(manager, query), toOrderRequest(body))
        return { body: toQuoteOut(quoted) }
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/orders',
      scope: 'orders:write',
      operationId: 'createOrder',
      tag: 'Orders',
      summary: 'Place an order',
      description:
        'As a client of the account would, paid from the wallet of the mode. When the answer is ' +
        'lost, send it again with the same identifier: it buys once, and is then refused. With an ' +
        '`expectedCost` it is bought at that price or not at all.',
      status: 201,
      query: { mode: ModeIn },
      body: ManagedOrderIn,
      response: { 'application/json': OrderSummaryOut },
      errors: [
        ...pricingErrors,
        ...buyingErrors,
        orderErrors.priceChanged,
        accountErrors.liveNotEnabled,
      ],
      handle: async ({ manager, query, body }) => {
        const expectedCost = readCost(body.expectedCost)
        const request = toOrderRequest(body)
        const placed = await orders.place(callerOf(manager, query), request, expectedCost)
        const summary = toSummaryOut(placed)
        const target = placed.order.id.toString()
        return { body: summary, change: { target, after: summary } }
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/orders/:transactionId/reveal',
      scope: 'cards:reveal',
      operationId: 'revealCards',
      tag: 'Orders',
      summary: 'Look at the cards of an order',
      description:
        'The codes, for a reason. Who has looked, and why, is on record before the answer is sent.',
      params,
      query: { mode: ModeIn },
      body: RevealIn,
      response: { 'application/json': RevealedOut },
      errors: [orderErrors.notFoundCoded, orderErrors.revealedTooOften],
      handle: async ({ manager, params: { transactionId }, query, body: { reason } }) => {
        const caller = callerOf(manager, query)
        const revealed = await orders.reveal(caller, readId(transactionId), reason)
        return { body: toRevealedOut(revealed), change: { after: { reason } } }
      },
    }),
  ]
}

/** What is wrong with an order whether it is bought or not. */
const buyingErrors = [
  orderErrors.overloaded,
  orderErrors.notPlaced,
  orderErrors.outcomeUnknown,
  walletErrors.insufficientBalance,
]

/** @throws invalidField */
function readCost(given: number | string | undefined): Micros | undefined {
  if (given === undefined) return undefined
  const cost = parseMicros(String(given).trim())
  if (cost === undefined) throw inputErrors.invalidField({ field: 'expectedCost' })
  return cost
}

/** What is refused by the rules of another year cannot happen here. */
const pricingErrors = placementErrors.filter(
  (error) => !buyingErrors.includes(error) && error.key !== 'wrongPriceOnce',
)

type Query = RouteRequest['query']

/** The caller as who places orders. @throws invalidField, insufficientScope */
function callerOf(manager: Manager, { mode }: Query): Principal {
  const owner = ownerOf(manager, mode)
  return { ...owner, clientId: actorIdOf(manager.actor), dialect: dialects['2026-10'] }
}

/** @throws invalidField */
function readFilter(query: Query): OrderFilter {
  const status = wordOf(query, 'status', orderStatuses)
  const from = timeOf(query, 'from')
  const to = endOf(query)
  const productId = integerOf(query, 'productId', ID)
  const brandId = integerOf(query, 'brandId', ID)
  const search = textOf(query, 'q', TEXT_MAX)?.trim()
  const customIdentifier = textOf(query, 'customIdentifier', TEXT_MAX)
  return {
    ...(status !== undefined && { status }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(productId !== ID.fallback && { productId: BigInt(productId) }),
    ...(brandId !== ID.fallback && { brandId }),
    ...(search !== undefined && search !== '' && { search }),
    ...(customIdentifier !== undefined && { customIdentifier }),
    ...recipientIn(query),
  }
}

const DAY_MS = 24 * 3_600_000

/** The last second that is asked for. */
function endOf(query: Query): Date | undefined {
  const to = timeOf(query, 'to')
  const isDay = query.to?.length === 'yyyy-MM-dd'.length
  return to && isDay ? new Date(to.getTime() + DAY_MS - 1_000) : to
}

function recipientIn(query: Query): Pick<OrderFilter, 'recipientEmail' | 'recipientPhone'> {
  const text = textOf(query, 'recipient', TEXT_MAX)?.trim()
  if (text === undefined || text === '') return {}
  const recipient = readRecipient(text)
  if (recipient === undefined) throw inputErrors.invalidField({ field: 'recipient' })
  return recipient
}
