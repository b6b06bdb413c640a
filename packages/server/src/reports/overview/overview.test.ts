import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  getToken,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { insertManyOrders } from '../../../test/many-orders.ts'
import { createManualClock } from '../../core/clock.ts'

interface Overview {
  readonly wallet: { readonly balance: number; readonly runwayDays: number | null }
  readonly orders: {
    readonly today: { readonly orders: number; readonly spent: number }
    readonly thisMonth: { readonly orders: number; readonly spent: number }
    readonly days: readonly { readonly day: string; readonly orders: number }[]
    readonly failed: number
    readonly stuck: number
  }
  readonly messages: object
  readonly webhooks: object
  readonly pendingFunding: number
  readonly firstSteps: object
}

const clock = createManualClock(new Date('2026-03-01T12:00:00Z'))
let app: TestApp

beforeAll(async () => {
  app = await createTestApp({ clock })
})
afterAll(() => app.close())

async function look(account: TestAccount, query = ''): Promise<Overview> {
  const response = await manage(app, await manager(app, account), `GET /overview${query}`)
  expect(response.statusCode).toBe(200)
  return response.json() as Overview
}

const withToken = async (account: TestAccount) => ({
  headers: { authorization: `Bearer ${await getToken(app, account)}` },
})

describe('an overview', () => {
  test('of a new account has nothing but its money', async () => {
    const overview = await look(await app.openAccount())
    expect(overview).toMatchObject({
      wallet: { balance: 1_000_000, runwayDays: null },
      orders: {
        today: { orders: 0, spent: 0 },
        thisMonth: { orders: 0, spent: 0 },
        failed: 0,
        stuck: 0,
      },
      messages: { waiting: 0, failed: 0, bounced: 0 },
      webhooks: { enabled: 0, disabled: 0, failing: 0, failedDeliveries: 0 },
      pendingFunding: 0,
    })
    expect(overview.orders.days).toHaveLength(30)
  })

  test('counts orders by the days of the time zone', async () => {
    const account = await app.openAccount()
    clock.set(new Date('2026-03-31T23:30:00Z'))
    await buy(app, await withToken(account))
    clock.set(new Date('2026-04-01T10:00:00Z'))
    await buy(app, await withToken(account))
    const utc = await look(account)
    expect(utc.orders.today.orders).toBe(1)
    expect(utc.orders.thisMonth.orders).toBe(1)
    expect(utc.orders.days.slice(-2).map(({ orders }) => orders)).toEqual([1, 1])
    const lagos = await look(account, '?timeZone=Africa/Lagos')
    expect(lagos.orders.today.orders).toBe(2)
    expect(lagos.orders.thisMonth.orders).toBe(2)
    expect(lagos.orders.days.at(-1)).toMatchObject({ day: '2026-04-01', orders: 2 })
    expect(lagos.orders.today.spent).toBeCloseTo(1_000_000 - lagos.wallet.balance, 6)
  })

  test('says what needs somebody', async () => {
    const account = await app.openAccount()
    const { database } = app
    const owner = { accountId: account.accountId }
    await insertManyOrders(database, { count: 1_500, owners: [owner], interval: 1 })
    await sql`
      update orders set status = 'FAILED', created_at = ${clock.now()}
       where account_id = ${account.accountId} and id in
             (select id from orders where account_id = ${account.accountId} limit 5)`.execute(
      database,
    )
    const { rows } = await sql<{ stuck: bigint; failed: bigint }>`
      select count(*) filter (where status in ('PENDING', 'PROCESSING')) as stuck,
             count(*) filter (where status = 'FAILED'
                                and created_at >= ${clock.now()}::timestamptz - interval '1 day')
               as failed
        from orders where account_id = ${account.accountId}`.execute(database)
    const { orders } = await look(account)
    expect(orders.stuck).toBe(Number(rows[0]?.stuck))
    expect(orders.failed).toBe(Number(rows[0]?.failed))
    expect(orders.stuck).toBeGreaterThan(0)
  })

  test('counts up to a thousand of what is in trouble', async () => {
    const account = await app.openAccount()
    await insertManyOrders(app.database, {
      count: 2_000,
      owners: [{ accountId: account.accountId }],
    })
    await sql`
      update orders set status = 'PROCESSING', created_at = '2026-01-01T00:00:00Z'
       where account_id = ${account.accountId}`.execute(app.database)
    expect((await look(account)).orders.stuck).toBe(1_000)
  })

  test('counts messages that did not arrive, and endpoints that do not answer', async () => {
    const account = await app.openAccount()
    await buy(app, await withToken(account), {
      productId: 5,
      quantity: 1,
      unitPrice: 10,
      recipientEmail: 'jane@example.com',
    })
    const caller = await manager(app, account)
    await manage(app, caller, 'GET /messages')
    await sql`
      update messages set state = 'bounced', updated_at = ${clock.now()}
       where account_id = ${account.accountId}`.execute(app.database)
    const body = { url: 'https://shop.example/hooks', events: ['*'] }
    const made = await manage(app, caller, 'POST /webhook-endpoints', body)
    await manage(app, caller, 'POST /webhook-endpoints', body)
    const path = `/webhook-endpoints/${(made.json() as { id: string }).id}`
    await manage(app, caller, `PATCH ${path}`, { isEnabled: false })
    await sql`
      update webhook_endpoints set failing_since = ${clock.now()}
       where account_id = ${account.accountId} and is_enabled`.execute(app.database)
    await sql`
      insert into webhook_deliveries
             (account_id, mode, endpoint_id, sequence, state, due_at, updated_at)
      select account_id, mode, id, n, 'failed', ${clock.now()}::timestamptz,
             ${clock.now()}::timestamptz - n * interval '10 hours'
        from webhook_endpoints, generate_series(1, 3) as n
       where account_id = ${account.accountId} and is_enabled`.execute(app.database)
    expect(await look(account)).toMatchObject({
      messages: { waiting: 0, failed: 0, bounced: 1 },
      webhooks: { enabled: 1, disabled: 1, failing: 1, failedDeliveries: 2 },
    })
    clock.advance(8 * 86_400_000)
    expect(await look(account)).toMatchObject({ messages: { bounced: 0 } })
  })

  test('knows which first steps were taken', async () => {
    const account = await app.openAccount()
    const steps = async () => (await look(account)).firstSteps
    const program = await withToken(account)
    expect((await get(app, program, '/products/999999999')).statusCode).toBe(404)
    expect(await steps()).toMatchObject({ catalogueRead: false, firstOrder: false })
    expect((await get(app, program, '/products?size=1')).statusCode).toBe(200)
    await expect.poll(steps).toMatchObject({ catalogueRead: true, firstOrder: false })
    await buy(app, program)
    // Behind the requests, once in a while; see the clients.
    await sql`
      update clients set last_used_at = ${clock.now()} where id = ${account.clientId}`.execute(
      app.database,
    )
    expect(await steps()).toEqual({ tokenFetched: true, catalogueRead: true, firstOrder: true })
  })

  test('is of one mode, and of one account', async () => {
    const account = await app.openAccount()
    await buy(app, await withToken(account))
    const live = await manage(app, await manager(app, account), 'GET /overview?mode=live')
    expect(live.json()).toMatchObject({ errorCode: 'WALLET_NOT_FOUND' })
    const stranger = await look(await app.openAccount())
    expect(stranger.firstSteps).toMatchObject({ firstOrder: false })
    expect(stranger.orders.thisMonth.orders).toBe(0)
    const blind = await manager(app, account, ['orders:read'])
    expect((await manage(app, blind, 'GET /overview')).statusCode).toBe(403)
    const wrong = await manage(app, await manager(app, account), 'GET /overview?timeZone=Mars')
    expect(wrong.statusCode).toBe(400)
  })
})
