import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, get, type TestAccount, type TestApp } from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { ApiError } from '../core/errors.ts'
import { parseJson } from './json.ts'

const clock = createManualClock(new Date('2026-10-08T01:41:31.693Z'))

/** But for the path. */
const notFound = {
  timeStamp: '2026-10-08 01:41:31',
  status: 404,
  error: 'Not Found',
  message: 'No message available',
  errorCode: null,
  infoLink: null,
  details: [],
}

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
})

afterAll(() => app.close())

describe('a body', () => {
  const read = (text: string) => parseJson(Buffer.from(text))

  test('gives numbers that a float holds as numbers', () => {
    expect(read('{"a":5,"b":5.00,"c":-0.5,"d":1e3,"e":123456789012345}')).toEqual({
      a: 5,
      b: 5,
      c: -0.5,
      d: 1_000,
      e: 123_456_789_012_345,
    })
  })

  test.each([
    '5.00000000000000000001',
    '9007199254740993',
    '9223372036854775807',
    '123456789012345678901234567890',
    '0.1000000000000000055511151231257827',
    '10.000000000000000000',
  ])('gives %s as the text it was written as, not as the float beside it', (text) => {
    expect(read(`{"number":${text}}`)).toEqual({ number: text })
    expect(read(`[${text}]`)).toEqual([text])
  })

  test('keeps long texts as they are, and short numbers beside long ones', () => {
    expect(read('{"text":"1234567890123456789","short":5.5,"long":1234567890123456789}')).toEqual({
      text: '1234567890123456789',
      short: 5.5,
      long: '1234567890123456789',
    })
  })

  test('has no power over the prototype of anything', () => {
    const body = read('{"__proto__":{"polluted":true},"a":12345678901234567890}') as object
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
    expect('polluted' in body).toBe(false)
  })

  test.each(['', '{', '{"a":01}', "{'a':1}", 'undefined', '\ufeff{}'])(
    'that is "%s" is refused with a reason that can be read',
    (text) => {
      const refused = () => read(text)
      expect(refused).toThrow(ApiError)
      expect(refused).toThrow(/^The request body is not valid JSON: [\x20-\x7e]+$/)
    },
  )

  test('that is not UTF-8 is refused', () => {
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
      expect(() => parseJson(Buffer.from(bytes))).toThrow('not valid UTF-8')
    }
  })
})

describe('an unknown route', () => {
  test.each([
    ['GET', '/nonexistent'],
    ['GET', '/'],
    ['POST', '/nonexistent'],
    ['GET', '/orders'],
    ['DELETE', '/orders'],
    ['PUT', '/orders'],
    ['POST', '/accounts/balance'],
    ['GET', '/orders/'],
    ['GET', '/product'],
    ['GET', '/reports/transaction'],
    ['GET', '/ORDERS/transactions/1/cards'],
  ] as const)('%s %s has the body of the original’s framework', async (method, path) => {
    const response = await app.http.inject({ method, url: `${path}?a=b` })
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toBe('application/json')
    expect(response.json()).toEqual({ ...notFound, path })
  })

  test('with a body that nobody can read is still an unknown route', async () => {
    const response = await app.http.inject({
      method: 'POST',
      url: '/nonexistent',
      headers: { 'content-type': 'text/plain' },
      payload: 'anything',
    })
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ status: 404, path: '/nonexistent' })
  })
})

describe('a URL that cannot be read', () => {
  test.each([
    '/reports/transactions/%zz',
    '/orders/transactions/%E0%A4/cards',
    '/%',
    `/reports/transactions/${'1'.repeat(300)}`,
  ])('%s is that of no route', async (url) => {
    const response = await get(app, account, url)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toBe('application/json')
    expect(response.json()).toEqual({ ...notFound, path: url })
  })

  test('in its query is read as far as it goes', async () => {
    const response = await get(app, account, '/reports/transactions?size=%zz&page=%')
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ size: 50, number: 0 })
  })
})

describe('a GET request', () => {
  test.each(['{}', '{"page":2}', '{broken', ''])('with the body "%s" is answered', async (body) => {
    for (const url of ['/accounts/balance', '/reports/transactions']) {
      const response = await app.http.inject({
        method: 'GET',
        url,
        headers: { ...account.headers, 'content-type': 'application/json' },
        payload: body,
      })
      expect(response.statusCode).toBe(200)
    }
  })
})

test('a token, a balance and a refusal are kept by nobody', async () => {
  const payload = {
    client_id: account.clientId,
    client_secret: account.clientSecret,
    grant_type: 'client_credentials',
    audience: 'https://giftcards-sandbox.reloadly.com',
  }
  const answers = [
    await app.http.inject({ method: 'POST', url: '/oauth/token', payload }),
    await get(app, account, '/accounts/balance'),
    await get(app, account, '/orders/transactions/1/cards'),
    await get(app, account, '/no-such-route'),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 404, 404])
  for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store')
})

describe('the server', () => {
  test('says that it lives, and that it is ready', async () => {
    const alive = await app.http.inject({ method: 'GET', url: '/healthz' })
    expect([alive.statusCode, alive.json()]).toEqual([200, { status: 'ok' }])
    const ready = await app.http.inject({ method: 'GET', url: '/readyz' })
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready' }])
  })

  test('says that it is not ready when its database is gone, and lives on', async () => {
    const lonely = await createTestApp()
    const client = await lonely.openAccount()
    await lonely.testDatabase.drop()
    const alive = await lonely.http.inject({ method: 'GET', url: '/healthz' })
    expect(alive.statusCode).toBe(200)
    const ready = await lonely.http.inject({ method: 'GET', url: '/readyz' })
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { status: 'the database does not answer' },
    ])
    await lonely.http.close()
    expect(client.token).not.toBe('')
    await lonely.database.destroy()
  })
})
