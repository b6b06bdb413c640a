import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { stateOf } from './model.ts'

let app: TestApp
let account: TestAccount
let operator: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
  operator = await manager(app, account, ['operator:read', 'operator:write'])
})

afterAll(() => app.close())

async function look() {
  const response = await manage(app, operator, 'GET /operator/health')
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}

async function verify() {
  const response = await manage(app, operator, 'POST /operator/verify-ledger')
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}

describe('the health', () => {
  test('says what runs, on what, and since when', async () => {
    const health = await look()
    expect(health).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      // The tests have no data directory.
      disk: null,
      database: { postgresVersion: expect.stringMatching(/^\d+/) },
      ledger: null,
    })
    const { milliseconds, schemaVersion, sizeBytes, connections, connectionsMax } = health.database
    expect(milliseconds).toBeGreaterThanOrEqual(0)
    expect(schemaVersion).toBeGreaterThanOrEqual(11)
    expect(sizeBytes).toBeGreaterThan(1_000_000)
    expect(connections).toBeLessThanOrEqual(connectionsMax)
    expect(health.residentBytes).toBeGreaterThan(health.heapBytes)
  })

  test('counts what waits, and says since when it is late', async () => {
    const nothing = { count: 0, dueLater: 0, lateSince: null }
    expect((await look()).waiting).toEqual({
      jobs: nothing,
      deliveries: nothing,
      messages: nothing,
      events: nothing,
    })
    await buy(app, account)
    const late = new Date('2026-01-31T12:00:00Z')
    const { accountId } = account
    await sql`
      insert into messages (account_id, mode, order_id, channel, copy, recipient, locale, telling,
                            state, due_at, created_at, updated_at)
      values (${accountId}, 'live', 1, 'email', 0, 'a@b.example', 'en', 'code', 'queued', ${late},
              ${late}, ${late})`.execute(app.database)
    await sql`
      insert into webhook_deliveries (account_id, mode, endpoint_id, sequence, due_at, updated_at)
      select ${accountId}, 'test', 'we_1', n, now() + interval '1 hour', now()
        from generate_series(1, 3) n`.execute(app.database)
    const { waiting } = await look()
    expect(waiting).toMatchObject({
      deliveries: { count: 3, dueLater: 3, lateSince: null },
      messages: { count: 1, dueLater: 0, lateSince: late.toISOString() },
      events: { count: 1, lateSince: expect.any(String) },
    })
    await app.events.catchUp({ accountId, mode: 'test' })
    expect((await look()).waiting.events).toEqual(nothing)
  })

  test('counts jobs as soon as there are any', async () => {
    await sql`create schema jobs`.execute(app.database)
    await sql`create table jobs.job (state text, start_after timestamptz)`.execute(app.database)
    await sql`insert into jobs.job values ('created', now()), ('active', now())`.execute(
      app.database,
    )
    expect((await look()).waiting.jobs).toMatchObject({ count: 1, lateSince: expect.any(String) })
    await sql`drop schema jobs cascade`.execute(app.database)
  })
})

describe('a verification of the ledger', () => {
  test('passes when the books are in order, and is the last one then', async () => {
    const verification = await verify()
    expect(verification).toMatchObject({
      state: 'PASSED',
      startedBy: 'Test',
      discrepancies: [],
      error: null,
    })
    expect(verification.orders).toBeGreaterThan(0)
    expect((await look()).ledger).toEqual(verification)
  })

  test('says what it finds', async () => {
    await sql`update wallets set balance = balance + 1`.execute(app.database)
    const found = await verify()
    expect(found.state).toBe('DISCREPANCIES')
    expect(found.discrepancies[0]).toContain('a balance is the sum of its entries')
    expect(found.discrepancies[0]).toContain(`Account ${account.accountId}, test`)
    await sql`update wallets set balance = balance - 1`.execute(app.database)
    expect((await verify()).state).toBe('PASSED')
  })

  test('is one for all who ask at once', async () => {
    const [one, other] = await Promise.all([verify(), verify()])
    expect(other.id).toBe(one.id)
  })

  test('that never ended has failed', () => {
    const startedAt = new Date('2026-01-31T12:00:00Z')
    const unfinished = { id: 1n, startedBy: 'x', finishedAt: null, result: null, error: null }
    const after = (hours: number) => new Date(startedAt.getTime() + hours * 3_600_000)
    expect(stateOf({ ...unfinished, startedAt }, after(1))).toBe('RUNNING')
    expect(stateOf({ ...unfinished, startedAt }, after(25))).toBe('FAILED')
  })
})

test('only operators may look', async () => {
  const owner = await manager(app, account, ['*'])
  expect((await manage(app, owner, 'GET /operator/health')).statusCode).toBe(403)
  const reader = await manager(app, account, ['operator:read'])
  expect((await manage(app, reader, 'GET /operator/health')).statusCode).toBe(200)
  expect((await manage(app, reader, 'POST /operator/verify-ledger')).statusCode).toBe(403)
})
