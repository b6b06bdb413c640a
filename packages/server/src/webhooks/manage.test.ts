import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import type { Scope } from '../accounts/index.ts'

let app: TestApp
let account: TestAccount
let caller: Caller
let endpointId: string

type Caller = Pick<TestAccount, 'headers'>

const URL_ = 'https://shop.example/webhooks'

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
  caller = await manager(app, account)
  endpointId = await create({ url: URL_ })
})

afterAll(() => app.close())

async function create(body: object, by = caller): Promise<string> {
  const response = await manage(app, by, 'POST /webhook-endpoints', body)
  expect(response.statusCode).toBe(201)
  return (response.json() as { id: string }).id
}

describe('an endpoint', () => {
  test('is made with a secret that later answers do not show', async () => {
    const other = await manager(app, await app.openAccount())
    const made = await manage(app, other, 'POST /webhook-endpoints', {
      url: 'https://SHOP.example',
      description: 'Ours',
    })
    const { secret, ...endpoint } = made.json() as Record<string, unknown>
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(endpoint).toEqual({
      id: expect.stringMatching(/^we_[A-Za-z0-9]{16}$/),
      url: 'https://shop.example/',
      description: 'Ours',
      events: ['*'],
      mode: 'test',
      isEnabled: true,
      disabledReason: null,
      failingSince: null,
      previousSecretUntil: null,
      createdAt: expect.any(String),
    })
    expect((await manage(app, other, 'GET /webhook-endpoints')).json()).toEqual([endpoint])
    const path = `/webhook-endpoints/${endpoint.id}`
    expect((await manage(app, other, `GET ${path}`)).json()).toEqual(endpoint)
    expect((await manage(app, other, `GET ${path}/secret`)).json()).toEqual({ secret })
  })

  test('keeps its secret sealed', async () => {
    const { json } = await manage(app, caller, `GET /webhook-endpoints/${endpointId}/secret`)
    const { secret } = json() as { secret: string }
    const { rows } = await sql<{ text: string }>`
      select string_agg(e::text, ' ') as text from webhook_endpoints e`.execute(app.database)
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    for (const form of [secret, Buffer.from(secret).toString('hex'), key.toString('hex')]) {
      expect(rows[0]?.text).not.toContain(form)
    }
  })

  test('can be changed field by field', async () => {
    const path = `/webhook-endpoints/${await create({ url: URL_, events: ['wallet.funded'] })}`
    const changed = await manage(app, caller, `PATCH ${path}`, { description: 'Changed' })
    expect(changed.json()).toMatchObject({ description: 'Changed', events: ['wallet.funded'] })
    const off = await manage(app, caller, `PATCH ${path}`, { isEnabled: false })
    expect(off.json()).toMatchObject({ isEnabled: false, disabledReason: 'manual' })
    const refused = await manage(app, caller, `POST ${path}/resend`, { failed: true })
    expect(refused.statusCode).toBe(409)
    const on = await manage(app, caller, `PATCH ${path}`, { isEnabled: true, url: `${URL_}/2` })
    expect(on.json()).toMatchObject({ isEnabled: true, disabledReason: null, url: `${URL_}/2` })
  })

  test('tells what happens to it', async () => {
    const other = await manager(app, await app.openAccount())
    const path = `/webhook-endpoints/${await create({ url: URL_ }, other)}`
    await manage(app, other, `PATCH ${path}`, { description: 'x' })
    await manage(app, other, `PATCH ${path}`, { isEnabled: false })
    await manage(app, other, `DELETE ${path}`)
    const events = await manage(app, other, 'GET /events?after=2')
    const { content } = events.json() as { content: { type: string }[] }
    expect(content.map(({ type }) => type)).toEqual([
      'webhook_endpoint.created',
      'webhook_endpoint.updated',
      'webhook_endpoint.disabled',
      'webhook_endpoint.deleted',
    ])
    expect(events.body).not.toContain('whsec_')
  })

  test('is one of twenty at most', async () => {
    const other = await manager(app, await app.openAccount())
    const requests = Array.from({ length: 22 }, () =>
      manage(app, other, 'POST /webhook-endpoints', { url: URL_ }),
    )
    const statuses = (await Promise.all(requests)).map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 201)).toHaveLength(20)
    expect(statuses.filter((status) => status === 400)).toHaveLength(2)
  })
})

describe('refused by its name', () => {
  const wrong: readonly (readonly [
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
    field: string,
  ])[] = [
    ['POST', '', {}, 'url'],
    ['POST', '', { url: '' }, 'url'],
    ['POST', '', { url: 'shop.example' }, 'url'],
    ['POST', '', { url: 'ftp://shop.example' }, 'url'],
    ['POST', '', { url: 'https://user:word@shop.example' }, 'url'],
    ['POST', '', { url: 'http://127.0.0.1:3000' }, 'url'],
    ['POST', '', { url: 'http://localhost:3000' }, 'url'],
    ['POST', '', { url: 'http://2130706433/' }, 'url'],
    ['POST', '', { url: 'http://169.254.169.254/latest/meta-data' }, 'url'],
    ['POST', '', { url: `https://shop.example/${'x'.repeat(2_000)}` }, 'url'],
    ['POST', '', { url: 'http://shop.example', mode: 'live' }, 'url'],
    ['POST', '', { url: URL_, events: [] }, 'events'],
    ['POST', '', { url: URL_, events: ['order.nonsense'] }, 'events'],
    ['POST', '', { url: URL_, events: 'order.failed' }, 'events'],
    ['POST', '', { url: URL_, description: 'a\0b' }, 'description'],
    ['POST', '', { url: URL_, mode: 'both' }, 'mode'],
    ['PATCH', '/:id', { url: 'http://10.0.0.1' }, 'url'],
    ['PATCH', '/:id', { isEnabled: 'yes' }, 'isEnabled'],
    ['POST', '/:id/rotate-secret', { overlapSeconds: -1 }, 'overlapSeconds'],
    ['POST', '/:id/rotate-secret', { overlapSeconds: 604_801 }, 'overlapSeconds'],
    ['POST', '/:id/examples', { type: 'order.nonsense' }, 'type'],
    ['POST', '/:id/examples', {}, 'type'],
    ['POST', '/:id/resend', {}, 'from'],
    ['POST', '/:id/resend', { from: 1 }, 'to'],
    ['POST', '/:id/resend', { from: 2, to: 1 }, 'to'],
    ['POST', '/:id/resend', { from: 1, to: 100_001 }, 'to'],
    ['POST', '/:id/resend', { failed: false }, 'failed'],
  ]

  test.each(wrong)('%s %s %j', async (method, path, body, field) => {
    const request = `${method} /webhook-endpoints${path.replace(':id', endpointId)}` as const
    const response = await manage(app, caller, request, body)
    expect(response.statusCode).toBe(400)
    const { message } = response.json() as { message: string }
    expect(message).toContain(field)
  })

  test.each([
    ['attempts?outcome=maybe', 'outcome'],
    ['attempts?type=x', 'type'],
    ['attempts?limit=201', 'limit'],
    ['attempts?before=x', 'before'],
    ['deliveries?state=lost', 'state'],
    ['deliveries?mode=both', 'mode'],
  ])('GET %s', async (path, field) => {
    const response = await manage(app, caller, `GET /webhook-endpoints/${endpointId}/${path}`)
    expect(response.statusCode).toBe(400)
    expect((response.json() as { message: string }).message).toContain(field)
  })
})

interface EndpointRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly scope: Scope
  /** One that it takes. */
  readonly body?: object
}

const endpointRoutes: readonly EndpointRoute[] = [
  { method: 'GET', path: '', scope: 'webhooks:read' },
  { method: 'PATCH', path: '', scope: 'webhooks:write', body: { description: 'x' } },
  { method: 'GET', path: '/secret', scope: 'webhooks:write' },
  { method: 'POST', path: '/rotate-secret', scope: 'webhooks:write', body: {} },
  { method: 'POST', path: '/examples', scope: 'webhooks:write', body: { type: 'order.failed' } },
  { method: 'GET', path: '/attempts', scope: 'webhooks:read' },
  { method: 'GET', path: '/deliveries', scope: 'webhooks:read' },
  { method: 'POST', path: '/deliveries/1/resend', scope: 'webhooks:write' },
  { method: 'POST', path: '/resend', scope: 'webhooks:write', body: { failed: true } },
  { method: 'DELETE', path: '', scope: 'webhooks:write' },
]

describe.each(endpointRoutes)('$method $path of an endpoint', ({ method, path, scope, body }) => {
  const send = (by: Caller, query = '') =>
    manage(app, by, `${method} /webhook-endpoints/${endpointId}${path}${query}`, body)

  test('does not exist for another account, nor in the other mode', async () => {
    const stranger = await manager(app, await app.openAccount())
    for (const response of [await send(stranger), await send(caller, '?mode=live')]) {
      expect(response.statusCode).toBe(404)
      expect(response.json()).toMatchObject({ errorCode: 'WEBHOOK_ENDPOINT_NOT_FOUND' })
    }
  })

  test(`needs the scope ${scope}`, async () => {
    const others = (['events:read', 'webhooks:read', 'webhooks:write'] as const).filter(
      (other) => other !== scope,
    )
    const response = await send(await manager(app, account, others))
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ errorCode: 'INSUFFICIENT_SCOPE' })
    const nobody = await send({ headers: { authorization: '' } })
    expect(nobody.statusCode).toBe(401)
  })
})

describe('the list', () => {
  test('holds the endpoints of one account in one mode', async () => {
    const other = await manager(app, await app.openAccount())
    const live = await create({ url: URL_, mode: 'live' }, other)
    const ids = async (query: string) => {
      const response = await manage(app, other, `GET /webhook-endpoints${query}`)
      return (response.json() as { id: string }[]).map(({ id }) => id)
    }
    expect(await ids('')).toEqual([])
    expect(await ids('?mode=live')).toEqual([live])
  })
})
