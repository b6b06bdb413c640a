import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  getToken,
  manage,
  manager,
  order,
  plainOrder,
  quickstartOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'

interface Logged {
  readonly id: string
  readonly at: string
  readonly clientId: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly errorCode: string | null
  readonly transactionId: number | null
}

interface Page {
  readonly content: readonly Logged[]
  readonly hasMore: boolean
  readonly next: string | null
  readonly omitted: { readonly successes: number; readonly failures: number }
}

interface Detail extends Logged {
  readonly headers: Readonly<Record<string, string>>
  readonly requestBody: string | null
  readonly responseBody: string | null
}

const clock = createManualClock(new Date('2026-03-01T00:00:00.000Z'))
let app: TestApp
let account: TestAccount
let caller: { readonly headers: { readonly authorization: string } }

beforeAll(async () => {
  app = await createTestApp({ clock })
})

afterAll(() => app.close())

beforeEach(async () => {
  account = await app.openAccount()
  caller = await manager(app, account)
  clock.advance(1_000)
})

async function list(query = ''): Promise<Page> {
  const response = await manage(app, caller, `GET /requests${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return response.json() as Page
}

async function read(id: unknown): Promise<Detail> {
  const response = await manage(app, caller, `GET /requests/${String(id)}`)
  expect(response.statusCode, response.body).toBe(200)
  return response.json() as Detail
}

describe('What is recorded', () => {
  test('every call of a client is in the log before its answer is read, by the id in its header', async () => {
    const placed = await order(app, account, quickstartOrder)
    const id = placed.headers['x-request-id']
    const { transactionId } = placed.json() as { transactionId: number }
    const [row] = (await list()).content
    expect(row).toMatchObject({
      id,
      at: clock.now().toISOString(),
      clientId: account.clientId,
      method: 'POST',
      route: '/orders',
      path: '/orders',
      query: '',
      status: 200,
      milliseconds: expect.any(Number),
      errorCode: null,
      transactionId,
      address: '127.0.0.1',
    })
    const detail = await read(id)
    expect(detail.headers).toMatchObject({ 'content-type': 'application/json' })
    expect(JSON.parse(detail.requestBody ?? '')).toEqual(quickstartOrder)
    expect(detail.responseBody).toBe(placed.body)
  })

  test('a refusal has its code, also when nobody could be established', async () => {
    await order(app, account, { ...plainOrder, productId: 999_999 })
    await get(app, account, '/product?x=1')
    await get(app, account, '/products', { host: 'giftcards.reloadly.com' })
    const { content } = await list()
    expect(content).toMatchObject([
      { path: '/products', status: 401, errorCode: 'INVALID_TOKEN' },
      { path: '/product', query: 'x=1', route: null, status: 404, errorCode: null },
      { path: '/orders', status: 404, errorCode: 'INVALID_PRODUCT' },
      { path: '/oauth/token', status: 200 },
    ])
    for (const { clientId } of content) expect(clientId).toBe(account.clientId)
  })

  test('a program that begins with a path that is no endpoint is in its log', async () => {
    const response = await get(app, account, '/nothing')
    expect((await list()).content[0]).toMatchObject({
      id: response.headers['x-request-id'],
      clientId: account.clientId,
      route: null,
    })
  })

  test('whoever asks for a token in the name of a client is in its log', async () => {
    const response = await app.http.inject({
      method: 'POST',
      url: '/oauth/token',
      payload: {
        client_id: account.clientId,
        client_secret: 'wrong-secret',
        grant_type: 'client_credentials',
        audience: 'https://giftcards-sandbox.reloadly.com',
      },
    })
    const detail = await read(response.headers['x-request-id'])
    expect(detail).toMatchObject({ status: 401, errorCode: 'INVALID_CREDENTIALS' })
    expect(detail.requestBody).toContain('"client_secret":"[redacted]"')
  })

  test('a token is in the log as well when its client changes while it is looked up', async () => {
    const { directory } = app.accounts
    const tell = (clientId: string) =>
      sql`select pg_notify('client_changed', ${clientId})`.execute(app.database)
    const isForgotten = (clientId: string) =>
      expect.poll(() => directory.peekById(clientId)).toBeUndefined()
    const other = await app.openAccount()
    await tell(account.clientId)
    await isForgotten(account.clientId)
    const asked = await app.database.transaction().execute(async (tx) => {
      await sql`lock table clients in access exclusive mode`.execute(tx)
      const token = getToken(app, account)
      // Notifications come in order: when the second has come, so has the first.
      await tell(account.clientId)
      await tell(other.clientId)
      await isForgotten(other.clientId)
      return { token }
    })
    await asked.token
    const { content } = await list()
    expect(content.filter(({ path }) => path === '/oauth/token')).toHaveLength(2)
  })

  test('strangers, forged tokens and the Management API are in no log', async () => {
    const [{ id } = { id: '' }] = (await list()).content
    await get(app, { headers: { authorization: 'Bearer nonsense' } }, '/products')
    await get(app, { headers: { authorization: `${account.headers.authorization}x` } }, '/products')
    await app.http.inject('/products')
    await manage(app, caller, 'GET /events')
    await manage(app, account, 'GET /nothing')
    expect((await list()).content[0]?.id).toBe(id)
  })

  test('no secret, token, code or PIN is in the database', async () => {
    const transactionId = await buy(app, account, { ...plainOrder, quantity: 3 })
    const url = `/orders/transactions/${transactionId}/cards?client_secret=hidden-in-query`
    const secrets = [account.clientSecret, account.token, 'hidden-in-query']
    for (const version of ['v1', 'v2']) {
      const accept = `application/com.reloadly.giftcards-${version}+json`
      const response = await get(app, account, url, { accept })
      const cards = response.json() as readonly Readonly<Record<string, string | null>>[]
      for (const card of cards) secrets.push(...Object.values(card).filter((text) => text !== null))
    }
    expect(secrets.length).toBeGreaterThan(6)
    expect((await list('?path=/orders/transactions')).content).toHaveLength(2)
    const { rows } = await sql<{ text: string }>`
      select string_agg(r::text, ' ') as text from requests r`.execute(app.database)
    for (const secret of secrets) expect(rows[0]?.text).not.toContain(secret)
  })

  test('recipients are named in test mode, and nobody in live mode', async () => {
    const rows = async () => (await list('?mode=live')).content
    const test = await order(app, account, quickstartOrder)
    expect((await read(test.headers['x-request-id'])).requestBody).toContain('anyone@email.com')
    account = await app.openAccount({ mode: 'live' })
    caller = await manager(app, account)
    await order(app, account, quickstartOrder)
    await get(app, account, '/reports/transactions?recipientEmail=anyone@email.com')
    expect(await rows()).toMatchObject([
      { query: 'recipientEmail=[redacted]' },
      { path: '/orders' },
      { path: '/oauth/token' },
    ])
    const { rows: stored } = await sql<{ text: string }>`
      select string_agg(r::text, ' ') as text from requests r
       where account_id = ${account.accountId}`.execute(app.database)
    expect(stored[0]?.text).not.toContain('anyone@email.com')
    expect(stored[0]?.text).not.toContain('8579184613')
  })

  test('of a long body there is the beginning', async () => {
    const response = await get(app, account, '/products')
    const { responseBody } = await read(response.headers['x-request-id'])
    expect(responseBody).toHaveLength(4_096)
    expect(response.body.startsWith(responseBody?.slice(0, -1) ?? '')).toBe(true)
  })
})

describe('What is found', () => {
  test('rows by method, path, status, code, client, order, text and time', async () => {
    const transactionId = await buy(app, account, { ...plainOrder, customIdentifier: 'Gift-77' })
    clock.advance(1_000)
    await get(app, account, `/reports/transactions/${transactionId}`)
    clock.advance(1_000)
    await order(app, account, { ...plainOrder, productId: 999_999 })
    const found = async (query: string) =>
      (await list(query)).content.map(({ method, path, status }) => `${method} ${path} ${status}`)
    const [token, placed, shown, refused] = [
      'POST /oauth/token 200',
      'POST /orders 200',
      `GET /reports/transactions/${transactionId} 200`,
      'POST /orders 404',
    ]
    expect(await found('')).toEqual([refused, shown, placed, token])
    expect(await found('?method=GET')).toEqual([shown])
    expect(await found('?path=/orders')).toEqual([refused, placed])
    expect(await found('?path=/reports/transactions/:transactionId')).toEqual([shown])
    expect(await found('?status=2xx')).toEqual([shown, placed, token])
    expect(await found('?status=4xx')).toEqual([refused])
    expect(await found('?status=404&path=')).toEqual([refused])
    expect(await found('?status=5xx')).toEqual([])
    expect(await found('?errorCode=INVALID_PRODUCT')).toEqual([refused])
    expect(await found(`?clientId=${account.clientId}&method=GET`)).toEqual([shown])
    expect(await found('?clientId=nobody')).toEqual([])
    expect(await found(`?transactionId=${transactionId}`)).toEqual([shown, placed])
    expect(await found('?q=gift-77')).toEqual([shown, placed])
    const at = (seconds: number) => new Date(clock.now().getTime() + seconds * 1_000).toISOString()
    expect(await found(`?from=${at(0)}`)).toEqual([refused])
    expect(await found(`?from=${at(-1)}&to=${at(0)}`)).toEqual([shown])
  })

  test('pages follow each other without a gap', async () => {
    for (let count = 0; count < 5; count++) await get(app, account, '/countries')
    const all = (await list()).content.map(({ id }) => id)
    const read: string[] = []
    for (let before: string | null = ''; before !== null; ) {
      const page: Page = await list(`?limit=2&before=${before}`)
      expect(page.hasMore).toBe(page.next !== null)
      read.push(...page.content.map(({ id }) => id))
      before = page.next
    }
    expect(read).toEqual(all)
    expect(all).toHaveLength(6)
  })

  test('a search that looks at much ends, and says where it goes on', async () => {
    await sql`
      insert into requests
        (account_id, mode, id, at, client_id, method, path, query, status, milliseconds, address,
         user_agent, headers)
      select ${account.accountId}, 'test', 'req_0' || lpad(n::text, 12, '0') || 'aaaa', now(), 'c',
             case when n = 1 then 'PUT' else 'GET' end, '/', '', 200, 1, '', '', '{}'
        from generate_series(1, 45000) as n`.execute(app.database)
    const pages: Page[] = []
    for (let before: string | null = ''; before !== null; ) {
      const page: Page = await list(`?method=PUT&before=${before}`)
      pages.push(page)
      before = page.next
    }
    expect(pages.map(({ content }) => content.length)).toEqual([0, 0, 1])
  })

  test('nothing of another account, nor of the other mode', async () => {
    const response = await get(app, account, '/countries')
    const id = String(response.headers['x-request-id'])
    const other = await manager(app, await app.openAccount())
    expect((await manage(app, other, `GET /requests/${id}`)).statusCode).toBe(404)
    expect((await manage(app, caller, `GET /requests/${id}?mode=live`)).statusCode).toBe(404)
    expect((await list('?mode=live')).content).toEqual([])
    const page = (await manage(app, other, 'GET /requests')).json() as Page
    expect(page.content.map((row) => row.id)).not.toContain(id)
  })
})

describe('What is refused', () => {
  test.each([
    ['status', '200x'],
    ['status', '9xx'],
    ['method', 'get'],
    ['transactionId', 'x'],
    ['from', 'yesterday'],
    ['to', '2026-13-01T00:00:00Z'],
    ['before', 'req_1'],
    ['limit', '0'],
    ['q', '%00'],
    ['path', 'x'.repeat(201)],
    ['mode', 'both'],
  ])('%s cannot be %s', async (field, value) => {
    const response = await manage(app, caller, `GET /requests?${field}=${value}`)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ message: `Invalid value provided for field ${field}` })
  })

  test('an id that nothing has, and whoever lacks the scope', async () => {
    for (const id of ['req_0mkstf9c00001Ab3d', 'nonsense']) {
      const response = await manage(app, caller, `GET /requests/${id}`)
      expect(response.json()).toMatchObject({ errorCode: 'REQUEST_NOT_FOUND' })
    }
    const weak = await manager(app, account, ['events:read'])
    expect((await manage(app, weak, 'GET /requests')).statusCode).toBe(403)
  })
})

describe('What is left out', () => {
  test('is counted: of a hundred successes in a second the rest, of failures none', async () => {
    for (let count = 0; count < 105; count++) await get(app, account, '/countries')
    for (let count = 0; count < 5; count++) await get(app, account, '/nothing')
    const { content, omitted } = await list('?limit=200')
    expect(omitted).toEqual({ successes: 5, failures: 0 })
    expect(content.filter(({ status }) => status === 404)).toHaveLength(5)
    // Each page tells of its own time.
    const [{ id } = { id: '' }] = content
    clock.advance(60_000)
    await get(app, account, '/countries')
    expect((await list('?limit=1')).omitted).toEqual({ successes: 0, failures: 0 })
    expect((await list(`?before=${id}`)).omitted).toEqual({ successes: 0, failures: 0 })
    expect((await list(`?from=${clock.now().toISOString()}`)).omitted.successes).toBe(0)
  })
})
