import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { randomIds } from '../core/ids.ts'
import { makeSecret, signHeaders } from './signing.ts'

const id = '7f0c4f2e-3f54-4f5c-9a53-0c8b2f9f3a11'
const body = Buffer.from('{"type":"giftcard_transaction.status","name":"Zoë ₦ 🎁"}')

describe('a secret', () => {
  test('is whsec_ and 32 bytes that nobody can guess, another one each time', () => {
    const secrets = Array.from({ length: 1_000 }, () => makeSecret(randomIds))
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(new Set(secrets).size).toBe(1_000)
  })
})

describe("the original's signature", () => {
  test('is the one that its receivers compute', () => {
    const headers = signHeaders({
      id,
      body: Buffer.from(
        '{"type":"giftcard_transaction.status","liveMode":false,"data":{"transactionId":3116,' +
          '"customIdentifier":"gift-card-amazon-order","status":"SUCCESSFUL"}}',
      ),
      at: new Date(1_654_848_364_000),
      secrets: ['whsec_example_123'],
    })
    expect(headers['X-Reloadly-Request-Timestamp']).toBe('1654848364000')
    expect(headers['X-Reloadly-Signature']).toBe(
      'e1e241c40d7fc0ce22abfbaef5454e16c1357bbf63bd7ebd5686cf1c64db1624',
    )
  })

  test('is over the bytes that are sent, whatever they are', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x00, 0xc3, 0x28, 0x7d])
    const at = new Date(1_700_000_000_123)
    const headers = signHeaders({ id, body: bytes, at, secrets: ['whsec_c2VjcmV0'] })
    const signed = Buffer.concat([bytes, Buffer.from(':1700000000123')])
    expect(headers['X-Reloadly-Signature']).toBe(
      createHmac('sha256', 'whsec_c2VjcmV0').update(signed).digest('hex'),
    )
  })
})

describe('the standard signature', () => {
  test("is the one of the specification's example", () => {
    const headers = signHeaders({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      body: Buffer.from('{"test": 2432232314}'),
      at: new Date(1_614_265_330_999),
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    })
    expect(headers['webhook-timestamp']).toBe('1614265330')
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  test("is accepted by the standard's own library, and only for what was sent", () => {
    const secret = makeSecret(randomIds)
    const headers = signHeaders({ id, body, at: new Date(), secrets: [secret] })
    const verifier = new Webhook(secret)
    expect(verifier.verify(body, headers)).toEqual(JSON.parse(body.toString()))
    expect(() => verifier.verify(`${body} `, headers)).toThrow()
    expect(() => verifier.verify(body, { ...headers, 'webhook-id': 'another' })).toThrow()
    expect(() => new Webhook(makeSecret(randomIds)).verify(body, headers)).toThrow()
  })

  test('is refused when it is old, so every attempt is signed anew', () => {
    const secret = makeSecret(randomIds)
    const hourAgo = new Date(Date.now() - 3_600_000)
    const old = signHeaders({ id, body, at: hourAgo, secrets: [secret] })
    expect(() => new Webhook(secret).verify(body, old)).toThrow('too old')
  })
})

describe('while a secret is replaced', () => {
  const [next, last] = [makeSecret(randomIds), makeSecret(randomIds)]
  const headers = signHeaders({ id, body, at: new Date(), secrets: [next, last] })

  test('holders of either secret accept the standard signature', () => {
    expect(() => new Webhook(next).verify(body, headers)).not.toThrow()
    expect(() => new Webhook(last).verify(body, headers)).not.toThrow()
  })

  test("the original's signature is the new secret's alone", () => {
    const timestamp = headers['X-Reloadly-Request-Timestamp']
    expect(headers['X-Reloadly-Signature']).toBe(
      createHmac('sha256', next).update(`${body}:${timestamp}`).digest('hex'),
    )
  })
})
