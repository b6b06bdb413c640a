import { once } from 'node:events'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  manage,
  manager,
  plainOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import type { Owner } from '../accounts/index.ts'
import { transact } from '../storage/database.ts'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})

afterAll(() => app.close())

interface EventOut {
  readonly sequence: number
  readonly id: string
  readonly type: string
  readonly mode: string
  readonly createdAt: string
  readonly data: Record<string, unknown>
}

interface Page {
  readonly content: readonly EventOut[]
  readonly lastSequence: number
  readonly hasMore: boolean
}

type Caller = Pick<TestAccount, 'headers'>

async function read(caller: Caller, query = '', from: TestApp = app): Promise<Page> {
  const response = await manage(from, caller, `GET /events?${query}`)
  expect(response.statusCode).toBe(200)
  return response.json() as Page
}

const typesOf = ({ content }: Page) => content.map(({ type }) => type)
const sequencesOf = ({ content }: Page) => content.map(({ sequence }) => sequence)

async function open(options?: Parameters<TestApp['openAccount']>[0]) {
  const account = await app.openAccount(options)
  const caller = await manager(app, account)
  const owner: Owner = { accountId: account.accountId, mode: options?.mode ?? 'test' }
  return { account, caller, owner }
}

const fund = (owner: Owner, amount: bigint) =>
  transact(app.database, (tx) => app.wallets.fund(tx, { ...owner, amount }))

/** What an account has been told when it has just been opened. */
const OPENED = ['wallet.funded', 'client.created']

describe('the feed', () => {
  test('tells of an order that has just been answered', async () => {
    const { account, caller } = await open()
    for (let count = 1; count <= 3; count++) {
      const id = await buy(app, account)
      const page = await read(caller, 'after=2')
      expect(page.content).toHaveLength(count)
      expect(page.content.at(-1)).toMatchObject({
        type: 'order.successful',
        data: { transactionId: id },
      })
    }
  })

  test('an order is told as the whole transaction that the Gift Cards API shows', async () => {
    const { account, caller } = await open()
    const id = await buy(app, account, { ...plainOrder, customIdentifier: 'told' })
    const [event] = (await read(caller, 'after=2')).content
    const { body } = await get(app, account, `/reports/transactions/${id}`)
    const response = await manage(app, caller, 'GET /events/3')
    expect(response.body).toContain(`"data":${body}`)
    expect(event).toEqual({
      sequence: 3,
      id: `evt_${account.accountId}_test_3`,
      type: 'order.successful',
      mode: 'test',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      data: JSON.parse(body),
    })
  })

  test('numbers events from 1 without gaps, whoever appends them at the same time', async () => {
    const { account, caller, owner } = await open()
    const second = await createSecondApp(app)
    const work = Array.from({ length: 40 }, (_, index) =>
      index % 4 === 0 ? fund(owner, 1_000_000n) : buy(index % 2 === 0 ? app : second, account),
    )
    const reading = Array.from({ length: 10 }, () => read(caller, '', second))
    await Promise.all([...work, ...reading])
    await second.close()
    const page = await read(caller, 'limit=1000')
    expect(sequencesOf(page)).toEqual(Array.from({ length: 42 }, (_, index) => index + 1))
    const orders = page.content.filter(({ type }) => type === 'order.successful')
    expect(new Set(orders.map(({ data }) => data.transactionId)).size).toBe(30)
    expect(page.content.filter(({ type }) => type === 'wallet.funded')).toHaveLength(11)
  })

  test('begins while somebody else has the account locked', async () => {
    const { account, caller } = await open()
    const live: Owner = { accountId: account.accountId, mode: 'live' }
    const fact = { type: 'client.revoked', data: { clientId: 'gone' } } as const
    await transact(app.database, async (other) => {
      await app.accounts.lock(other, live.accountId)
      await transact(app.database, (tx) => app.events.emit(tx, live, fact))
    })
    expect(typesOf(await read(caller, 'mode=live'))).toEqual(['client.revoked'])
  })

  test('puts what happened after an order behind it', async () => {
    const { account, caller, owner } = await open()
    await buy(app, account)
    await fund(owner, 5_000_000n)
    await buy(app, account)
    await app.accounts.revokeClient(account.clientId)
    expect(typesOf(await read(caller))).toEqual([
      ...OPENED,
      'order.successful',
      'wallet.funded',
      'order.successful',
      'client.revoked',
    ])
  })

  test('comes in pages that know what follows', async () => {
    const { account, caller } = await open()
    for (let count = 0; count < 5; count++) await buy(app, account)
    expect(await read(caller, 'limit=4')).toMatchObject({ lastSequence: 4, hasMore: true })
    const rest = await read(caller, 'limit=4&after=4')
    expect(sequencesOf(rest)).toEqual([5, 6, 7])
    expect(rest).toMatchObject({ lastSequence: 7, hasMore: false })
    expect(await read(caller, 'after=7')).toEqual({
      content: [],
      lastSequence: 7,
      hasMore: false,
    })
  })

  test('says with a filter how far it has looked', async () => {
    const { account, caller, owner } = await open()
    await buy(app, account)
    await fund(owner, 1n)
    await buy(app, account)
    const page = await read(caller, 'types=wallet.funded,client.created&limit=3')
    expect(typesOf(page)).toEqual(['wallet.funded', 'client.created', 'wallet.funded'])
    expect(page).toMatchObject({ lastSequence: 4, hasMore: true })
    expect(await read(caller, 'types=wallet.funded&after=4')).toEqual({
      content: [],
      lastSequence: 5,
      hasMore: false,
    })
  })

  test('never changes: the database refuses', async () => {
    const change = sql`update events set type = 'x'`.execute(app.database)
    await expect(change).rejects.toThrow('append-only')
  })

  test('has nothing secret in it', async () => {
    const { account, caller, owner } = await open()
    const id = await buy(app, account)
    const { body: cards } = await get(app, account, `/orders/transactions/${id}/cards`)
    const [card] = JSON.parse(cards) as { cardNumber: string; pinCode: string }[]
    const { rows } = await sql<{ text: string }>`
      select string_agg(e::text, ' ') as text from events e
       where account_id = ${owner.accountId}`.execute(app.database)
    const told = JSON.stringify(await read(caller)) + rows[0]?.text
    for (const secret of [card?.cardNumber, card?.pinCode, account.clientSecret]) {
      if (secret) expect(told).not.toContain(secret)
    }
  })
})

describe('long polling', () => {
  test('an order answers a waiting request, also one that another process placed', async () => {
    const { account, caller } = await open()
    const second = await createSecondApp(app)
    for (const [index, from] of [app, second].entries()) {
      const waiting = read(caller, `after=${2 + index}&wait=30`)
      const id = await buy(from, account)
      expect((await waiting).content).toMatchObject([{ data: { transactionId: id } }])
    }
    await second.close()
  })

  test('without news a request is answered when it has waited', async () => {
    const { caller } = await open()
    expect(await read(caller, 'after=2&wait=1')).toMatchObject({ content: [], lastSequence: 2 })
  })

  test('a caller who is ahead of the feed is told where it ends', async () => {
    const { caller } = await open()
    expect(await read(caller, 'after=999&wait=30')).toEqual({
      content: [],
      lastSequence: 2,
      hasMore: false,
    })
  })

  test('a filter waits for its own types', async () => {
    const { account, caller, owner } = await open()
    const waiting = read(caller, 'after=2&wait=30&types=wallet.funded')
    await buy(app, account)
    await fund(owner, 2_000_000n)
    expect(await waiting).toMatchObject({ content: [{ sequence: 4 }], lastSequence: 4 })
  })

  test('a server that stops answers whoever waits', async () => {
    const { caller } = await open()
    const second = await createSecondApp(app)
    const url = await second.http.listen({ port: 0, host: '127.0.0.1' })
    const arrived = once(second.http.server, 'request')
    const { headers } = caller
    const waiting = fetch(`${url}/manage/v1/events?after=2&wait=30`, { headers })
    await arrived
    await second.close()
    expect(await (await waiting).json()).toMatchObject({ content: [], lastSequence: 2 })
  })
})

describe('a low balance', () => {
  const setThreshold = (caller: Caller, lowBalanceThreshold: unknown) =>
    manage(app, caller, 'PATCH /wallet', { lowBalanceThreshold } as object)

  test('is told once for each time that the balance falls below the threshold', async () => {
    const { account, caller, owner } = await open({ balance: 20_000_000_000n })
    expect((await setThreshold(caller, '15000.5')).json()).toMatchObject({
      lowBalanceThreshold: 15_000.5,
    })
    for (let count = 0; count < 3; count++) await buy(app, account)
    await fund(owner, 15_000_000_000n)
    await fund(owner, -10_000_000_000n)
    const page = await read(caller)
    const alerts = page.content.filter(({ type }) => type === 'wallet.low_balance')
    expect(alerts).toHaveLength(2)
    const first = page.content[2]?.data.balanceInfo as { newBalance: number } | undefined
    expect(alerts[0]?.data).toEqual({
      balance: first?.newBalance,
      threshold: 15_000.5,
      currencyCode: 'NGN',
      transactionId: page.content[2]?.data.transactionId,
    })
    expect(alerts[1]?.data).toMatchObject({ transactionId: null })
  })

  test('is shown with the balance', async () => {
    const { account, caller } = await open()
    await setThreshold(caller, 25)
    const { body } = await get(app, account, '/accounts/balance')
    expect(body).toContain('"lowBalanceThreshold":25.000000')
  })

  test('orders before a change of the threshold are judged by the one before', async () => {
    const { account, caller } = await open({ balance: 20_000_000_000n })
    await buy(app, account)
    await setThreshold(caller, 19_000)
    expect(typesOf(await read(caller))).not.toContain('wallet.low_balance')
  })

  test.each([-1, 'much', '1.2345678', '9'.repeat(30), null])(
    'a threshold of %s is refused by its name',
    async (threshold) => {
      const { caller } = await open()
      const response = await setThreshold(caller, threshold)
      expect(response.statusCode).toBe(400)
      expect(response.json().message).toContain('lowBalanceThreshold')
    },
  )
})

describe('who may read', () => {
  test('an account sees its own events, and those of one mode at a time', async () => {
    const one = await open()
    const other = await open({ mode: 'live' })
    await buy(app, one.account)
    expect((await read(one.caller, 'mode=live')).content).toEqual([])
    expect((await read(other.caller)).content).toEqual([])
    expect(typesOf(await read(other.caller, 'mode=live'))).toEqual(OPENED)
    expect((await manage(app, other.caller, 'GET /events/3?mode=live')).statusCode).toBe(404)
  })

  test.each(['events', 'events/1'])('%s needs a token with the scope', async (path) => {
    const { account } = await open()
    const weak = await manager(app, account, ['webhooks:read'])
    const refused = await manage(app, weak, `GET /${path}`)
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ errorCode: 'INSUFFICIENT_SCOPE' })
    expect(refused.json().message).toContain('events:read')
    for (const authorization of ['', 'Bearer', 'Bearer scrip_x', account.headers.authorization]) {
      const response = await manage(app, { headers: { authorization } }, `GET /${path}`)
      expect(response.statusCode).toBe(401)
      expect(response.json()).toMatchObject({ errorCode: 'INVALID_TOKEN' })
    }
  })

  test.each([
    ['after=-1', 'after'],
    ['after=x', 'after'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['wait=31', 'wait'],
    ['types=order.nonsense', 'types'],
    ['types=', 'types'],
    ['mode=both', 'mode'],
  ])('%s is refused by its name', async (query, field) => {
    const { caller } = await open()
    const response = await manage(app, caller, `GET /events?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.json().message).toContain(field)
  })

  test.each(['0', '4', 'x', '999999999999999999', '9999999999999999999'])(
    'event %s does not exist',
    async (sequence) => {
      const { caller } = await open()
      const response = await manage(app, caller, `GET /events/${sequence}`)
      expect(response.statusCode).toBe(404)
      expect(response.json()).toMatchObject({ errorCode: 'EVENT_NOT_FOUND' })
    },
  )
})
