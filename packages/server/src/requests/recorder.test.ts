import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { randomIds } from '../core/ids.ts'
import { createTimedIds } from '../core/timed-ids.ts'
import { createDatabase, type Database } from '../storage/database.ts'
import type { Exchange } from './model.ts'
import { createRequestLogs } from './service.ts'

const log = pino({ level: 'silent' })
const clock = createManualClock(new Date('2026-03-01T00:00:00.000Z'))
const nextId = createTimedIds('req_', clock, randomIds)
let app: TestApp

beforeAll(async () => {
  app = await createTestApp({ clock })
})

afterAll(() => app.close())

function createLogs(database: Database) {
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  return { ...createRequestLogs({ database, clock, identify: () => undefined, onError }), errors }
}

const exchange = (accountId: bigint, more: Partial<Exchange> = {}): Exchange => ({
  id: nextId(),
  route: '/countries',
  principal: { accountId, mode: 'test', clientId: 'client' },
  status: 200,
  milliseconds: 1.2345,
  authorization: undefined,
  requestBody: undefined,
  responseBody: '{}',
  describe: () => ({
    method: 'GET',
    params: {},
    url: '/countries?a=%00',
    headers: { 'user-agent': 'x\0y' },
    address: '127.0.0.1',
  }),
  ...more,
})

const countOf = async (accountId: bigint): Promise<bigint> => {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from requests where account_id = ${accountId}`.execute(app.database)
  return rows[0]?.count ?? 0n
}

const everything = {
  ...{ method: undefined, path: undefined, statuses: undefined, clientId: undefined },
  ...{ errorCode: undefined, orderId: undefined, text: undefined, limit: 50 },
  ...{ from: undefined, to: undefined, before: undefined },
}

test('what was recorded is written by itself, a quarter of a second later', async () => {
  const logs = createLogs(app.database)
  logs.start()
  logs.record(exchange(1n))
  await expect.poll(() => countOf(1n)).toBe(1n)
  await logs.stop()
})

test('what is left when the server stops is written', async () => {
  const logs = createLogs(app.database)
  for (let count = 0; count < 700; count++) {
    if (count % 100 === 0) clock.advance(1_000)
    logs.record(exchange(2n))
  }
  await logs.stop()
  expect(await countOf(2n)).toBe(700n)
})

test('while the database is away only the writing fails', async () => {
  const away = createDatabase({ connection: { host: '/nowhere' }, poolSize: 1, log })
  const logs = createLogs(away)
  for (let count = 0; count < 6_000; count++) {
    if (count % 500 === 0) clock.advance(1_000)
    logs.record(exchange(3n, { status: 404 }))
  }
  await logs.stop()
  expect(logs.errors).toHaveLength(1)
  await away.destroy()
})

test('an exchange that cannot be described is counted, and keeps no other from it', async () => {
  const logs = createLogs(app.database)
  logs.record(exchange(4n, { status: 404, responseBody: '{broken' }))
  logs.record(exchange(5n))
  const read = (accountId: bigint) => logs.requests.list({ accountId, mode: 'test' }, everything)
  expect((await read(5n)).requests).toHaveLength(1)
  expect(await read(4n)).toMatchObject({ requests: [], omitted: { successes: 0, failures: 1 } })
  expect(logs.errors).toHaveLength(1)
})

test('after a week a request is deleted, and what was counted with it', async () => {
  const logs = createLogs(app.database)
  for (let count = 0; count < 101; count++) logs.record(exchange(6n))
  await logs.requests.list({ accountId: 6n, mode: 'test' }, everything)
  clock.advance(7 * 24 * 3_600_000)
  await logs.deleteOld()
  expect(await countOf(6n)).toBe(100n)
  clock.advance(60_000)
  expect(await logs.deleteOld()).toBeGreaterThanOrEqual(100)
  expect(await countOf(6n)).toBe(0n)
  const { omitted } = await logs.requests.list({ accountId: 6n, mode: 'test' }, everything)
  expect(omitted).toEqual({ successes: 0, failures: 0 })
})
