import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { until } from '../../../test/until.ts'
import { createManualClock } from '../../core/clock.ts'
import { randomIds } from '../../core/ids.ts'
import { signHeaders } from '../signing.ts'

const clock = createManualClock(new Date())
let app: TestApp

beforeAll(async () => {
  // Private addresses are refused here, as they are in production.
  app = await createTestApp({ clock })
  await app.http.listen({ port: 0, host: '127.0.0.1' })
  app.start()
})

afterAll(() => app.close())

type Caller = Pick<TestAccount, 'headers'>

interface Receiver {
  readonly id: string
  readonly url: string
  readonly answer: string
  readonly endpointIds: readonly string[]
}

interface Received {
  readonly id: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signature: string
  readonly endpointId: string | null
}

let account: TestAccount
let caller: Caller

beforeEach(async () => {
  clock.set(new Date())
  account = await app.openAccount()
  caller = await manager(app, account)
})

async function make(body: object = {}, by = caller, query = ''): Promise<Receiver> {
  const response = await manage(app, by, `POST /webhook-receivers${query}`, body)
  expect(response.statusCode).toBe(201)
  return response.json() as Receiver
}

async function pointAt({ url }: Receiver, body: object = {}) {
  const response = await manage(app, caller, 'POST /webhook-endpoints', { url, ...body })
  expect(response.statusCode).toBe(201)
  return response.json() as { readonly id: string; readonly secret: string }
}

async function receivedBy({ id }: Pick<Receiver, 'id'>, query = ''): Promise<Received[]> {
  const response = await manage(app, caller, `GET /webhook-receivers/${id}/requests${query}`)
  expect(response.statusCode).toBe(200)
  return (response.json() as { content: Received[] }).content
}

async function attemptsOf({ id }: { readonly id: string }): Promise<object[]> {
  const response = await manage(app, caller, `GET /webhook-endpoints/${id}/attempts`)
  return (response.json() as { content: object[] }).content
}

const untilReceived = (receiver: Receiver, count: number): Promise<Received[]> =>
  until(`${count} requests have come`, async () => {
    const received = await receivedBy(receiver, '?limit=100')
    return received.length >= count && received
  })

const post = ({ url }: Pick<Receiver, 'url'>, body: string, headers: Record<string, string> = {}) =>
  app.http.inject({ method: 'POST', url: new URL(url).pathname, payload: body, headers })

describe('a test receiver', () => {
  test('gets the webhooks of an endpoint that points at it, though it is on a private network', async () => {
    const receiver = await make()
    const endpoint = await pointAt(receiver, { events: ['order.successful'] })
    const transactionId = await buy(app, account)
    const [received] = await untilReceived(receiver, 1)
    expect(received).toMatchObject({ signature: 'verified', endpointId: endpoint.id })
    expect(received?.headers).toHaveProperty('webhook-signature')
    expect(JSON.parse(received?.body ?? '')).toMatchObject({ transactionId })
    const list = await manage(app, caller, 'GET /webhook-receivers')
    expect(list.json()).toEqual([{ ...receiver, endpointIds: [endpoint.id] }])
    await expect
      .poll(() => attemptsOf(endpoint))
      .toMatchObject([
        { isDelivered: true, requestBody: received?.body, answerBody: '{"received":true}' },
      ])
  })

  test('answers as it was told to, and the delivery comes again', async () => {
    const receiver = await make({ answer: '500' })
    const endpoint = await pointAt(receiver, { events: ['order.successful'] })
    await buy(app, account)
    // The next one is due a while after this one was recorded.
    await expect.poll(() => attemptsOf(endpoint)).toHaveLength(1)
    const change = { answer: '200' }
    const changed = await manage(app, caller, `PATCH /webhook-receivers/${receiver.id}`, change)
    expect(changed.json()).toMatchObject({ id: receiver.id, answer: '200' })
    clock.advance(10_000)
    const received = await untilReceived(receiver, 2)
    const [second, first] = received.map(({ headers }) => headers['webhook-id'])
    expect(second).toBe(first)
  })

  test('rehearses an endpoint that is gone', async () => {
    const receiver = await make({ answer: '410' })
    const { id } = await pointAt(receiver)
    const example = { type: 'order.failed' }
    const sent = await manage(app, caller, `POST /webhook-endpoints/${id}/examples`, example)
    expect(sent.json()).toMatchObject({ status: 410, isDelivered: false })
  })

  test('rehearses an endpoint that does not answer', async () => {
    const receiver = await make({ answer: 'timeout' })
    const { id } = await pointAt(receiver)
    const example = { type: 'order.failed' }
    const sent = await manage(app, caller, `POST /webhook-endpoints/${id}/examples`, example)
    expect(sent.json()).toMatchObject({ status: null, error: { code: 'timeout' } })
    expect(await receivedBy(receiver)).toHaveLength(1)
  })

  test('takes whatever is sent, and keeps neither credentials nor what no database can keep', async () => {
    const receiver = await make()
    const types = ['application/json', 'text/plain', 'application/octet-stream', '']
    for (const type of types) {
      const headers = { ...(type && { 'content-type': type }), authorization: 'x', cookie: 'y=z' }
      expect((await post(receiver, '{"a": nonsense\0', headers)).statusCode).toBe(200)
    }
    expect((await post(receiver, '')).statusCode).toBe(200)
    const received = await receivedBy(receiver)
    expect(received.map(({ body }) => body)).toEqual([
      '',
      ...types.map(() => '{"a": nonsense\ufffd'),
    ])
    for (const { headers, signature } of received) {
      expect(signature).toBe('none')
      expect(headers).not.toHaveProperty('authorization')
      expect(headers).not.toHaveProperty('cookie')
    }
    const tooLong = await post(receiver, 'x'.repeat(65_537))
    expect(tooLong.statusCode).toBe(413)
  })

  test('says whose signature is wrong', async () => {
    const receiver = await make()
    const { id, secret } = await pointAt(receiver, { events: ['order.failed'] })
    const body = Buffer.from('{"type":"x"}')
    const signed = (key: string) => signHeaders({ id: 'evt', body, at: new Date(), secrets: [key] })
    await post(receiver, body.toString(), signed(secret))
    await post(receiver, `${body} `, signed(secret))
    await post(receiver, body.toString(), signed(`whsec_${randomIds.bytes(32).toString('base64')}`))
    const received = await receivedBy(receiver)
    expect(received.map(({ signature, endpointId }) => [signature, endpointId])).toEqual([
      ['wrong', null],
      ['wrong', null],
      ['verified', id],
    ])
  })

  test('keeps the last hundred requests, in parts', async () => {
    const receiver = await make()
    // No more than fifty a second are kept.
    for (let count = 0; count < 120; count += 40) {
      if (count > 0) await delay(1_000)
      for (let part = 0; part < 40; part++) await post(receiver, `${count + part}`)
    }
    const all = await receivedBy(receiver, '?limit=100')
    expect(all.map(({ body }) => Number(body))).toEqual(
      Array.from({ length: 100 }, (_, index) => 119 - index),
    )
    const next = await receivedBy(receiver, `?limit=10&before=${all[9]?.id}`)
    expect(next).toEqual(all.slice(10, 20))
  })

  test('is gone after a day, with what it got', async () => {
    const receiver = await make()
    await post(receiver, 'x')
    clock.advance(24 * 3_600_000)
    expect((await post(receiver, 'x')).statusCode).toBe(404)
    const path = `/webhook-receivers/${receiver.id}/requests` as const
    expect((await manage(app, caller, `GET ${path}`)).statusCode).toBe(404)
    expect((await manage(app, caller, 'GET /webhook-receivers')).json()).toEqual([])
  })

  test('is one of ten at most', async () => {
    const requests = Array.from({ length: 12 }, () =>
      manage(app, caller, 'POST /webhook-receivers', {}),
    )
    const answers = await Promise.all(requests)
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(10)
    const refused = answers.filter(({ statusCode }) => statusCode === 400)
    expect(refused[0]?.json()).toMatchObject({ errorCode: 'TOO_MANY_WEBHOOK_RECEIVERS' })
    expect(refused).toHaveLength(2)
  })

  test('is another account’s and another mode’s business not', async () => {
    const { id } = await make()
    const stranger = await manager(app, await app.openAccount())
    const requests = [
      [`GET /webhook-receivers/${id}/requests`, undefined],
      [`PATCH /webhook-receivers/${id}`, { answer: '200' }],
      [`DELETE /webhook-receivers/${id}`, undefined],
    ] as const
    for (const [request, body] of requests) {
      for (const [by, query] of [
        [stranger, ''],
        [caller, '?mode=live'],
      ] as const) {
        const response = await manage(app, by, `${request}${query}`, body)
        expect(response.statusCode).toBe(404)
        expect(response.json()).toMatchObject({ errorCode: 'WEBHOOK_RECEIVER_NOT_FOUND' })
      }
      const reader = await manager(app, account, ['events:read'])
      expect((await manage(app, reader, request, body)).statusCode).toBe(403)
    }
    expect((await manage(app, stranger, 'GET /webhook-receivers')).json()).toEqual([])
    expect((await manage(app, caller, `DELETE /webhook-receivers/${id}`)).statusCode).toBe(204)
  })

  test('serves live endpoints without TLS, and only at its very address', async () => {
    const { url } = await make({}, caller, '?mode=live')
    const create = (address: string) =>
      manage(app, caller, 'POST /webhook-endpoints', { url: address, mode: 'live' })
    expect((await create(url)).statusCode).toBe(201)
    const origin = new URL(url).origin
    for (const address of [
      origin,
      `${origin}/manage/v1/webhook-endpoints`,
      `${origin}/receive/`,
      `${url}/..`,
      `${url}/more`,
      `${url}?a=b`,
      `${url}x`,
      url.slice(0, -1),
      url.replace('127.0.0.1', 'localhost'),
      url.replace(/:\d+/, ':1'),
      url.replace('/receive/', '/receive/../receive%2f'),
    ]) {
      const { statusCode, body } = await create(address)
      expect({ address, statusCode }).toEqual({ address, statusCode: 400 })
      expect(body).toMatch(/url: The address|url: In live mode/)
    }
  })
})

test('the address of a receiver is not in the audit log', async () => {
  const receiver = await make()
  await manage(app, caller, `PATCH /webhook-receivers/${receiver.id}`, { answer: '500' })
  const log = await manage(app, caller, `GET /audit-log?target=${receiver.id}`)
  expect(log.json().content).toMatchObject([{ after: { answer: '500' } }, { after: null }])
  expect(log.body).not.toContain('/receive/')
})

describe('the page of a receiver', () => {
  const look = ({ url }: Pick<Receiver, 'url'>) => app.http.inject(new URL(url).pathname)

  test('shows what came, to whoever has the address, and runs nothing', async () => {
    const receiver = await make()
    const empty = await look(receiver)
    expect(empty.body).toContain('Nothing has come yet')
    await post(receiver, '{"price":5.00,"name":"<script>alert(1)</script>"}')
    const { statusCode, headers, body } = await look(receiver)
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(body).toContain('&quot;price&quot;: 5.00')
    expect(body).toContain('&lt;script&gt;')
    expect(body).not.toContain('<script')
  })

  test('that is none says so', async () => {
    const { statusCode, body } = await look({ url: 'http://x/receive/unknown' })
    expect(statusCode).toBe(404)
    expect(body).toContain('There is no test receiver here')
  })
})
