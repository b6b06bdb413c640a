import { connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { V1, V2 } from '../src/api.ts'
import { expectAnswer, expectError, expectUnknownRoute } from '../src/contract/assertions.ts'
import type { Exchange } from '../src/contract/caller.ts'
import { orderOf, placeOrder } from '../src/contract/order.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'
import { stranger, theWorld } from '../src/contract/world.ts'

const JSON_ONLY = 'application/json'
const JSON_OR_FORM = 'application/json or application/x-www-form-urlencoded'

const posts = [
  { path: '/orders', accepted: JSON_ONLY, first: 'productId' },
  { path: '/oauth/token', accepted: JSON_OR_FORM, first: 'client_id' },
]

for (const { path, accepted, first } of posts) {
  inEveryDialect(`The body of POST ${path}`, (scenario) => {
    scenario('that is no JSON is refused with a reason', async (caller) => {
      for (const body of ['{', '{"a":01}', "{'a':1}", 'undefined', '\ufeff{}', '{"a":1}x']) {
        const answer = await caller.post(path, body)
        const { message } = JSON.parse(answer.text) as { message: string }
        expect(message).toMatch(/^The request body is not valid JSON: [\x20-\x7e]+$/)
        expectError(answer, { status: 400, code: 'INVALID_INPUT_PROVIDED', message })
      }
    })

    scenario('that is no object is refused', async (caller) => {
      for (const body of ['[]', '5', '"text"', 'true', '[{}]']) {
        expectError(await caller.post(path, body), refusals.notObject)
      }
    })

    scenario('that is not UTF-8 is refused', async (caller) => {
      for (const bytes of [
        [0x22, 0xff, 0x22],
        [0xc3, 0x28],
        [0xed, 0xa0, 0x80],
      ]) {
        expectError(await caller.post(path, Buffer.from(bytes)), refusals.notUtf8)
      }
    })

    scenario('that is absent or null is one without fields', async (caller) => {
      const json = 'application/json'
      for (const [body, type] of [
        ['', json],
        ['', undefined],
        ['null', json],
      ] as const) {
        const answer = await caller.post(path, body, { 'content-type': type })
        expectError(answer, refusals.missing(first))
      }
    })

    scenario('may be 64 KiB long', async (caller) => {
      const fill = (length: number) => `{"a":"${'x'.repeat(length - 8)}"}`
      expectError(await caller.post(path, fill(65_536)), refusals.missing(first))
      expectError(await caller.post(path, fill(65_537)), refusals.bodyTooLarge)
    })

    scenario('may come as any JSON type, with a charset', async (caller) => {
      for (const type of ['application/json; charset=utf-8', V1, V2, 'application/vnd.api+json']) {
        expect((await caller.post(path, {}, { 'content-type': type })).status).toBe(400)
      }
    })

    scenario('of another type is refused by the names of those that are read', async (caller) => {
      for (const type of ['text/plain', 'application/xml', 'nonsense', undefined]) {
        const answer = await caller.post(path, '{}', { 'content-type': type })
        expectError(answer, refusals.notJson(accepted))
      }
    })
  })
}

inEveryDialect('The body of POST /orders', (scenario) => {
  scenario('is no form', async (caller) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await caller.post('/orders', 'productId=5&quantity=1&unitPrice=5', headers)
    expectError(answer, refusals.notJson(JSON_ONLY))
  })
})

const gets = [
  '/accounts/balance',
  '/countries/US',
  '/products?size=1',
  '/countries/JP/products',
  '/product-categories',
  '/redeem-instructions/2',
  '/fx-rate?currencyCode=USD&amount=1',
  '/discounts?size=1',
  '/reports/transactions?size=1',
]

inEveryDialect('Negotiation', (scenario) => {
  scenario('answers version 1 of the vendor’s type, whatever Accept says', async (caller) => {
    for (const path of gets) {
      for (const accept of [undefined, '*/*', 'application/json', V1, V2, 'text/html', 'x']) {
        expectAnswer(await caller.get(path, { accept }))
      }
    }
    for (const accept of [undefined, 'application/json', V2]) {
      expectAnswer(await caller.post('/orders', orderOf(), { accept }))
    }
  })

  scenario('errors are plain JSON, whatever Accept says', async (caller) => {
    for (const accept of [V1, V2, 'text/html']) {
      const answer = await caller.get('/fx-rate', { accept })
      expectError(answer, refusals.missing('currencyCode'))
    }
  })

  scenario('a GET may have a body, as the Python samples send one', async (caller) => {
    for (const path of gets) {
      for (const body of ['{}', '{"page":2}', '{broken', '']) {
        const headers = {
          authorization: `Bearer ${caller.token}`,
          'content-type': 'application/json',
          'content-length': `${Buffer.byteLength(body)}`,
        }
        expectAnswer(await caller.send({ path, headers, body }))
      }
    }
  })

  scenario('headers of the official SDKs are ignored', async (caller) => {
    const headers = { 'reloadly-client': 'eyJuYW1lIjoieCJ9', 'user-agent': '', 'x-request-id': '1' }
    expectAnswer(await caller.get('/accounts/balance', headers))
  })

  scenario('HEAD says what GET would, without saying it', async (caller) => {
    const { transactionId } = await placeOrder(caller)
    for (const path of [...gets, `/reports/transactions/${transactionId}`]) {
      const get = await caller.get(path)
      const headers = { authorization: `Bearer ${caller.token}` }
      const head = await caller.send({ method: 'HEAD', path, headers })
      expect(pickHead(head)).toEqual(pickHead(get))
      expect(head.text).toBe('')
    }
  })
})

function pickHead({ status, contentType, headers }: Exchange) {
  return { status, contentType, length: headers['content-length'], etag: headers.etag }
}

describe('Any other path', () => {
  const paths = [
    '/',
    '/nonexistent',
    '/product',
    '/orders/',
    '/orders/1',
    '/transactions',
    '/reports/transaction',
    '/reports/transaction/12',
    '/product/10/discount',
    '/ORDERS/transactions/1/cards',
    '/products/5/',
    '//products',
    '/products/%zz',
    '/%',
    `/products/${'1'.repeat(300)}`,
  ]
  test('is answered in the words of the original’s framework, token or not', async () => {
    for (const path of paths) expectUnknownRoute(await stranger().get(`${path}?a=b`))
  })

  test('is that of no endpoint by any other method', async () => {
    for (const [method, path] of [
      ['POST', '/products'],
      ['POST', '/accounts/balance'],
      ['GET', '/orders'],
      ['GET', '/oauth/token'],
      ['DELETE', '/orders'],
      ['PUT', '/products/5'],
      ['DELETE', '/reports/transactions/1'],
    ] as const) {
      expectUnknownRoute(await stranger().send({ method, path }))
    }
  })

  test('may have a body that nobody can read', async () => {
    const answer = await stranger().post('/nonexistent', '\0', { 'content-type': 'text/plain' })
    expectUnknownRoute(answer)
  })
})

describe('What is no HTTP', () => {
  test('is answered in the envelope, and the connection ends', async () => {
    expect(await sendBytes('nonsense\r\n\r\n')).toEqual({
      status: 400,
      body: expect.objectContaining({ errorCode: 'MALFORMED_REQUEST', path: '/', details: [] }),
    })
  })

  test('has headers that are too large', async () => {
    const request = `GET /products HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(17_000)}\r\n\r\n`
    expect(await sendBytes(request)).toEqual({
      status: 431,
      body: expect.objectContaining({ errorCode: 'HEADERS_TOO_LARGE', path: '/', details: [] }),
    })
  })
})

async function sendBytes(bytes: string): Promise<{ status: number; body: unknown }> {
  const { hostname, port } = new URL(theWorld().origin)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  const answer = await readText(socket)
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body) as unknown }
}
