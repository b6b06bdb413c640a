import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  getToken,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { randomIds } from '../core/ids.ts'
import { transact } from '../storage/database.ts'
import { createSandboxSupplier } from '../suppliers/index.ts'

const V1 = 'application/com.reloadly.giftcards-v1+json'
const V2 = 'application/com.reloadly.giftcards-v2+json'

const codeAndPin = { productId: 5, quantity: 3, unitPrice: 5 }
const codeOnly = { productId: 10, quantity: 1, unitPrice: 15 }
const link = { productId: 13959, quantity: 2, unitPrice: 25 }

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  const sandbox = createSandboxSupplier(randomIds)
  app = await createTestApp({ suppliers: [{ ...sandbox, supplies: () => true }] })
  account = await app.openAccount()
})

afterAll(() => app.close())

interface CardOut {
  readonly cardNumber: string | null
  readonly pinCode: string | null
  readonly redemptionUrl?: string | null
}

function readCards(id: number, accept: string | undefined = V1, caller = account) {
  return get(app, caller, `/orders/transactions/${id}/cards`, accept === '' ? {} : { accept })
}

async function countReveals(id: number): Promise<number> {
  const { rows } = await sql`
    select revealed_by, via from card_reveals where order_id = ${id}`.execute(app.database)
  return rows.length
}

test('an order has as many cards as were bought, each with its own number and PIN', async () => {
  const id = await buy(app, account, codeAndPin)
  const response = await readCards(id)
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe(V1)
  const cards = response.json() as CardOut[]
  expect(cards).toHaveLength(3)
  expect(new Set(cards.map((card) => card.cardNumber)).size).toBe(3)
  for (const card of cards) {
    expect(Object.keys(card)).toEqual(['cardNumber', 'pinCode'])
    expect(card.cardNumber).toMatch(/^[A-Za-z0-9]{10}test$/)
    expect(card.pinCode).toMatch(/^\d{5}test$/)
  }
})

test('the cards of an order are the same and in the same order, every time', async () => {
  const id = await buy(app, account, codeAndPin)
  const first = await readCards(id)
  expect((await readCards(id)).body).toBe(first.body)
})

test('version 2 shows the same cards with a link that is null', async () => {
  const id = await buy(app, account, codeAndPin)
  const first = (await readCards(id)).json() as CardOut[]
  const second = await readCards(id, V2)
  expect(second.headers['content-type']).toBe(V2)
  expect(second.json()).toEqual(first.map((card) => ({ ...card, redemptionUrl: null })))
  expect(Object.keys((second.json() as object[])[0] ?? {}).join()).toBe(
    'cardNumber,pinCode,redemptionUrl',
  )
})

test('a product without a PIN answers null for it', async () => {
  const id = await buy(app, account, codeOnly)
  expect((await readCards(id)).json()).toMatchObject([{ pinCode: null }])
})

test('a link card is a link in version 2, and version 1 shows the link as its number', async () => {
  const id = await buy(app, account, link)
  const second = (await readCards(id, V2)).json() as CardOut[]
  expect(second).toHaveLength(2)
  for (const card of second) {
    expect(card.cardNumber).toBeNull()
    expect(card.redemptionUrl).toMatch(/^https:\/\//)
    expect(card.pinCode).toMatch(/test$/)
  }
  const first = (await readCards(id)).json()
  expect(first).toEqual(
    second.map((card) => ({ cardNumber: card.redemptionUrl, pinCode: card.pinCode })),
  )
})

test.each(['', '*/*', 'application/json', 'text/html'])(
  'a client that accepts "%s" gets version 1',
  async (accept) => {
    const response = await readCards(await buy(app, account, codeAndPin), accept)
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toBe(V1)
  },
)

test('an order of a hundred cards has a hundred different ones', async () => {
  const id = await buy(app, account, { productId: 5, quantity: 100, unitPrice: 5 })
  const cards = (await readCards(id)).json() as CardOut[]
  expect(cards).toHaveLength(100)
  expect(new Set(cards.map((card) => card.cardNumber)).size).toBe(100)
})

test('no answer but that of the cards endpoint has a code in it', async () => {
  const placed = await buy(app, account, { ...codeAndPin, customIdentifier: 'no codes' })
  const cards = (await readCards(placed)).json() as CardOut[]
  const answers = await Promise.all(
    [
      `/reports/transactions/${placed}`,
      '/reports/transactions?customIdentifier=no+codes',
      '/accounts/balance',
    ].map((url) => get(app, account, url)),
  )
  for (const { body } of answers) {
    for (const card of cards) {
      expect(body).not.toContain(card.cardNumber)
      expect(body).not.toContain(card.pinCode)
    }
  }
})

test('every look at the cards is written down, and a refused one is not', async () => {
  const id = await buy(app, account, codeAndPin)
  expect(await countReveals(id)).toBe(0)
  await readCards(id)
  await readCards(id, V2)
  const other = await app.openAccount()
  await readCards(id, V1, other)
  const { rows } = await sql`
    select account_id, mode, revealed_by, via from card_reveals where order_id = ${id}`.execute(
    app.database,
  )
  const row = { account_id: account.accountId, mode: 'test', revealed_by: account.clientId }
  expect(rows).toEqual([
    { ...row, via: 'api' },
    { ...row, via: 'api' },
  ])
})

test('another account sees neither the order nor its cards', async () => {
  const id = await buy(app, account, { ...codeAndPin, customIdentifier: 'mine' })
  const other = await app.openAccount()
  const cards = await readCards(id, V1, other)
  expect([cards.statusCode, cards.json()]).toMatchObject([
    404,
    { message: 'Invalid transaction id' },
  ])
  const found = await get(app, other, `/reports/transactions/${id}`)
  expect([found.statusCode, found.json()]).toMatchObject([
    404,
    { message: 'Gift Card transaction not found' },
  ])
  const list = await get(app, other, '/reports/transactions')
  expect(list.json()).toMatchObject({ totalElements: 0, content: [] })
})

test('the two modes of one account see nothing of each other', async () => {
  const { accountId } = account
  const credentials = await transact(app.database, async (tx) => {
    await app.wallets.open(tx, { accountId, mode: 'live', currency: 'NGN' })
    await app.wallets.fund(tx, { accountId, mode: 'live', amount: 1_000_000_000_000n })
    const request = { accountId, mode: 'live', name: 'Live', dialect: '2022-06' } as const
    return app.accounts.createClient(tx, request)
  })
  await app.opening.setLive(accountId, true)
  const token = await getToken(app, credentials, 'live')
  const live = { ...account, ...credentials, headers: { authorization: `Bearer ${token}` } }
  const request = { ...codeAndPin, senderName: 'Shop', customIdentifier: 'same in both modes' }
  const inTest = await buy(app, account, request)
  const inLive = await buy(app, live, request)
  for (const [caller, foreign] of [
    [account, inLive],
    [live, inTest],
  ] as const) {
    expect((await readCards(foreign, V1, caller)).statusCode).toBe(404)
    expect((await get(app, caller, `/reports/transactions/${foreign}`)).statusCode).toBe(404)
  }
  expect((await get(app, live, '/reports/transactions')).json()).toMatchObject({
    totalElements: 1,
    content: [{ transactionId: inLive }],
  })
})

test('no success answer has the key errorCode, which the Python client takes for an error', async () => {
  const id = await buy(app, account, { ...codeAndPin, customIdentifier: 'errorCode?' })
  const urls = [
    `/orders/transactions/${id}/cards`,
    `/reports/transactions/${id}`,
    '/reports/transactions',
    '/accounts/balance',
    '/healthz',
    '/readyz',
  ]
  for (const url of urls) {
    const response = await get(app, account, url)
    expect(response.statusCode).toBe(200)
    expect(keysOf(response.json())).not.toContain('errorCode')
  }
})

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value).flatMap(keysOf)]
}
