import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createValidator, type Document } from '../../../test/contract.ts'
import { createTestApp, type TestApp } from '../../../test/harness.ts'

interface Operation {
  readonly operationId: string
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >
}

interface Media {
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

/** Of the servers of the tests. */
const OWN_URL = 'http://127.0.0.1:4000'

let app: TestApp
let document: Document

beforeAll(async () => {
  app = await createTestApp()
  document = (await app.http.inject('/openapi.json')).json()
})

afterAll(() => app.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, '1'),
      operation: operation as Operation,
    })),
  )

test('an operation has a name of its own', () => {
  const names = operations().map(({ operation }) => operation.operationId)
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})

test('every answer has an example, which is what its schema says', () => {
  const check = createValidator(document)
  for (const { method, path, operation } of operations()) {
    for (const [status, { content = {} }] of Object.entries(operation.responses)) {
      for (const [contentType, { example, examples }] of Object.entries(content)) {
        const values = examples ? Object.values(examples).map(({ value }) => value) : [example]
        for (const value of values) {
          const body = typeof value === 'string' ? value : JSON.stringify(value)
          expect(check({ method, path, status: Number(status), contentType, body })).toEqual([])
        }
      }
    }
  }
})

test('every reference leads somewhere', () => {
  const text = JSON.stringify(document)
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document)
    expect(target, pointer).toBeTypeOf('object')
  }
})

test('the reference is for anybody, and told apart by its ETag', async () => {
  for (const url of ['/openapi.json', '/docs', '/docs/start.js', '/docs/scalar.js']) {
    const { statusCode, headers } = await app.http.inject(url)
    expect([url, statusCode]).toEqual([url, 200])
    const again = await app.http.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
    expect([url, again.statusCode]).toEqual([url, 304])
  }
})

test('the reference is compressed for whoever takes that, with a validator of its own', async () => {
  const plain = await app.http.inject('/openapi.json')
  const packed = await app.http.inject({
    url: '/openapi.json',
    headers: { 'accept-encoding': 'br, gzip;q=0.8' },
  })
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(gunzipSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true)
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(packed.headers.etag).not.toBe(plain.headers.etag)
})

test('the page of the reference names no other server', async () => {
  for (const url of ['/docs', '/docs/start.js']) {
    const { body, headers } = await app.http.inject(url)
    const addresses = [...body.matchAll(/https?:\/\/[^"']+/g)].map(([address]) => address)
    expect(addresses.filter((address) => address !== OWN_URL)).toEqual([])
    if (url === '/docs') expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
})

test('the check of answers finds what is missing, unknown, of another type or undocumented', () => {
  const check = createValidator(document)
  const balance = {
    balance: 1,
    frozenBalance: null,
    currencyCode: 'NGN',
    currencyName: 'Nigerian Naira',
    updatedAt: '2026-01-31 12:00:00',
    lowBalanceThreshold: 0,
    maxLowBalanceThreshold: 0,
  }
  const refusal = {
    timeStamp: '2026-01-31 12:00:00',
    message: 'The token has expired, please request a new one',
    path: '/accounts/balance',
    errorCode: 'TOKEN_EXPIRED',
    infoLink: null,
    details: [],
  }
  const problemsOf = (status: number, body: object, more: object = {}) =>
    check({
      method: 'GET',
      path: '/accounts/balance?a=b',
      status,
      contentType:
        status === 200 ? 'application/com.reloadly.giftcards-v1+json' : 'application/json',
      body: JSON.stringify(body),
      ...more,
    })
  expect(problemsOf(200, balance)).toEqual([])
  expect(problemsOf(401, refusal)).toEqual([])
  const { currencyName, ...incomplete } = balance
  expect(problemsOf(200, incomplete)[0]).toContain('currencyName')
  expect(problemsOf(200, { ...balance, currencyName, errorCode: null })).not.toEqual([])
  expect(problemsOf(200, { ...balance, balance: '1' })[0]).toContain('balance')
  expect(problemsOf(200, balance, { contentType: 'application/json' })[0]).toContain('media type')
  expect(problemsOf(418, refusal)[0]).toContain('418')
  expect(problemsOf(401, { ...refusal, errorCode: 'OTHER' })[0]).toContain('OTHER')
  expect(problemsOf(401, { ...refusal, message: 'No' })[0]).toContain('"No"')
  expect(problemsOf(200, balance, { path: '/account/balance' })[0]).toContain('no operation')
})
