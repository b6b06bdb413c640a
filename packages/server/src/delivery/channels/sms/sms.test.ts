import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSmsProvider, type SmsProviderName, sizeOf } from './index.ts'

interface Asked {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Record<string, string>
}

let server: Server
let url: string
let asked: Asked[] = []
let answer: Answer

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url: path, headers } = request
      asked.push({ method, path, headers, body: Buffer.concat(chunks).toString() })
      const type = { 'content-type': 'application/json' }
      response.writeHead(answer.status, { ...type, ...answer.headers })
      response.end(JSON.stringify(answer.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
})

function send(name: SmsProviderName, text: string, from = '+15005550006', root = url) {
  asked = []
  const settings = { url: root, from, user: 'AC123', password: 'secret' }
  const provider = createSmsProvider(name, settings)
  if (provider === undefined) throw new Error('There is no provider')
  return provider.send({ to: '+18579184613', text, size: sizeOf(text), name: '6793.live.7' })
}

describe('Twilio', () => {
  const created = { status: 201, body: { sid: 'SM1', status: 'queued' } }

  test('is asked to create a message', async () => {
    answer = created
    const outcome = await send('twilio', 'Code: A&B €')
    expect(outcome).toEqual({ type: 'accepted', reference: 'SM1', answer: 'queued' })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/2010-04-01/Accounts/AC123/Messages.json',
      headers: {
        authorization: `Basic ${Buffer.from('AC123:secret').toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      To: '+18579184613',
      From: '+15005550006',
      Body: 'Code: A&B €',
    })
  })

  test('is asked by a messaging service, where that is the sender', async () => {
    answer = created
    await send('twilio', 'Hi', 'MG9')
    const body = new URLSearchParams(asked[0]?.body)
    expect(body.get('MessagingServiceSid')).toBe('MG9')
    expect(body.has('From')).toBe(false)
  })

  test.each([
    [400, 21211, 'bounced'],
    [400, 21610, 'bounced'],
    [400, 21617, 'failed'],
    [401, 20003, 'deferred'],
    [429, 20429, 'deferred'],
    [503, undefined, 'deferred'],
  ])('answers %i with code %s: %s', async (status, code, type) => {
    answer = { status, body: { code, message: 'No', status } }
    expect(await send('twilio', 'Hi')).toMatchObject({ type })
  })
})

describe('Vonage', () => {
  const part = { 'message-id': 'V1', status: '0', to: '18579184613' }

  test('is asked with the digits of the number and the type of the text', async () => {
    answer = { status: 200, body: { 'message-count': '1', messages: [part] } }
    expect(await send('vonage', 'Código')).toMatchObject({ type: 'accepted', reference: 'V1' })
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/sms/json' })
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      api_key: 'AC123',
      api_secret: 'secret',
      from: '+15005550006',
      to: '18579184613',
      text: 'Código',
      type: 'unicode',
      'client-ref': '6793.live.7',
    })
    await send('vonage', 'Code')
    expect(new URLSearchParams(asked[0]?.body).get('type')).toBe('text')
  })

  test.each([
    ['1', 'deferred'],
    ['4', 'deferred'],
    ['9', 'deferred'],
    ['3', 'failed'],
    ['6', 'bounced'],
    ['29', 'bounced'],
  ])('answers 200 with status %s: %s', async (status, type) => {
    answer = { status: 200, body: { messages: [part, { status, 'error-text': 'No' }] } }
    expect(await send('vonage', 'Hi')).toMatchObject({ type, answer: `${status} No` })
  })
})

describe('any other provider', () => {
  test('gets the message as JSON, with a key that is the same at every attempt', async () => {
    answer = { status: 202, body: { id: 7 } }
    expect(await send('http', 'Code: 1')).toMatchObject({ type: 'accepted', reference: '7' })
    expect(asked[0]).toMatchObject({
      method: 'POST',
      headers: {
        authorization: 'Bearer secret',
        'idempotency-key': '6793.live.7',
        'content-type': 'application/json',
      },
    })
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      id: '6793.live.7',
      from: '+15005550006',
      to: '+18579184613',
      text: 'Code: 1',
      encoding: 'GSM-7',
      segments: 1,
    })
  })

  test('says with Retry-After when it wants the message again', async () => {
    answer = { status: 429, body: {}, headers: { 'retry-after': '120' } }
    expect(await send('http', 'Hi')).toMatchObject({ type: 'deferred', retryAfter: 120_000 })
  })

  test.each([
    [422, 'bounced'],
    [400, 'failed'],
    [401, 'deferred'],
    [500, 'deferred'],
  ])('answers %i: %s', async (status, type) => {
    answer = { status, body: {} }
    expect(await send('http', 'Hi')).toMatchObject({ type })
  })

  test('is not followed elsewhere', async () => {
    answer = { status: 307, body: {}, headers: { location: 'http://127.0.0.1:1/' } }
    expect(await send('http', 'Hi')).toMatchObject({ type: 'deferred' })
    expect(asked).toHaveLength(1)
  })

  test('that nobody answers for is tried later', async () => {
    const nobody = 'http://127.0.0.1:1'
    expect(await send('http', 'Hi', 'Cards', nobody)).toMatchObject({ type: 'deferred' })
  })
})

describe('the length of a text message', () => {
  test.each([
    ['', 'GSM-7', 0, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    ['€'.repeat(81), 'GSM-7', 162, 2],
    // 76 signs of two units fit into 153, and the 77th is not divided.
    ['€'.repeat(153), 'GSM-7', 306, 3],
    ['à Ñ {x} ~', 'GSM-7', 12, 1],
    ['ç', 'UCS-2', 1, 1],
    ['ç'.repeat(70), 'UCS-2', 70, 1],
    ['ç'.repeat(71), 'UCS-2', 71, 2],
    ['🎁'.repeat(35), 'UCS-2', 70, 1],
    ['🎁'.repeat(36), 'UCS-2', 72, 2],
    // 33 pairs fit into 67.
    ['🎁'.repeat(67), 'UCS-2', 134, 3],
  ] as const)('of "%.5s…" is counted', (text, encoding, units, segments) => {
    expect(sizeOf(text)).toEqual({ encoding, units, segments })
  })
})
