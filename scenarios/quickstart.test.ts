import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Api,
  call,
  connect,
  type ErrorBody,
  type Page,
  requestToken,
  type Transaction,
  V1,
  V2,
} from './src/api.ts'
import { COST_CENTS, quickstartOrder, recordedAnswer } from './src/quickstart.ts'
import { openTarget, type Target } from './src/target.ts'

let target: Target
let api: Api

beforeAll(async () => {
  target = await openTarget()
  api = await connect(target.url, target)
})
afterAll(() => target?.close())

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/

test('the token request answers what the quickstart shows', async () => {
  const { status, headers, body } = await requestToken(target.url, target)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('application/json')
  expect(body).toEqual({
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]{43}$/),
    scope: 'developer',
    expires_in: 86_400,
    token_type: 'Bearer',
  })
})

test("the token is a JWT with the recorded token's header and claims", () => {
  const [header, claims] = api.token.split('.').map(decode)
  expect(Object.keys(header ?? {})).toEqual(['kid', 'typ', 'alg'])
  expect(header).toEqual({ kid: expect.stringMatching(UUID), typ: 'JWT', alg: 'HS256' })

  const account = claims?.sub
  const issuedAt = claims?.iat as number
  expect(claims).toEqual({
    sub: expect.stringMatching(/^\d+$/),
    iss: 'https://reloadly-sandbox.auth0.com/',
    'https://reloadly.com/sandbox': true,
    'https://reloadly.com/prepaidUserId': account,
    gty: 'client-credentials',
    aud: 'https://giftcards-sandbox.reloadly.com',
    nbf: issuedAt,
    azp: account,
    scope: 'developer',
    exp: issuedAt + 86_400,
    'https://reloadly.com/jti': expect.stringMatching(UUID),
    iat: expect.any(Number),
    jti: expect.stringMatching(UUID),
  })
  expect(claims?.jti).not.toBe(claims?.['https://reloadly.com/jti'])
})

test('the order answers what the quickstart shows, field by field, and can be read back', async () => {
  const customIdentifier = target.identifier('gift-card-amazon-order')
  const before = await api.balance()

  // As in the quickstart: no Accept header of its own.
  const { status, headers, body } = await api.post<Transaction>(
    '/orders',
    quickstartOrder(customIdentifier),
  )

  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain(V1)
  expect(body).toMatchObject({
    ...recordedAnswer,
    transactionId: expect.any(Number),
    customIdentifier,
    transactionCreatedTime: expect.stringMatching(TIME),
  })
  expect(Number.isInteger(body.transactionId)).toBe(true)
  // The official Python client takes the mere presence of this key for a failure.
  expect(body).not.toHaveProperty('errorCode')
  expect(await api.balance()).toBe(before - COST_CENTS)

  const { content, totalElements } = await api.find(customIdentifier)
  expect({ content, totalElements }).toEqual({ content: [body], totalElements: 1 })
  expect(await api.read(`/reports/transactions/${body.transactionId}`)).toEqual(body)
})

test('the card is a fake that ends in "test", the same in every answer of both versions', async () => {
  const order = await place(target.identifier('card-in-both-versions'))
  const path = `/orders/transactions/${order.transactionId}/cards`

  const first = await api.get<readonly Record<string, unknown>[]>(path, V1)
  expect(first.headers.get('content-type')).toContain(V1)
  const [card] = first.body
  expect(first.body).toEqual([{ cardNumber: expect.any(String), pinCode: card?.pinCode }])
  expect(String(card?.pinCode ?? card?.cardNumber)).toMatch(/test$/)

  const second = await api.get<readonly Record<string, unknown>[]>(path, V2)
  expect(second.headers.get('content-type')).toContain(V2)
  expect(second.body).toEqual([{ ...card, redemptionUrl: null }])

  expect(await api.read(path, V1)).toEqual(first.body)
})

test('the same identifier again is refused and costs nothing', async () => {
  const order = await place(target.identifier('sent-twice'))
  const before = await api.balance()

  const again = await api.post<ErrorBody>('/orders', quickstartOrder(`${order.customIdentifier}`))

  expect(again.status).toBe(400)
  expect(again.body).toEqual({
    timeStamp: expect.stringMatching(TIME),
    message:
      'The custom identifier provided has already been used. ' +
      'Please provide a new, unique custom identifier',
    path: '/orders',
    errorCode: 'CUSTOM_IDENTIFIER_ALREADY_USED',
    infoLink: null,
    details: [],
  })
  expect(await api.balance()).toBe(before)
  expect((await api.find(`${order.customIdentifier}`)).totalElements).toBe(1)
})

test('an identifier that nobody used is found nowhere', async () => {
  const page = await api.read<Page<Transaction>>(
    `/reports/transactions?customIdentifier=${target.identifier('nobody-used-this')}`,
  )
  expect(page).toMatchObject({ content: [], totalElements: 0, totalPages: 0, last: true })
})

test('without a token, or with a broken one, nothing can be ordered', async () => {
  for (const token of [undefined, 'nonsense', withOtherSignature(api.token)]) {
    const { status, body } = await call<ErrorBody>(`${target.url}/orders`, {
      method: 'POST',
      body: quickstartOrder(target.identifier('without-a-token')),
      ...(token !== undefined && { token }),
    })
    expect({ status, code: body.errorCode }).toEqual({ status: 401, code: 'INVALID_TOKEN' })
  }
  expect((await api.find(target.identifier('without-a-token'))).totalElements).toBe(0)
})

async function place(customIdentifier: string): Promise<Transaction> {
  const { status, body } = await api.post<Transaction>('/orders', quickstartOrder(customIdentifier))
  expect(status).toBe(200)
  return body
}

/** Another first character, because the last one of 43 has bits that do not count. */
function withOtherSignature(token: string): string {
  return token.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`)
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>
  } catch {
    // The signature.
    return undefined
  }
}
