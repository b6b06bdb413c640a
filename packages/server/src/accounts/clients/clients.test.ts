import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  manage,
  manager,
  order,
  plainOrder,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { createManualClock } from '../../core/clock.ts'

interface Client {
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  readonly mode: 'test' | 'live'
  readonly lastUsedAt: string | null
}

const clock = createManualClock(new Date('2026-03-01T00:00:00.000Z'))
let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp({ clock })
})

afterAll(() => app.close())

beforeEach(async () => {
  account = await app.openAccount()
  caller = await manager(app, account)
})

async function create(fields: object = {}, query = ''): Promise<Client> {
  const body = { name: 'Shop', ...fields }
  const response = await manage(app, caller, `POST /clients${query}`, body)
  expect(response.statusCode, response.body).toBe(201)
  return response.json() as Client
}

const requestToken = (
  { clientId, clientSecret }: Pick<Client, 'clientId' | 'clientSecret'>,
  more: { readonly address?: string; readonly on?: TestApp; readonly live?: boolean } = {},
) =>
  (more.on ?? app).http.inject({
    method: 'POST',
    url: '/oauth/token',
    remoteAddress: more.address ?? '127.0.0.1',
    payload: {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      audience: `https://giftcards${more.live ? '' : '-sandbox'}.reloadly.com`,
    },
  })

const bearer = (response: LightMyRequestResponse) => {
  const { access_token: token } = response.json() as { access_token: string }
  return { headers: { authorization: `Bearer ${token}` } }
}

const listClients = async (query = ''): Promise<readonly Client[]> =>
  (await manage(app, caller, `GET /clients${query}`)).json() as Client[]

describe('Making a client', () => {
  test('its secret is in the answer and nowhere else, and works', async () => {
    const { clientSecret, ...shown } = await create({
      dialect: '2026-10',
      allowedIps: ['127.0.0.1', '10.1.2.3/8', '10.0.0.0/8'],
      scopes: ['reports:read', 'catalog:read', 'reports:read'],
    })
    expect(shown).toEqual({
      clientId: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
      name: 'Shop',
      mode: 'test',
      dialect: '2026-10',
      allowedIps: ['127.0.0.1', '10.0.0.0/8'],
      scopes: ['catalog:read', 'reports:read'],
      createdAt: expect.any(String),
      createdBy: 'Test',
      lastUsedAt: null,
      previousSecretUntil: null,
      revokedAt: null,
    })
    const path = `GET /clients/${shown.clientId}` as const
    expect((await manage(app, caller, path)).json()).toEqual(shown)
    expect(await listClients()).toContainEqual(shown)
    expect((await requestToken({ ...shown, clientSecret })).statusCode).toBe(200)
    const { rows } = await sql<{ text: string }>`
      select string_agg(c::text, ' ') as text from clients c`.execute(app.database)
    expect(rows[0]?.text).not.toContain(clientSecret)
  })

  test('in live mode only once the account is enabled for it', async () => {
    const refused = await manage(app, caller, 'POST /clients?mode=live', { name: 'Shop' })
    expect(refused.json()).toMatchObject({ errorCode: 'LIVE_NOT_ENABLED' })
    await sql`update accounts set live_enabled_at = now() where id = ${account.accountId}`.execute(
      app.database,
    )
    const client = await create({}, '?mode=live')
    expect(client.mode).toBe('live')
    expect((await requestToken(client, { live: true })).statusCode).toBe(200)
    expect((await requestToken(client)).statusCode).toBe(401)
    expect(await listClients()).not.toContainEqual(
      expect.objectContaining({ clientId: client.clientId }),
    )
  })

  test('a hundred in a mode at most, of those that are not revoked', async () => {
    await sql`
      insert into clients (account_id, id, mode, name, dialect, secret_hash)
      select ${account.accountId}, 'many-' || n, 'test', 'Many', '2022-06', ''
        from generate_series(1, 99) as n`.execute(app.database)
    const refused = await manage(app, caller, 'POST /clients', { name: 'Shop' })
    expect(refused.json()).toMatchObject({ errorCode: 'TOO_MANY_CLIENTS' })
    expect((await manage(app, caller, 'DELETE /clients/many-1')).statusCode).toBe(200)
    await create()
  })

  test.each([
    ['name', ''],
    ['name', '\0'],
    ['dialect', '2020'],
    ['allowedIps', ['localhost']],
    ['allowedIps', ['10.0.0.0/33']],
    ['scopes', []],
    ['scopes', ['wallet:write']],
  ])('with the field %s as %j is refused', async (field, value) => {
    const response = await manage(app, caller, 'POST /clients', { name: 'Shop', [field]: value })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ errorCode: 'INVALID_INPUT_PROVIDED' })
  })
})

describe('Allowed addresses', () => {
  test('bind token requests and every request with a token', async () => {
    const client = await create({ allowedIps: ['203.0.113.0/24', '2001:db8::/32'] })
    const refused = await requestToken(client, { address: '198.51.100.1' })
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({
      errorCode: 'IP_NOT_ALLOWED',
      message: 'This client may not be used from the address 198.51.100.1',
    })
    const { headers } = bearer(await requestToken(client, { address: '203.0.113.9' }))
    const from = async (remoteAddress: string) =>
      (await app.http.inject({ url: '/countries', headers, remoteAddress })).statusCode
    expect(await from('203.0.113.77')).toBe(200)
    expect(await from('::ffff:203.0.113.77')).toBe(200)
    expect(await from('2001:db8::5')).toBe(200)
    expect(await from('198.51.100.1')).toBe(403)
  })

  test('are those that a proxy of the own network tells of, and not what anybody claims', async () => {
    const client = await create({ allowedIps: ['203.0.113.9'] })
    const { headers } = bearer(await requestToken(client, { address: '203.0.113.9' }))
    const from = async (remoteAddress: string, forwarded: string) =>
      (
        await app.http.inject({
          url: '/countries',
          headers: { ...headers, 'x-forwarded-for': forwarded },
          remoteAddress,
        })
      ).statusCode
    expect(await from('10.0.0.1', '203.0.113.9')).toBe(200)
    expect(await from('198.51.100.1', '203.0.113.9')).toBe(403)
  })

  test('tell nothing to whoever has a wrong secret', async () => {
    const client = await create({ allowedIps: ['203.0.113.9'] })
    const response = await requestToken({ ...client, clientSecret: 'wrong' })
    expect(response.json()).toMatchObject({ errorCode: 'INVALID_CREDENTIALS' })
  })
})

describe('Scopes', () => {
  const calls = [
    ['balance:read', 'GET /accounts/balance'],
    ['catalog:read', 'GET /products'],
    ['catalog:read', 'GET /discounts'],
    ['reports:read', 'GET /reports/transactions'],
    ['cards:read', 'GET /orders/transactions/1/cards'],
    ['orders:write', 'POST /orders'],
  ] as const

  test.each(calls)('%s opens %s, and every other scope does not', async (needed, line) => {
    const [method, url] = line.split(' ') as ['GET', string]
    const others = [...new Set(calls.map(([scope]) => scope))].filter((scope) => scope !== needed)
    const ask = async (scopes: readonly string[]) => {
      const caller = bearer(await requestToken(await create({ scopes })))
      return app.http.inject({ method, url, headers: caller.headers })
    }
    expect((await ask([needed])).statusCode).not.toBe(403)
    expect((await ask(['*'])).statusCode).not.toBe(403)
    const refused = await ask(others)
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({
      errorCode: 'INSUFFICIENT_SCOPE',
      message: `This client may not do that: it lacks the scope ${needed}`,
    })
  })
})

describe('Changing a client', () => {
  test('counts for tokens that it has already, on every server process', async () => {
    const second = await createSecondApp(app, { clock })
    const client = await create()
    const own = bearer(await requestToken(client))
    expect((await get(second, own, '/countries')).statusCode).toBe(200)
    expect((await order(second, own, plainOrder)).statusCode).toBe(200)
    const path = `PATCH /clients/${client.clientId}` as const
    const changed = await manage(app, caller, path, { scopes: ['catalog:read'], name: 'Kiosk' })
    expect(changed.json()).toMatchObject({ name: 'Kiosk', scopes: ['catalog:read'] })
    await expect.poll(async () => (await order(second, own, plainOrder)).statusCode).toBe(403)
    expect((await get(second, own, '/countries')).statusCode).toBe(200)
    await manage(app, caller, path, { dialect: '2021-11', allowedIps: ['192.0.2.1'] })
    await expect.poll(async () => (await get(second, own, '/countries')).statusCode).toBe(403)
    await second.close()
  })

  test('leaves what is not named', async () => {
    const { clientSecret: _, ...client } = await create({ scopes: ['cards:read'] })
    const response = await manage(app, caller, `PATCH /clients/${client.clientId}`, {})
    expect(response.json()).toEqual(client)
  })
})

describe('Rotating a secret', () => {
  const rotate = async ({ clientId }: Client, body: object): Promise<Client> => {
    const response = await manage(app, caller, `POST /clients/${clientId}/rotate-secret`, body)
    expect(response.statusCode, response.body).toBe(200)
    return response.json() as Client
  }

  test('the old one works for the overlap and not a moment longer; tokens go on', async () => {
    const old = await create()
    const own = bearer(await requestToken(old))
    const now = await rotate(old, { overlapSeconds: 60 })
    expect(now.clientSecret).not.toBe(old.clientSecret)
    expect(now).toMatchObject({
      previousSecretUntil: new Date(clock.now().getTime() + 60_000).toISOString(),
    })
    await expect.poll(async () => (await requestToken(now)).statusCode).toBe(200)
    expect((await requestToken(old)).statusCode).toBe(200)
    clock.advance(60_000)
    expect((await requestToken(old)).statusCode).toBe(401)
    expect((await requestToken(now)).statusCode).toBe(200)
    expect((await get(app, own, '/countries')).statusCode).toBe(200)
    const shown = await manage(app, caller, `GET /clients/${old.clientId}`)
    expect(shown.json()).toMatchObject({ previousSecretUntil: null })
  })

  test('without an overlap the old one stops at once; of two rotations two secrets work', async () => {
    const first = await create()
    const second = await rotate(first, { overlapSeconds: 3_600 })
    const third = await rotate(first, {})
    await expect.poll(async () => (await requestToken(first)).statusCode).toBe(401)
    expect((await requestToken(second)).statusCode).toBe(200)
    const fourth = await rotate(first, { overlapSeconds: 0 })
    await expect.poll(async () => (await requestToken(third)).statusCode).toBe(401)
    expect((await requestToken(second)).statusCode).toBe(401)
    expect((await requestToken(fourth)).statusCode).toBe(200)
  })
})

describe('Revoking a client', () => {
  test('stops its secret and its tokens, and is for ever', async () => {
    const client = await create()
    const own = bearer(await requestToken(client))
    const path = `/clients/${client.clientId}`
    const revoked = await manage(app, caller, `DELETE ${path}`)
    expect(revoked.json()).toMatchObject({ revokedAt: expect.any(String) })
    await expect.poll(async () => (await requestToken(client)).statusCode).toBe(401)
    expect((await get(app, own, '/countries')).statusCode).toBe(401)
    for (const line of [`DELETE ${path}`, `PATCH ${path}`, `POST ${path}/rotate-secret`] as const) {
      const response = await manage(app, caller, line, line.startsWith('D') ? undefined : {})
      expect(response.json()).toMatchObject({ errorCode: 'CLIENT_REVOKED' })
    }
    expect((await listClients()).at(-1)).toMatchObject({ clientId: client.clientId })
  })
})

describe('Looking after clients', () => {
  test('one sees when each was used last, to a minute', async () => {
    const lastUsed = async () =>
      (await listClients()).find(({ clientId }) => clientId === account.clientId)?.lastUsedAt
    clock.advance(60_000)
    const first = clock.now().toISOString()
    await buy(app, account)
    expect(await lastUsed()).toBe(first)
    clock.advance(59_999)
    await buy(app, account)
    expect(await lastUsed()).toBe(first)
    clock.advance(1)
    await buy(app, account)
    expect(await lastUsed()).toBe(clock.now().toISOString())
  })

  test('every change is an event', async () => {
    const { clientId } = await create()
    await manage(app, caller, `PATCH /clients/${clientId}`, { name: 'Kiosk' })
    await manage(app, caller, `POST /clients/${clientId}/rotate-secret`, {})
    await manage(app, caller, `DELETE /clients/${clientId}`)
    const { content } = (await manage(app, caller, 'GET /events')).json() as {
      content: { type: string; data: { clientId: string; name: string } }[]
    }
    const own = content.filter(({ data }) => data.clientId === clientId)
    expect(own.map(({ type, data }) => `${type} ${data.name}`)).toEqual([
      'client.created Shop',
      'client.updated Kiosk',
      'client.rotated Kiosk',
      'client.revoked Kiosk',
    ])
  })

  test('nobody sees or changes those of another account, or of the other mode', async () => {
    const other = await manager(app, await app.openAccount())
    const path = `/clients/${account.clientId}`
    for (const [line, body] of [
      [`GET ${path}`, undefined],
      [`PATCH ${path}`, { name: 'Mine' }],
      [`POST ${path}/rotate-secret`, {}],
      [`DELETE ${path}`, undefined],
    ] as const) {
      for (const [who, query] of [
        [other, ''],
        [caller, '?mode=live'],
      ] as const) {
        const response = await manage(app, who, `${line}${query}`, body)
        expect(response.json()).toMatchObject({ errorCode: 'CLIENT_NOT_FOUND' })
      }
    }
    expect((await get(app, account, '/countries')).statusCode).toBe(200)
  })

  test('reading takes one scope and changing another', async () => {
    const reader = await manager(app, account, ['clients:read'])
    expect((await manage(app, reader, 'GET /clients')).statusCode).toBe(200)
    expect((await manage(app, reader, 'POST /clients', { name: 'Shop' })).statusCode).toBe(403)
    const writer = await manager(app, account, ['clients:write'])
    expect((await manage(app, writer, 'GET /clients')).statusCode).toBe(403)
    expect((await manage(app, writer, 'POST /clients', { name: 'Shop' })).statusCode).toBe(201)
  })
})
