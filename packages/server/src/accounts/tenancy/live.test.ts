import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  getToken,
  manage,
  manager,
  order,
  plainOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { openBulk } from '../../bulk/testing/bulk.ts'
import { randomIds } from '../../core/ids.ts'
import { transact } from '../../storage/database.ts'
import { createSandboxSupplier } from '../../suppliers/index.ts'
import { verifyLedger } from '../../wallet/index.ts'

let app: TestApp
let second: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>
let operator: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  const sandbox = createSandboxSupplier(randomIds)
  const suppliers = [{ ...sandbox, supplies: () => true }]
  app = await createTestApp({ suppliers })
  second = await createSecondApp(app, { suppliers })
  app.start()
  operator = await manager(app, await app.openAccount(), ['operator:read', 'operator:write'])
})

afterAll(async () => {
  expect((await verifyLedger(app.database)).discrepancies).toEqual([])
  await second.close()
  await app.close()
})

beforeEach(async () => {
  account = await app.openAccount({ mode: 'live', balance: 10_000_000_000_000n })
  caller = await manager(app, account)
})

const liveOrder = { ...plainOrder, senderName: 'Acme' }

async function switchLive(verb: 'enable' | 'disable') {
  const path = `POST /operator/accounts/${account.accountId}/${verb}-live` as const
  const { statusCode, body } = await manage(app, operator, path)
  expect(statusCode, body).toBe(200)
}

const askBalance = (server: TestApp) => get(server, account, '/accounts/balance')

const askToken = (server: TestApp) =>
  server.http.inject({
    method: 'POST',
    url: '/oauth/token',
    payload: {
      client_id: account.clientId,
      client_secret: account.clientSecret,
      grant_type: 'client_credentials',
      audience: 'https://giftcards.reloadly.com',
    },
  })

/** Locks the live wallet, as orders under way do. @returns what lets go of it */
async function holdWallet(): Promise<() => Promise<void>> {
  const [held, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = transact(app.database, async (tx) => {
    await app.wallets.lock(tx, [account.accountId], ['live'])
    held.resolve()
    await end.promise
  })
  await held.promise
  return () => {
    end.resolve()
    return holding
  }
}

const waiting = sql`
  select pid from pg_stat_activity
   where datname = current_database() and wait_event_type = 'Lock'
     and query like '%from wallets%for update%'`

async function countWaiting(): Promise<number> {
  return (await waiting.execute(app.database)).rows.length
}

describe('a live client of an account whose live mode is disabled', () => {
  test('buys nothing from then on, is a stranger to every server, and is known again later', async () => {
    for (const server of [app, second]) {
      expect((await askBalance(server)).statusCode).toBe(200)
      expect((await askToken(server)).statusCode).toBe(200)
    }
    await switchLive('disable')
    const before = await readBooks(app)
    for (const server of [app, second]) {
      const refused = await order(server, account, liveOrder)
      expect(refused.statusCode).toBe(401)
      expect(refused.json()).toMatchObject({ errorCode: 'INVALID_TOKEN' })
    }
    expect(await readBooks(app)).toEqual(before)
    for (const server of [app, second]) {
      await expect
        .poll(async () => (await askBalance(server)).json())
        .toMatchObject({ errorCode: 'INVALID_TOKEN' })
      await expect
        .poll(async () => (await askToken(server)).json())
        .toMatchObject({ errorCode: 'INVALID_CREDENTIALS', message: 'Access Denied' })
    }
    await switchLive('enable')
    for (const server of [app, second]) {
      await expect.poll(async () => (await askBalance(server)).statusCode).toBe(200)
      expect((await order(server, account, liveOrder)).statusCode).toBe(200)
    }
  })

  test('buys and reads no card even from a server that has not heard of it yet', async () => {
    const id = await buy(app, account, liveOrder)
    // Without the notification, so that this server still has the client in memory.
    await sql`
      update accounts set live_enabled_at = null where id = ${account.accountId}
    `.execute(app.database)
    expect((await askBalance(app)).statusCode).toBe(200)
    const before = await readBooks(app)
    expect((await order(app, account, liveOrder)).json()).toMatchObject({
      errorCode: 'INVALID_TOKEN',
    })
    expect(await readBooks(app)).toEqual(before)
    const cards = await get(app, account, `/orders/transactions/${id}/cards`)
    expect(cards.json()).toMatchObject({ errorCode: 'INVALID_TOKEN' })
  })

  test('takes neither the clients of test mode with it nor those of other accounts', async () => {
    const other = await app.openAccount({ mode: 'live' })
    const made = await manage(app, caller, 'POST /clients', { name: 'Test' })
    const { clientId, clientSecret } = made.json()
    await switchLive('disable')
    expect(await getToken(app, { clientId, clientSecret })).toEqual(expect.any(String))
    expect((await order(app, other, liveOrder)).statusCode).toBe(200)
  })
})

describe('by hand, in live mode that is disabled', () => {
  test('nothing is bought, and what was bought can be read', async () => {
    const id = await buy(app, account, liveOrder)
    await switchLive('disable')
    const byHand = { ...liveOrder, customIdentifier: 'by-hand' }
    const quote = await manage(app, caller, 'POST /orders/quote?mode=live', byHand)
    const wanted = { ...byHand, expectedCost: quote.json().cost }
    const refused = await manage(app, caller, 'POST /orders?mode=live', wanted)
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ errorCode: 'LIVE_NOT_ENABLED' })
    const page = await manage(app, caller, `GET /orders/${id}?mode=live`)
    expect(page.json()).toMatchObject({ transactionId: id, status: 'SUCCESSFUL' })
    const body = { reason: 'For the customer' }
    const revealed = await manage(app, caller, `POST /orders/${id}/reveal?mode=live`, body)
    expect(revealed.json().cards).toHaveLength(1)
  })
})

describe('disabling live mode while its wallet is locked', () => {
  test('holds at once, and is answered when what was under way has ended', async () => {
    const before = await readBooks(app)
    const release = await holdWallet()
    const late = order(app, account, liveOrder)
    await expect.poll(countWaiting).toBe(1)
    const disabling = switchLive('disable')
    await expect.poll(countWaiting).toBe(2)
    expect(await app.accounts.get(account.accountId)).toMatchObject({ liveEnabledAt: null })
    await release()
    await disabling
    expect((await late).json()).toMatchObject({ errorCode: 'INVALID_TOKEN' })
    expect(await readBooks(app)).toEqual(before)
  })

  test('holds also when that takes too long, and then waits when it is asked again', async () => {
    const before = await readBooks(app)
    const release = await holdWallet()
    const path = `POST /operator/accounts/${account.accountId}/disable-live` as const
    const disabling = manage(app, operator, path)
    await expect.poll(countWaiting).toBe(1)
    // As PostgreSQL itself does when a statement has waited too long.
    await sql`select pg_cancel_backend(pid) from (${waiting}) as waiting`.execute(app.database)
    expect((await disabling).json()).toMatchObject({ errorCode: 'SERVICE_UNAVAILABLE' })
    const { liveDisabledAt } = await app.accounts.get(account.accountId)
    expect(liveDisabledAt).toBeInstanceOf(Date)
    const { rows: recorded } = await sql`
      select status, error_code as code from audit_log
       where account_id = ${account.accountId} and action = 'disableLive'`.execute(app.database)
    expect(recorded).toEqual([{ status: 503, code: 'SERVICE_UNAVAILABLE' }])
    await release()
    expect((await order(app, account, liveOrder)).statusCode).toBe(401)
    await switchLive('disable')
    expect(await readBooks(app)).toEqual(before)
    expect((await app.accounts.get(account.accountId)).liveDisabledAt).toEqual(liveDisabledAt)
  })
})

describe('a bulk order in live mode that is disabled', () => {
  const csvOf = (rows: number) =>
    `productId,unitPrice,senderName,recipientEmail\n${Array.from(
      { length: rows },
      (_, index) => `5,10,Acme,r${index}@x.io\n`,
    ).join('')}`

  test('pauses, buys nothing, and buys its rows once it is enabled again', async () => {
    const bulk = openBulk(app, caller, 'live')
    const draft = await bulk.create({ csv: csvOf(60) })
    const before = await readBooks(app)
    const release = await holdWallet()
    await bulk.command(draft, 'start')
    await expect.poll(countWaiting).toBe(1)
    const disabling = switchLive('disable')
    await expect.poll(countWaiting).toBe(2)
    await release()
    await disabling
    const paused = await bulk.until(draft, 'paused')
    expect(paused).toMatchObject({
      pauseReason: 'live_disabled',
      rows: { ready: 60, placed: 0, failed: 0 },
    })
    expect(await readBooks(app)).toEqual(before)
    expect(await bulk.events('bulk_order.paused')).toMatchObject([
      { bulkOrderId: draft.id, reason: 'live_disabled' },
    ])
    const refused = await bulk.send(`POST /bulk-orders/${draft.id}/resume`)
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ errorCode: 'LIVE_NOT_ENABLED' })
    await switchLive('enable')
    await bulk.command(draft, 'resume')
    expect(await bulk.until(draft, 'completed')).toMatchObject({
      rows: { placed: 60, failed: 0, skipped: 0 },
    })
  })

  test('is not started, and can be cancelled', async () => {
    const bulk = openBulk(app, caller, 'live')
    const draft = await bulk.create({ csv: csvOf(1) })
    await switchLive('disable')
    const refused = await bulk.send(`POST /bulk-orders/${draft.id}/start`)
    expect(refused.json()).toMatchObject({ errorCode: 'LIVE_NOT_ENABLED' })
    expect(await bulk.command(draft, 'cancel')).toMatchObject({ state: 'cancelled' })
    const again = await bulk.send(`POST /bulk-orders/${draft.id}/start`)
    expect(again.json()).toMatchObject({ errorCode: 'BULK_ORDER_IN_WRONG_STATE' })
    const unknown = await bulk.send('POST /bulk-orders/999999/start')
    expect(unknown.json()).toMatchObject({ errorCode: 'BULK_ORDER_NOT_FOUND' })
  })
})
