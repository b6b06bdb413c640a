import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createSecondApp,
  createTestApp,
  getToken,
  MASTER_KEY,
  order,
  plainOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { randomIds } from '../core/ids.ts'
import { createKeyring } from '../storage/keyring.ts'

const NOW = new Date('2026-05-01T00:00:00.000Z')
const SECOND_MS = 1_000
const DAY_MS = 86_400_000
const clock = createManualClock(NOW)

let app: TestApp
let second: TestApp
let account: TestAccount
let live: TestAccount

beforeAll(async () => {
  app = await createTestApp({ clock })
  second = await createSecondApp(app, { clock })
  account = await app.openAccount()
  live = await app.openAccount({ mode: 'live' })
})

beforeEach(() => clock.set(NOW))

afterAll(async () => {
  await second.close()
  await app.close()
})

const SANDBOX_HOST = 'giftcards-sandbox.reloadly.com'
const LIVE_HOST = 'giftcards.reloadly.com'

function askBalance(authorization: string | undefined, host = '127.0.0.1:4000', server = app) {
  return server.http.inject({
    method: 'GET',
    url: '/accounts/balance',
    headers: { host, ...(authorization !== undefined && { authorization }) },
  })
}

const invalid = {
  timeStamp: '2026-05-01 00:00:00',
  message: 'Full authentication is required to access this resource',
  path: '/accounts/balance',
  errorCode: 'INVALID_TOKEN',
  infoLink: null,
  details: [],
}

async function expectInvalid(authorization: string | undefined, host?: string) {
  const response = await askBalance(authorization, host)
  expect(response.json()).toEqual(invalid)
  expect(response.statusCode).toBe(401)
  expect(response.headers['content-type']).toBe('application/json')
  expect(response.headers['www-authenticate']).toBe('Bearer')
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function decode(token: string) {
  const [header = '', claims = '', signature = ''] = token.split('.')
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>
  return { header: read(header), claims: read(claims), signature }
}

function sign(header: object, claims: object, key: string | Buffer): string {
  const content = `${encode(header)}.${encode(claims)}`
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`
}

/** The key that the server would sign with: what a thief of the master key could do. */
function keyOf(kid: unknown): Buffer {
  return createHmac('sha256', createKeyring(MASTER_KEY).derive('token keys'))
    .update(String(kid))
    .digest()
}

describe('a token opens the API', () => {
  test.each(['Bearer', 'bearer', 'BEARER'])('after the word %s', async (word) => {
    expect((await askBalance(`${word} ${account.token}`)).statusCode).toBe(200)
  })

  test('on the host that its mode has, and on every host of one’s own', async () => {
    for (const host of [SANDBOX_HOST, 'localhost', 'shop.example:8443']) {
      expect((await askBalance(`Bearer ${account.token}`, host)).statusCode).toBe(200)
    }
    expect((await askBalance(`Bearer ${live.token}`, LIVE_HOST)).statusCode).toBe(200)
  })

  test('on every server of the same database', async () => {
    const response = await askBalance(`Bearer ${account.token}`, undefined, second)
    expect(response.statusCode).toBe(200)
  })

  test('for the server’s own address as its audience', async () => {
    const { body } = await app.http.inject({
      method: 'POST',
      url: '/oauth/token',
      payload: {
        client_id: account.clientId,
        client_secret: account.clientSecret,
        grant_type: 'client_credentials',
        audience: 'http://127.0.0.1:4000',
      },
    })
    const { access_token } = JSON.parse(body) as { access_token: string }
    expect((await askBalance(`Bearer ${access_token}`)).statusCode).toBe(200)
  })
})

describe('what is no token is answered as one that is invalid', () => {
  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer null',
    'Bearer undefined',
    'Bearer a.b.c',
    'Bearer ..',
    'Bearer e30.e30.e30',
    `Bearer ${'x'.repeat(10_000)}`,
    'Basic dXNlcjpwYXNz',
    'Bearer 🎁',
  ])('%s', (authorization) => expectInvalid(authorization))

  test('a token without its scheme, or with another', async () => {
    await expectInvalid(account.token)
    await expectInvalid(`Token ${account.token}`)
    await expectInvalid(`Bearer ${account.token} ${account.token}`)
    await expectInvalid(`Bearer ${account.token},x`)
  })

  test('every endpoint says so, before it looks at anything else', async () => {
    for (const [method, url] of [
      ['POST', '/orders'],
      ['GET', '/orders/transactions/1/cards'],
      ['GET', '/reports/transactions'],
      ['GET', '/reports/transactions/1'],
      ['GET', '/accounts/balance'],
    ] as const) {
      const response = await app.http.inject({ method, url, payload: '{broken' })
      expect(response.statusCode).toBe(401)
      expect(response.json()).toEqual({ ...invalid, path: url })
    }
  })
})

describe('a token that somebody has changed is invalid', () => {
  test('with another claim', async () => {
    const { header, claims, signature } = decode(account.token)
    for (const change of [
      { exp: 9_999_999_999 },
      { sub: live.accountId.toString() },
      { aud: 'https://giftcards.reloadly.com' },
    ]) {
      const forged = `${encode(header)}.${encode({ ...claims, ...change })}.${signature}`
      await expectInvalid(`Bearer ${forged}`)
    }
  })

  test('with another signature, a shorter one, or none', async () => {
    const content = account.token.slice(0, account.token.lastIndexOf('.'))
    const { signature } = decode(account.token)
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    for (const changed of [other, signature.slice(0, -4), '', 'A'.repeat(43)]) {
      await expectInvalid(`Bearer ${content}.${changed}`)
    }
    await expectInvalid(`Bearer ${content}`)
  })

  test.each(['none', 'None', 'HS384', 'RS256', 'hs256'])('with the algorithm %s', async (alg) => {
    const { header, claims } = decode(account.token)
    await expectInvalid(`Bearer ${encode({ ...header, alg })}.${encode(claims)}.`)
    await expectInvalid(`Bearer ${sign({ ...header, alg }, claims, keyOf(header.kid))}`)
  })

  test('with the key of another', async () => {
    const { header, claims } = decode(account.token)
    for (const key of ['', 'secret', String(header.kid), account.clientSecret]) {
      await expectInvalid(`Bearer ${sign(header, claims, key || '\0')}`)
    }
    const other = decode(live.token).header.kid
    await expectInvalid(`Bearer ${sign(header, claims, keyOf(other))}`)
  })

  test('with the kid of another client, or one that nobody has', async () => {
    const { header, claims, signature } = decode(account.token)
    for (const kid of [decode(live.token).header.kid, randomIds.uuid(), '', null, 5, '../x']) {
      await expectInvalid(`Bearer ${encode({ ...header, kid })}.${encode(claims)}.${signature}`)
    }
  })

  test('signed for a kid that is known to nobody, even with its right key', async () => {
    const kid = randomIds.uuid()
    const { header, claims } = decode(account.token)
    await expectInvalid(`Bearer ${sign({ ...header, kid }, claims, keyOf(kid))}`)
  })

  test('that is not valid yet', async () => {
    const { header, claims } = decode(account.token)
    const nbf = Number(claims.nbf) + 3_600
    await expectInvalid(`Bearer ${sign(header, { ...claims, nbf }, keyOf(header.kid))}`)
  })
})

describe('a token is for one product and one mode', () => {
  test.each([
    'https://topups-sandbox.reloadly.com',
    'https://topups-hs256-sandbox.reloadly.com',
    'https://utilities-sandbox.reloadly.com',
  ])('a token for %s is invalid here', async (audience) => {
    const response = await app.http.inject({
      method: 'POST',
      url: '/oauth/token',
      payload: {
        client_id: account.clientId,
        client_secret: account.clientSecret,
        grant_type: 'client_credentials',
        audience,
      },
    })
    expect(response.statusCode).toBe(200)
    await expectInvalid(`Bearer ${(response.json() as { access_token: string }).access_token}`)
  })

  test('a live token is invalid on the sandbox’s host, and a test token on the live one', async () => {
    await expectInvalid(`Bearer ${live.token}`, SANDBOX_HOST)
    await expectInvalid(`Bearer ${account.token}`, LIVE_HOST)
  })
})

describe('a token ends', () => {
  const expired = {
    ...invalid,
    errorCode: 'TOKEN_EXPIRED',
    message: 'The token has expired, please request a new one',
  }

  async function expectLife(caller: TestAccount, seconds: number) {
    const token = await getToken(app, caller)
    clock.advance(seconds * SECOND_MS - 1)
    expect((await askBalance(`Bearer ${token}`)).statusCode).toBe(200)
    clock.advance(1)
    const response = await askBalance(`Bearer ${token}`)
    expect(response.statusCode).toBe(401)
    expect(response.json()).toEqual({
      ...expired,
      timeStamp: clock.now().toISOString().slice(0, 19).replace('T', ' '),
    })
  }

  test('after a day in test mode', () => expectLife(account, 86_400))

  test('after an hour in dialect 2026-10', async () =>
    expectLife(await app.openAccount({ dialect: '2026-10' }), 3_600))

  test('after 60 days in live mode', async () => {
    clock.advance(5_184_000 * SECOND_MS - 1)
    expect((await askBalance(`Bearer ${live.token}`)).statusCode).toBe(200)
    clock.advance(1)
    expect((await askBalance(`Bearer ${live.token}`)).json()).toMatchObject({
      errorCode: 'TOKEN_EXPIRED',
    })
  })

  test('and one that is forged as well is invalid, not expired', async () => {
    const content = account.token.slice(0, account.token.lastIndexOf('.'))
    clock.advance(2 * DAY_MS)
    const response = await askBalance(`Bearer ${content}.${'A'.repeat(43)}`)
    expect(response.json()).toMatchObject({ errorCode: 'INVALID_TOKEN' })
  })
})

describe('a client that is revoked', () => {
  async function askToken(server: TestApp, { clientId, clientSecret }: TestAccount) {
    return server.http.inject({
      method: 'POST',
      url: '/oauth/token',
      payload: {
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'client_credentials',
        audience: 'https://giftcards-sandbox.reloadly.com',
      },
    })
  }

  test('buys nothing even from a server that has not heard of it yet', async () => {
    const client = await app.openAccount()
    const bearer = `Bearer ${client.token}`
    expect((await askBalance(bearer)).statusCode).toBe(200)
    // Without the notification, so that this server still has the client in memory.
    await sql`
      update clients set revoked_at = now() where id = ${client.clientId}`.execute(app.database)
    expect((await askBalance(bearer)).statusCode).toBe(200)
    const before = await readBooks(app)
    const response = await order(app, client, plainOrder)
    expect(response.statusCode).toBe(401)
    expect(response.json()).toEqual({ ...invalid, path: '/orders' })
    expect(await readBooks(app)).toEqual(before)
  })

  test('buys nothing from then on, and is a stranger to every server', async () => {
    const client = await app.openAccount()
    const bearer = `Bearer ${client.token}`
    // Both servers have the client in memory.
    for (const server of [app, second]) {
      expect((await askBalance(bearer, undefined, server)).statusCode).toBe(200)
      expect((await askToken(server, client)).statusCode).toBe(200)
    }
    expect(await app.accounts.revokeClient(client.clientId)).toBe(true)
    for (const server of [app, second]) {
      const response = await order(server, client, plainOrder)
      expect(response.statusCode).toBe(401)
      expect(response.json()).toMatchObject({ errorCode: 'INVALID_TOKEN' })
    }
    for (const server of [app, second]) {
      await expect
        .poll(async () => (await askBalance(bearer, undefined, server)).json())
        .toEqual(invalid)
      await expect
        .poll(async () => (await askToken(server, client)).json())
        .toMatchObject({ errorCode: 'INVALID_CREDENTIALS', message: 'Access Denied' })
    }
  })

  test('is revoked once, and only if there is one', async () => {
    const client = await app.openAccount()
    expect(await app.accounts.revokeClient(client.clientId)).toBe(true)
    expect(await app.accounts.revokeClient(client.clientId)).toBe(false)
    expect(await app.accounts.revokeClient('nobody')).toBe(false)
  })

  test('takes none of the account’s other clients with it', async () => {
    const client = await app.openAccount()
    await app.accounts.revokeClient(client.clientId)
    expect((await askBalance(`Bearer ${account.token}`)).statusCode).toBe(200)
  })
})

describe('the key that signs a client’s tokens', () => {
  const kidOf = (token: string) => decode(token).header.kid

  test('is another one after 30 days, and the tokens before it go on', async () => {
    const client = await app.openAccount({ mode: 'live' })
    const kid = kidOf(client.token)
    clock.advance(30 * DAY_MS - 1)
    const last = await getToken(app, client, 'live')
    expect(kidOf(last)).toBe(kid)
    clock.advance(1)
    const next = await getToken(app, client, 'live')
    expect(kidOf(next)).not.toBe(kid)
    for (const token of [client.token, last, next]) {
      expect((await askBalance(`Bearer ${token}`)).statusCode).toBe(200)
      expect((await askBalance(`Bearer ${token}`, undefined, second)).statusCode).toBe(200)
    }
  })

  test('is changed for all who ask at that moment, and all of their tokens work', async () => {
    const client = await app.openAccount()
    clock.advance(30 * DAY_MS)
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, index) => getToken(index % 2 === 0 ? app : second, client)),
    )
    expect(tokens.map(kidOf)).not.toContain(kidOf(client.token))
    for (const token of tokens) {
      expect((await askBalance(`Bearer ${token}`)).statusCode).toBe(200)
      expect((await askBalance(`Bearer ${token}`, undefined, second)).statusCode).toBe(200)
    }
  })
})
