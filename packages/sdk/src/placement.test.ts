import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScrip, startOpenScrip } from '../test/openscrip.ts'
import { type Fault, type LossyProxy, startProxy } from '../test/proxy.ts'
import {
  ApiError,
  GiftCards,
  type GiftCardsOptions,
  IdentifierUsedError,
  InsufficientBalanceError,
  OutcomeUnknownError,
  TimeoutError,
} from './index.ts'

let server: OpenScrip
let proxy: LossyProxy

beforeAll(async () => {
  server = await startOpenScrip()
  proxy = await startProxy(server.url)
})

afterAll(async () => {
  await proxy?.close()
  await server?.stop()
})

const ORDER = 'POST /orders'
const LOOK_UP = 'GET /reports/transactions'

const order = { productId: 5, quantity: 1, unitPrice: 5, senderName: 'John Doe' }

/** A client whose connection is bad, and an identifier to ask for afterwards. */
function setUp(options: Partial<GiftCardsOptions> = {}) {
  const { clientId, clientSecret, url: audience } = server
  const environment = { baseUrl: proxy.url, audience, absentAfterMs: 150 }
  const giftCards = new GiftCards({ clientId, clientSecret, environment, ...options })
  return { giftCards, customIdentifier: `sdk-${randomUUID()}` }
}

/** How many orders with this identifier the server has: asked without the proxy. */
async function countOrders(customIdentifier: string): Promise<number> {
  const { url, clientId, clientSecret } = server
  const direct = new GiftCards({ clientId, clientSecret, environment: { baseUrl: url } })
  const page = await direct.transactions.list({ customIdentifier })
  return page.totalItems
}

test.each<Fault>(['lose answer', 'cut answer'])(
  'an order is found again, not repeated: %s',
  async (fault) => {
    const { giftCards, customIdentifier } = setUp()
    proxy.plan(ORDER, fault)
    const placed = await giftCards.orders.place({ ...order, customIdentifier })
    expect(placed).toMatchObject({ recovered: true, customIdentifier, status: 'SUCCESSFUL' })
    expect(await countOrders(customIdentifier)).toBe(1)
    expect(await giftCards.orders.cards(placed.transactionId)).toHaveLength(1)
  },
)

test('an order whose answer takes too long is found again', async () => {
  const { giftCards, customIdentifier } = setUp({ retriesMax: 100 })
  // Its token has all the time it needs; of what follows, anything may be repeated.
  await giftCards.balance.get()
  proxy.plan(ORDER, 'hold answer')
  const options = { timeoutMs: 1_000 }
  const placed = await giftCards.orders.place({ ...order, customIdentifier }, options)
  expect(placed.recovered).toBe(true)
  expect(await countOrders(customIdentifier)).toBe(1)
})

test('an order that is slow to arrive is waited for, not repeated', async () => {
  const { url: audience } = server
  const environment = { baseUrl: proxy.url, audience, absentAfterMs: 60_000 }
  const { giftCards, customIdentifier } = setUp({ environment })
  const before = proxy.seen.filter((name) => name === ORDER).length
  proxy.plan(ORDER, 'slow request')
  const placed = await giftCards.orders.place({ ...order, customIdentifier })
  expect(placed.recovered).toBe(true)
  expect(proxy.seen.filter((name) => name === ORDER)).toHaveLength(before + 1)
})

test('an order without an identifier is given one, by which it is found again', async () => {
  const { giftCards } = setUp()
  proxy.plan(ORDER, 'lose answer')
  const placed = await giftCards.orders.place(order)
  expect(placed.recovered).toBe(true)
  expect(await countOrders(String(placed.customIdentifier))).toBe(1)
})

test.each<Fault>(['lose request', 408, 409, 429, 503])(
  'an order that never arrived is sent again: %s',
  async (fault) => {
    const { giftCards, customIdentifier } = setUp()
    proxy.plan(ORDER, fault)
    const placed = await giftCards.orders.place({ ...order, customIdentifier })
    expect(placed).toMatchObject({ recovered: false, customIdentifier })
    expect(await countOrders(customIdentifier)).toBe(1)
  },
)

test('an order that arrives late, before its repetition, is bought once', async () => {
  const { giftCards, customIdentifier } = setUp()
  proxy.plan(ORDER, 'delay request')
  const placed = await giftCards.orders.place({ ...order, customIdentifier })
  expect(placed).toMatchObject({ recovered: true, customIdentifier })
  expect(await countOrders(customIdentifier)).toBe(1)
})

test('an order that cannot be settled says so, with its identifier', async () => {
  const { giftCards, customIdentifier } = setUp({ retriesMax: 1 })
  proxy.plan(ORDER, 'lose answer')
  proxy.plan(LOOK_UP, 503, 503)
  const error = await failureOf(giftCards.orders.place({ ...order, customIdentifier }))
  expect(error).toBeInstanceOf(OutcomeUnknownError)
  expect(error).toMatchObject({ customIdentifier, cause: expect.any(ApiError) })
  expect(await giftCards.orders.find(customIdentifier)).toMatchObject({ customIdentifier })
})

test('an order that gets lost every time is unknown after the last repetition', async () => {
  const { giftCards, customIdentifier } = setUp({ retriesMax: 2 })
  const before = proxy.seen.filter((name) => name === ORDER).length
  proxy.plan(ORDER, 'lose request', 'lose request', 'lose request')
  const error = await failureOf(giftCards.orders.place({ ...order, customIdentifier }))
  expect(error).toBeInstanceOf(OutcomeUnknownError)
  expect(proxy.seen.filter((name) => name === ORDER)).toHaveLength(before + 3)
  expect(await giftCards.orders.find(customIdentifier)).toBeUndefined()
})

test('an order that is aborted on its way is unknown, and can be found', async () => {
  const { giftCards, customIdentifier } = setUp()
  proxy.plan(ORDER, 'hold answer')
  const controller = new AbortController()
  const { signal } = controller
  const placing = failureOf(giftCards.orders.place({ ...order, customIdentifier }, { signal }))
  await expect.poll(() => countOrders(customIdentifier)).toBe(1)
  const reason = new Error('The user has left.')
  controller.abort(reason)
  const error = await placing
  expect(error).toBeInstanceOf(OutcomeUnknownError)
  expect(error).toMatchObject({ customIdentifier, cause: reason })
})

test('an order that is aborted before it is sent is not placed', async () => {
  const { giftCards, customIdentifier } = setUp()
  const signal = AbortSignal.abort(new Error('Too late.'))
  const error = await failureOf(giftCards.orders.place({ ...order, customIdentifier }, { signal }))
  expect(error).toBe(signal.reason)
  expect(await countOrders(customIdentifier)).toBe(0)
})

test('an order is not sent when no token is to be had', async () => {
  const { giftCards, customIdentifier } = setUp({ timeoutMs: 200, retriesMax: 0 })
  proxy.plan('POST /oauth/token', 'hold answer')
  const error = await failureOf(giftCards.orders.place({ ...order, customIdentifier }))
  expect(error).toBeInstanceOf(TimeoutError)
  expect(await countOrders(customIdentifier)).toBe(0)
})

test('a refused order is not repeated, and leaves its identifier free', async () => {
  const { giftCards, customIdentifier } = setUp()
  const before = proxy.seen.filter((name) => name === ORDER).length
  const tooMuch = { ...order, quantity: 100, unitPrice: 100, customIdentifier }
  const error = await failureOf(giftCards.orders.place(tooMuch))
  expect(error).toBeInstanceOf(InsufficientBalanceError)
  expect(proxy.seen.filter((name) => name === ORDER)).toHaveLength(before + 1)
  expect(await giftCards.orders.place({ ...order, customIdentifier })).toMatchObject({
    recovered: false,
  })
})

test('another order with the same identifier is never taken for the lost one', async () => {
  const { giftCards, customIdentifier } = setUp()
  await giftCards.orders.place({ ...order, customIdentifier })
  proxy.plan(ORDER, 'lose answer')
  const other = { ...order, unitPrice: 10, customIdentifier }
  const error = await failureOf(giftCards.orders.place(other))
  expect(error).toBeInstanceOf(IdentifierUsedError)
  expect(await countOrders(customIdentifier)).toBe(1)
})

test('a repetition that is refused ends with the refusal', async () => {
  const { giftCards, customIdentifier } = setUp()
  proxy.plan(ORDER, 'lose request')
  const tooMuch = { ...order, quantity: 100, unitPrice: 100, customIdentifier }
  const error = await failureOf(giftCards.orders.place(tooMuch))
  expect(error).toBeInstanceOf(InsufficientBalanceError)
  expect(await countOrders(customIdentifier)).toBe(0)
})

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  )
}
