import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScrip, startOpenScrip } from '../test/openscrip.ts'
import { type LossyProxy, startProxy } from '../test/proxy.ts'
import {
  AuthenticationError,
  GiftCards,
  type GiftCardsOptions,
  IdentifierUsedError,
  InsufficientBalanceError,
  InvalidInputError,
  InvalidProductError,
  NotFoundError,
  WrongPriceError,
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

function createClient(options: Partial<GiftCardsOptions> = {}): GiftCards {
  const { clientId, clientSecret, url: baseUrl } = server
  return new GiftCards({ clientId, clientSecret, environment: { baseUrl }, ...options })
}

const order = { productId: 5, quantity: 1, unitPrice: 5, senderName: 'John Doe' }

test('the quickstart: balance, order, cards, report', async () => {
  const giftCards = createClient()
  const before = await giftCards.balance.get()
  expect(before).toMatchObject({ currencyCode: 'NGN', balance: Number(before.balanceText) })

  const customIdentifier = `quickstart ${randomUUID()}/ü?&=+`
  const placed = await giftCards.orders.place({
    ...order,
    customIdentifier,
    recipientEmail: 'anyone@email.com',
    recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
  })
  expect(placed).toMatchObject({
    recovered: false,
    status: 'SUCCESSFUL',
    amount: 3139.45,
    amountText: '3139.45',
    discountText: '25.65',
    feeText: '285.00',
    smsFeeText: '4.45',
    customIdentifier,
    recipientPhone: '18579184613',
    product: { unitPriceText: '5.00', totalPriceText: '5.00' },
    balanceInfo: { costText: '3113.80000' },
  })

  const cards = await giftCards.orders.cards(placed.transactionId)
  expect(cards).toHaveLength(1)
  expect(Object.keys(cards[0] ?? {})).toEqual(['number', 'pin', 'url'])
  const version1 = await giftCards.orders.cards(placed.transactionId, { version: 'v1' })
  expect(version1).toEqual(cards)

  const { recovered: _, ...transaction } = placed
  expect(await giftCards.transactions.get(placed.transactionId)).toEqual(transaction)
  expect(await giftCards.transactions.get(`${placed.transactionId}`)).toEqual(transaction)
  expect(await giftCards.orders.find(customIdentifier)).toEqual(transaction)
  expect(await giftCards.orders.find(customIdentifier.toUpperCase())).toBeUndefined()
})

test('parallel calls fetch one token', async () => {
  const giftCards = createClient({ environment: { baseUrl: proxy.url, audience: server.url } })
  const places = Array.from({ length: 8 }, () => giftCards.orders.place(order))
  await Promise.all([...places, giftCards.balance.get(), giftCards.transactions.list()])
  expect(proxy.seen.filter((name) => name === 'POST /oauth/token')).toHaveLength(1)
})

test('a unit price given as text is sent digit by digit', async () => {
  const giftCards = createClient()
  const placed = await giftCards.orders.place({ ...order, unitPrice: '5.250000' })
  expect(placed.product).toMatchObject({ unitPrice: 5.25, unitPriceText: '5.25' })
  for (const unitPrice of ['5,25', '1e3', '', '-5', '05', Number.NaN]) {
    await expect(giftCards.orders.place({ ...order, unitPrice })).rejects.toThrow(TypeError)
  }
})

test('a list gives a page when it is awaited, and every item once when it is iterated', async () => {
  const giftCards = createClient()
  const recipientEmail = `${randomUUID()}@example.com`
  for (let i = 0; i < 3; i++) await giftCards.orders.place({ ...order, recipientEmail })

  const list = giftCards.transactions.list({ recipientEmail, size: 2 })
  const page = await list
  expect(page).toMatchObject({ page: 1, size: 2, totalItems: 3, totalPages: 2, isLast: false })
  expect(page.items).toHaveLength(2)
  // While the list is read it moves on: the last item of page 1 becomes the first of page 2.
  await giftCards.orders.place({ ...order, recipientEmail })
  const ids: number[] = []
  for await (const transaction of list) ids.push(transaction.transactionId)
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
  expect(ids).toHaveLength(3)

  const second = await giftCards.transactions.list({ recipientEmail, size: 2, page: 2 })
  expect(second).toMatchObject({ page: 2, isLast: true })
  const none = giftCards.transactions.list({ recipientEmail, status: 'FAILED' })
  for await (const _ of none) expect.unreachable()
})

test('well-known errors have a class, and say what the server says', async () => {
  const { orders, transactions } = createClient()
  const { customIdentifier } = await orders.place(order)
  const used = { ...order, customIdentifier: String(customIdentifier) }
  await expect(orders.place(used)).rejects.toMatchObject({
    constructor: IdentifierUsedError,
    name: 'IdentifierUsedError',
    status: 400,
    errorCode: 'CUSTOM_IDENTIFIER_ALREADY_USED',
    message: expect.stringContaining('has already been used'),
    path: '/orders',
    details: [],
  })
  const cases = [
    [InvalidProductError, () => orders.place({ ...order, productId: 999_999_999 })],
    [WrongPriceError, () => orders.place({ ...order, unitPrice: 100_000 })],
    [InvalidInputError, () => orders.place({ ...order, quantity: 0 })],
    [InsufficientBalanceError, () => orders.place({ ...order, quantity: 100, unitPrice: 100 })],
    [NotFoundError, () => transactions.get(999_999_999)],
    [NotFoundError, () => orders.cards(999_999_999)],
  ] as const
  for (const [type, call] of cases) await expect(call()).rejects.toThrow(type)
})

test('wrong credentials are an AuthenticationError, and the secret is nowhere to be seen', async () => {
  const clientSecret = 'never-print-this-secret'
  const giftCards = createClient({ clientSecret })
  const error = await giftCards.balance.get().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(AuthenticationError)
  expect(error).toMatchObject({ errorCode: 'INVALID_CREDENTIALS', path: '/oauth/token' })
  const printed = inspect([giftCards, error], { depth: 20, showHidden: true })
  expect(printed + JSON.stringify(giftCards)).not.toContain(clientSecret)
})

test('a call that is aborted rejects with the reason, and disturbs no other', async () => {
  const giftCards = createClient({ environment: { baseUrl: proxy.url, audience: server.url } })
  proxy.plan('GET /accounts/balance', 'hold answer')
  const controller = new AbortController()
  const { signal } = controller
  const reason = new Error('The user has left.')
  const aborted = giftCards.balance.get({ signal }).catch((error: unknown) => error)
  const other = giftCards.transactions.list()
  setTimeout(() => controller.abort(reason), 100)
  expect(await aborted).toBe(reason)
  expect((await other).items).toBeDefined()
  await expect(giftCards.balance.get({ signal })).rejects.toBe(reason)
  expect(await giftCards.balance.get()).toHaveProperty('balanceText')
})

test('ids and options that cannot be used are refused before anything is sent', async () => {
  const { transactions } = createClient()
  for (const id of [1.5, 2 ** 53, -1, '', '..', '1/2']) {
    await expect(transactions.get(id)).rejects.toThrow(TypeError)
  }
  expect(() => createClient({ clientSecret: '' })).toThrow('GiftCards needs clientSecret')
  expect(() => createClient({ timeoutMs: Number.NaN })).toThrow('timeoutMs')
  const baseUrl = 'giftcards.example.com'
  expect(() => createClient({ environment: { baseUrl } })).toThrow('environment.baseUrl')
  for (const absentAfterMs of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const environment = { baseUrl: server.url, absentAfterMs }
    expect(() => createClient({ environment })).toThrow('environment.absentAfterMs')
  }
})
