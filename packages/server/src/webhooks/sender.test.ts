import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type http from 'node:http'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setImmediate as settle } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  expectClosed,
  findClosedPort,
  openRawSink,
  openSender,
  openSink,
  post,
} from '../../test/listeners.ts'
import { randomIds } from '../core/ids.ts'
import { version } from '../version.ts'
import type { Resolve } from './addresses.ts'
import { decide } from './schedule.ts'
import { makeSecret, signHeaders } from './signing.ts'

describe('a delivery', () => {
  test('arrives as it was signed', async () => {
    const body = Buffer.from('{"type":"giftcard_transaction.status","name":"Zoë"}')
    const arrived: http.IncomingMessage[] = []
    let received = ''
    const sink = await openSink(async (request, response) => {
      arrived.push(request)
      received = await text(request)
      response.setHeader('Content-Type', 'application/json').end('{"received":true}')
    })
    const headers = signHeaders({
      id: randomIds.uuid(),
      body,
      at: new Date(),
      secrets: [makeSecret(randomIds)],
    })
    const url = `${sink.url}?source=openscrip#fragment`
    const outcome = await openSender().send({ url, headers, body })
    expect(outcome).toEqual({
      isDelivered: true,
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"received":true}',
      error: null,
      milliseconds: expect.any(Number),
    })
    expect(Number.isInteger(outcome.milliseconds)).toBe(true)
    expect(received).toBe(body.toString())
    const [request] = arrived
    expect(request).toMatchObject({
      method: 'POST',
      url: '/hook?source=openscrip',
      httpVersion: '1.1',
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v])),
        'content-type': 'application/json',
        'content-length': String(body.length),
        'user-agent': `OpenScrip/${version}`,
        host: `127.0.0.1:${sink.port}`,
      },
    })
  })

  test.each([200, 201, 202, 204, 206, 299])('that is answered %d is delivered', async (status) => {
    const sink = await openSink((_request, response) => response.writeHead(status).end())
    expect(await post(openSender(), sink)).toMatchObject({ isDelivered: true, status, body: '' })
  })

  test.each([300, 304, 400, 404, 410, 429, 500, 599])(
    'that is answered %d is not',
    async (status) => {
      const sink = await openSink((_request, response) => response.writeHead(status).end())
      const outcome = await post(openSender(), sink)
      expect(outcome).toMatchObject({ isDelivered: false, status, error: null })
      const next = decide(outcome, { attempts: 1, now: new Date(), random: 0 })
      expect(next.type).toBe(status === 410 ? 'endpoint gone' : 'retry')
    },
  )

  test('is attempted once per call: 500, then 200', async () => {
    let requests = 0
    const sink = await openSink((_request, response) =>
      response.writeHead(requests++ === 0 ? 500 : 200).end(),
    )
    const sender = openSender()
    expect(await post(sender, sink)).toMatchObject({ isDelivered: false, status: 500 })
    expect(requests).toBe(1)
    expect(await post(sender, sink)).toMatchObject({ isDelivered: true, status: 200 })
  })

  test('is not sent on to where the answer points', async () => {
    let requests = 0
    const elsewhere = await openSink((_request, response) => {
      requests++
      response.end()
    })
    for (const status of [301, 302, 303, 307, 308]) {
      const sink = await openSink((_request, response) =>
        response.writeHead(status, { Location: elsewhere.url }).end(),
      )
      expect(await post(openSender(), sink)).toMatchObject({
        isDelivered: false,
        status,
        headers: { location: elsewhere.url },
      })
    }
    expect(requests).toBe(0)
  })

  test.each(['120', 'Thu, 01 Oct 2026 13:00:00 GMT'])(
    'that is answered Retry-After: %s says so',
    async (value) => {
      const sink = await openSink((_request, response) =>
        response.writeHead(503, { 'Retry-After': value, 'X-Powered-By': 'none' }).end(),
      )
      const { headers } = await post(openSender(), sink)
      expect(headers).toEqual({ 'retry-after': value })
    },
  )

  test('waits for the answer behind 100, 102 and 103', async () => {
    const sink = await openSink((_request, response) => {
      response.writeContinue()
      response.writeProcessing()
      response.writeEarlyHints({ link: '</style.css>; rel=preload' })
      response.end('done')
    })
    expect(await post(openSender(), sink)).toMatchObject({ status: 200, body: 'done' })
  })

  test('that is answered 101 has failed, and its connection is closed', async () => {
    const sink = await openRawSink((socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    )
    expect(await post(openSender(), sink)).toMatchObject({ isDelivered: false, status: 101 })
    await expectClosed(sink.connections[0])
  })
})

describe('what is kept of an answer', () => {
  test('is its first 4 KiB; after 64 KiB the connection is dropped', async () => {
    let unsent: http.ServerResponse | undefined
    const sink = await openSink((_request, response) => {
      unsent = response.end('x'.repeat(10_000_000))
    })
    const outcome = await post(openSender(), sink)
    expect(outcome).toMatchObject({ isDelivered: true, status: 200, body: 'x'.repeat(4_096) })
    await expectClosed(sink.connections[0])
    expect(unsent?.writableFinished).toBe(false)
  })

  test('is text that a database can keep, whatever came', async () => {
    const answers: [Buffer, string][] = [
      [Buffer.from('a\0b\0'), 'ab'],
      [Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'a\ufffd\ufffdb'],
      // The cut goes through a letter of three bytes.
      [Buffer.from('₦'.repeat(2_000)), '₦'.repeat(1_365)],
      [Buffer.from('🎁'), '🎁'],
    ]
    for (const [bytes, kept] of answers) {
      const sink = await openSink((_request, response) => response.end(bytes))
      const outcome = await post(openSender(), sink)
      expect(outcome.body).toBe(kept)
      expect(outcome.body.isWellFormed()).toBe(true)
    }
  })

  test('has headers of bounded length', async () => {
    const sink = await openSink((_request, response) =>
      response.writeHead(302, { Location: `/${'a'.repeat(10_000)}` }).end(),
    )
    expect((await post(openSender(), sink)).headers.location).toHaveLength(2_000)
  })
})

describe('an endpoint that takes too long', () => {
  const short = { timeoutMs: 300 }

  // Time passes when a test says so: no machine is too slow for what comes before.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  /** What comes of a delivery whose time is over when so much has happened, and not before. */
  async function outcomeAfter<Sent>(happened: Promise<unknown>, sent: Promise<Sent>) {
    await happened
    vi.advanceTimersByTime(short.timeoutMs - 1)
    await settle()
    expect(await Promise.race([sent, 'pending'])).toBe('pending')
    vi.advanceTimersByTime(1)
    return sent
  }

  test('to begin its answer has not answered', async () => {
    const asked = Promise.withResolvers<void>()
    const sink = await openSink(() => asked.resolve())
    const outcome = await outcomeAfter(asked.promise, post(openSender(short), sink))
    expect(outcome).toMatchObject({
      isDelivered: false,
      status: null,
      error: { kind: 'timeout', message: 'No answer came in time.' },
    })
    await expectClosed(sink.connections[0])
  })

  test('in the middle of a header has not answered', async () => {
    const asked = Promise.withResolvers<void>()
    const sink = await openRawSink((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => asked.resolve())
    })
    expect(await outcomeAfter(asked.promise, post(openSender(short), sink))).toMatchObject({
      isDelivered: false,
      error: { kind: 'timeout' },
    })
  })

  test('and sends hints meanwhile has not answered', async () => {
    const hinted = Promise.withResolvers<void>()
    const sink = await openSink(async (_request, response) => {
      for (let count = 0; !response.destroyed; count++) {
        response.writeProcessing()
        await settle()
        if (count === 10) hinted.resolve()
      }
    })
    const outcome = await outcomeAfter(hinted.promise, post(openSender(short), sink))
    expect(outcome).toMatchObject({ isDelivered: false, error: { kind: 'timeout' } })
  })

  test('to end its answer has answered', async () => {
    const sink = await openSink((_request, response) =>
      response.writeHead(200, { 'Content-Length': 100 }).write('the beginning'),
    )
    const outcome = await outcomeAfter(answerBegun(), post(openSender(short), sink))
    expect(outcome).toMatchObject({ isDelivered: true, status: 200, body: 'the beginning' })
    await expectClosed(sink.connections[0])
  })

  test('because it trickles without end is cut off', async () => {
    const sink = await openSink(async (_request, response) => {
      while (!response.destroyed) {
        response.write('.')
        await settle()
      }
    })
    const outcome = await outcomeAfter(answerBegun(), post(openSender(short), sink))
    expect(outcome).toMatchObject({ isDelivered: true, status: 200 })
    expect(outcome.body).toMatch(/^\.+$/)
  })

  test('delays what waits for its connections no longer than its own time', async () => {
    const asked = Promise.withResolvers<void>()
    const sink = await openSink(() => asked.resolve())
    const sender = openSender({ ...short, connectionsPerHost: 1 })
    const sent = Promise.all(Array.from({ length: 5 }, () => post(sender, sink)))
    const outcomes = await outcomeAfter(asked.promise, sent)
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ isDelivered: false, error: { kind: 'timeout' } })
    }
    const messages = outcomes.map(({ error }) => error?.message)
    expect(messages).toContain('All connections to the host were taken by other deliveries.')
  })

  test('to be found is not waited for', async () => {
    const asked = Promise.withResolvers<void>()
    const resolve = () => {
      asked.resolve()
      return new Promise<never>(() => {})
    }
    const sent = post(openSender({ ...short, resolve }), { url: 'http://slow.example/hook' })
    expect((await outcomeAfter(asked.promise, sent)).error).toEqual({
      kind: 'timeout',
      message: 'No connection to the host was made in time.',
    })
  })
})

/** Resolves when the body of an answer has begun to arrive at a client of this process. */
function answerBegun(): Promise<void> {
  return new Promise((resolve) => {
    function onAnswer(message: unknown) {
      unsubscribe(ANSWERED, onAnswer)
      const { response } = message as { response: http.IncomingMessage }
      response.once('data', () => resolve())
    }
    subscribe(ANSWERED, onAnswer)
  })
}

const ANSWERED = 'http.client.response.finish'

describe('an endpoint that gives no answer', () => {
  test('because nothing listens there has refused', async () => {
    const port = await findClosedPort()
    expect(await post(openSender(), { url: `http://127.0.0.1:${port}/` })).toMatchObject({
      isDelivered: false,
      status: null,
      headers: {},
      body: '',
      error: { kind: 'refused', message: 'The host refused the connection.' },
    })
  })

  test('because its name has no address is not found', async () => {
    const resolve: Resolve = async (hostname) => {
      throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' })
    }
    const outcome = await post(openSender({ resolve }), { url: 'https://nowhere.example/' })
    expect(outcome.error).toEqual({ kind: 'dns', message: 'The host name has no address.' })
  })

  test.each<[string, (socket: Socket) => unknown]>([
    ['closes', (socket) => socket.end()],
    ['resets', (socket) => socket.resetAndDestroy()],
    ['breaks off in its header', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty')],
  ])('because it %s the connection is asked once', async (_what, answer) => {
    const sink = await openRawSink(answer)
    expect(await post(openSender(), sink)).toMatchObject({
      isDelivered: false,
      status: null,
      error: { kind: 'reset', message: 'The connection was closed before an answer came.' },
    })
    expect(sink.connections).toHaveLength(1)
  })

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['a TLS alert', '\x15\x03\x01\x00\x02\x02\x50'],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
    ['a header without a colon', 'HTTP/1.1 200 OK\r\nbad header\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['100 kB of header', `HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`],
  ])('but %s speaks no HTTP', async (_what, garbage) => {
    const sink = await openRawSink((socket) => socket.write(garbage))
    expect(await post(openSender(), sink)).toMatchObject({
      isDelivered: false,
      status: null,
      error: { kind: 'protocol', message: expect.stringMatching(/^The answer is not HTTP: .+\.$/) },
    })
  })

  test.each([
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf',
  ])('after the head of one has given it: %j', async (answer) => {
    const sink = await openRawSink((socket) => socket.end(answer))
    expect(await post(openSender(), sink)).toMatchObject({ isDelivered: true, status: 200 })
  })

  test('because the request cannot be made has not been asked', async () => {
    const sink = await openSink((_request, response) => response.end())
    const outcome = await openSender().send({
      url: sink.url,
      headers: { 'X-Broken': 'a\r\nb' },
      body: Buffer.from('{}'),
    })
    expect(outcome).toMatchObject({ isDelivered: false, error: { kind: 'other' } })
    expect(sink.connections).toHaveLength(0)
  })
})

describe('an address that may not be called', () => {
  const refused = { isDelivered: false, status: null, error: { kind: 'address' } }

  test('is not connected to, neither by number nor by name', async () => {
    const sink = await openSink((_request, response) => response.end())
    const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    const sender = openSender({ allowPrivate: false, resolve })
    for (const host of ['127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', 'hooks.example']) {
      expect(await post(sender, { url: `http://${host}:${sink.port}/` })).toMatchObject(refused)
      expect(await post(sender, { url: `https://${host}:${sink.port}/` })).toMatchObject(refused)
    }
    expect(sink.connections).toHaveLength(0)
  })

  test('is refused when a name stands for it at a later attempt', async () => {
    const sink = await openSink((_request, response) =>
      response.setHeader('Connection', 'close').end(),
    )
    const answers = ['127.0.0.1', '169.254.169.254']
    const resolve: Resolve = async () => [{ address: answers.shift() ?? '', family: 4 }]
    const sender = openSender({ resolve })
    const rebinding = { url: `http://rebinding.example:${sink.port}/` }
    expect(await post(sender, rebinding)).toMatchObject({ isDelivered: true })
    expect(await post(sender, rebinding)).toMatchObject(refused)
  })

  test('is an outcome also when it is none', async () => {
    for (const url of ['', 'nonsense', 'ftp://hooks.example', 'http://user:pw@hooks.example']) {
      expect(await post(openSender(), { url })).toMatchObject(refused)
    }
  })
})
