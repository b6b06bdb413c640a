import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type HttpServer, type Received, startHttpServer } from '../test/http-server.ts'
import {
  AuthenticationError,
  ConnectionError,
  GiftCards,
  type GiftCardsOptions,
  OutcomeUnknownError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from './index.ts'

/** A real HTTP server in the place of the API: it says what OpenScrip says seldom or not yet. */
let server: HttpServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

type Answer = (response: ServerResponse, received: Received) => void

interface SetUp {
  readonly giftCards: GiftCards
  /** Requests to the API, as `GET /countries`. */
  readonly seen: string[]
  readonly received: Received[]
  /** How many tokens were issued; their texts are `token-1`, `token-2`, … */
  tokens: number
}

async function setUp(
  answers: readonly Answer[],
  options: Partial<GiftCardsOptions> & { lifeSeconds?: number; absentAfterMs?: number } = {},
): Promise<SetUp> {
  const { lifeSeconds = 3600, absentAfterMs, ...rest } = options
  const left = [...answers]
  server = await startHttpServer((received, response) => {
    if (received.path === '/oauth/token') {
      const token = `token-${++state.tokens}`
      send(response, 200, JSON.stringify({ access_token: token, expires_in: lifeSeconds }))
      return
    }
    state.seen.push(`${received.method} ${received.path}`)
    state.received.push(received)
    const answer = left.length > 1 ? left.shift() : left[0]
    answer?.(response, received)
  })
  const environment = { baseUrl: `${server.url}/`, absentAfterMs }
  const giftCards = new GiftCards({ clientId: 'id', clientSecret: 's', environment, ...rest })
  const state: SetUp = { giftCards, seen: [], received: [], tokens: 0 }
  return state
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

const json =
  (body: string, status = 200, headers = {}): Answer =>
  (response) =>
    send(response, status, body, headers)

const problem = (status: number, errorCode: string | null, headers = {}) =>
  json(JSON.stringify({ message: 'No.', errorCode, path: '/x', details: [] }), status, headers)

const emptyPage = json(
  JSON.stringify({
    ...{ content: [], number: 0, size: 50, totalElements: 0, totalPages: 0, last: true },
  }),
)

test('every read asks for its path, with token and version', async () => {
  const { giftCards, seen, received } = await setUp([emptyPage])
  await giftCards.countries.list()
  await giftCards.countries.get('NG')
  await giftCards.products.list({ productName: 'Xbox & Co', countryCode: 'US', size: 10, page: 3 })
  await giftCards.products.get(10)
  await giftCards.products.listByCountry('us', { includeRange: false })
  await giftCards.products.list({ global: true, simplified: true })
  await giftCards.productCategories.list()
  await giftCards.redeemInstructions.list()
  await giftCards.redeemInstructions.getByBrand(2)
  await giftCards.redeemInstructions.getByProduct(10)
  await giftCards.fxRates.get({ currencyCode: 'USD', amount: '94.99' })
  await giftCards.discounts.list()
  await giftCards.discounts.get(10n)
  expect(seen).toEqual([
    'GET /countries',
    'GET /countries/NG',
    'GET /products?productName=Xbox+%26+Co&countryCode=US&size=10&page=3',
    'GET /products/10',
    'GET /countries/us/products?includeRange=false',
    'GET /products?global=true&simplified=true&page=1',
    'GET /product-categories',
    'GET /redeem-instructions',
    'GET /redeem-instructions/2',
    'GET /products/10/redeem-instructions',
    'GET /fx-rate?currencyCode=USD&amount=94.99',
    'GET /discounts?page=1',
    'GET /products/10/discounts',
  ])
  for (const { headers } of received) {
    expect(headers.accept).toBe('application/com.reloadly.giftcards-v1+json')
    expect(headers.authorization).toBe('Bearer token-1')
  }
  await expect(giftCards.countries.get('../x')).rejects.toThrow(TypeError)
})

test('amounts are exact beyond the digits of a float', async () => {
  const body = '{"balance":9007199254740993.123456,"frozenBalance":null,"currencyCode":"NGN"}'
  const { giftCards } = await setUp([json(body)])
  expect(await giftCards.balance.get()).toMatchObject({
    balance: 9007199254740994,
    balanceText: '9007199254740993.123456',
    frozenBalanceText: null,
  })
})

test('a bare list is the only page', async () => {
  const { giftCards, seen } = await setUp([json('[{"productId":1},{"productId":2}]')])
  const ids: number[] = []
  for await (const { productId } of giftCards.products.list()) ids.push(productId)
  expect(ids).toEqual([1, 2])
  expect(seen).toHaveLength(1)
})

test.each(['TOKEN_EXPIRED', 'INVALID_TOKEN', null])(
  'a token is refused with %s: a new token, once',
  async (code) => {
    const good = await setUp([problem(401, code), emptyPage])
    await Promise.all([good.giftCards.countries.list(), good.giftCards.transactions.list()])
    expect(good.received.at(-1)?.headers.authorization).toBe('Bearer token-2')
    expect(good.tokens).toBe(2)
    await server?.close()

    const bad = await setUp([problem(401, code)])
    await expect(bad.giftCards.countries.list()).rejects.toThrow(AuthenticationError)
    expect(bad.seen).toHaveLength(2)
  },
)

test('a brand that one path does not find is asked for by the other', async () => {
  const { giftCards, seen } = await setUp([problem(404, null), json('{"brandId":2}')])
  expect(await giftCards.redeemInstructions.getByBrand(2)).toEqual({ brandId: 2 })
  expect(seen).toEqual(['GET /redeem-instructions/2', 'GET /brands/2/redeem-instructions'])
})

test('an order is not kept waiting for as long as a server asks', async () => {
  const answers = [problem(429, null, { 'retry-after': '3600' }), emptyPage]
  const state = await setUp(answers, { absentAfterMs: 0 })
  const order = { productId: 5, quantity: 1, unitPrice: 5, customIdentifier: 'later' }
  const error = await state.giftCards.orders.place(order).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(OutcomeUnknownError)
  expect(error).toMatchObject({ customIdentifier: 'later', cause: { retryAfterMs: 3_600_000 } })
  expect(state.seen.filter((name) => name === 'POST /orders')).toHaveLength(1)
})

test('a token is renewed before it expires', async () => {
  const state = await setUp([emptyPage], { lifeSeconds: 0.2 })
  await state.giftCards.countries.list()
  await new Promise((resolve) => setTimeout(resolve, 150))
  await state.giftCards.countries.list()
  expect(state.tokens).toBe(2)
})

test('a read is repeated after a failure, and waits as long as the server says', async () => {
  const cut: Answer = (response) => response.socket?.destroy()
  const { giftCards, seen } = await setUp([
    problem(503, null),
    cut,
    problem(429, null, { 'retry-after': '1' }),
    json('[]'),
  ])
  const start = performance.now()
  expect(await giftCards.countries.list()).toEqual([])
  expect(performance.now() - start).toBeGreaterThan(1_300)
  expect(seen).toHaveLength(4)
})

test('a read is not repeated for ever, nor after a refusal, nor when the wait is long', async () => {
  const failing = await setUp([problem(500, 'INTERNAL_ERROR')], { retriesMax: 1 })
  await expect(failing.giftCards.countries.list()).rejects.toThrow(ServerError)
  expect(failing.seen).toHaveLength(2)
  await server?.close()

  const limited = await setUp([problem(429, null, { 'retry-after': '3600' })])
  const error = await limited.giftCards.countries.list().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(RateLimitError)
  expect(error).toMatchObject({ retryAfterMs: 3_600_000 })
  expect(limited.seen).toHaveLength(1)
})

test('an answer that does not come is a TimeoutError', async () => {
  const { giftCards } = await setUp([() => {}], { retriesMax: 0 })
  const error = await giftCards.countries.list({ timeoutMs: 100 }).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(TimeoutError)
  expect(error).toMatchObject({ message: expect.stringContaining('100 ms') })
})

test('no answer, no JSON and a redirect are told apart', async () => {
  const html = await setUp([json('<html>')], { retriesMax: 0 })
  await expect(html.giftCards.countries.list()).rejects.toThrow(/no JSON/)
  await server?.close()
  await expect(html.giftCards.countries.list()).rejects.toThrow(ConnectionError)

  const elsewhere = await setUp([json('', 307, { location: '/elsewhere' })])
  await expect(elsewhere.giftCards.countries.list()).rejects.toThrow(/redirected/)
  expect(elsewhere.seen).toEqual(['GET /countries'])
})

test('Reloadly is called where it is, with the environment as audience', async () => {
  const seen: string[] = []
  const giftCards = new GiftCards({
    clientId: 'id',
    clientSecret: 's',
    environment: 'sandbox',
    fetch: async (url, init) => {
      seen.push(url, String(init.body ?? ''))
      return Response.json({ access_token: 'token', expires_in: 60 })
    },
  })
  await giftCards.balance.get()
  expect(seen).toEqual([
    'https://auth.reloadly.com/oauth/token',
    expect.stringContaining('"audience":"https://giftcards-sandbox.reloadly.com"'),
    'https://giftcards-sandbox.reloadly.com/accounts/balance',
    '',
  ])
})
