import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createSink, type Sink, type SinkAnswer } from '../../test/sink.ts'
import type { Owner } from '../accounts/index.ts'
import { createManualClock } from '../core/clock.ts'
import { type Executor, transact } from '../storage/database.ts'
import { requeue, updateDeliveries } from './queue/store.ts'

const clock = createManualClock(new Date())
let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>
let sink: Sink
let path: string

beforeAll(async () => {
  app = await createTestApp({ clock }, { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' })
  app.start()
})

afterAll(() => app.close())

beforeEach(async () => {
  sink = await createSink()
  account = await app.openAccount()
  caller = await manager(app, account)
  const made = await manage(app, caller, 'POST /webhook-endpoints', {
    url: sink.url,
    events: ['order.successful'],
  })
  path = `/webhook-endpoints/${made.json<{ id: string }>().id}`
})

afterEach(() => sink.close())

const isEnabled = async () =>
  (await manage(app, caller, `GET ${path}`)).json<{ isEnabled: boolean }>().isEnabled

const delivery = async () => {
  const list = await manage(app, caller, `GET ${path}/deliveries`)
  return list.json<{ content: { state: string; attempts: number; nextAttemptAt: string }[] }>()
    .content[0]
}

/** Of all endpoints, also those that are gone. */
async function countAttempts(): Promise<bigint | undefined> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from webhook_attempts
     where account_id = ${account.accountId}`.execute(app.database)
  return rows[0]?.count
}

/** The sink answers its next request when told to. */
function hold() {
  const { promise, resolve } = Promise.withResolvers<SinkAnswer>()
  sink.answer = () => promise
  return resolve
}

test('an event that is answered with 410 is sent when the endpoint is enabled again', async () => {
  sink.answer = () => 410
  await buy(app, account)
  await expect.poll(isEnabled).toBe(false)
  await expect.poll(delivery).toMatchObject({ state: 'pending', attempts: 1 })
  sink.answer = () => 200
  await manage(app, caller, `PATCH ${path}`, { isEnabled: true })
  await expect.poll(delivery).toMatchObject({ state: 'delivered', attempts: 2 })
})

test('410 from an address that the endpoint no longer has does not disable it', async () => {
  const answer = hold()
  await buy(app, account)
  await sink.until(1)
  await manage(app, caller, `PATCH ${path}`, { url: `${sink.url}/new` })
  sink.answer = () => 200
  answer(410)
  await expect.poll(delivery).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(await isEnabled()).toBe(true)
})

test('an event that is asked for amid its last attempt is sent again when that fails', async () => {
  sink.answer = () => 500
  await buy(app, account)
  for (let count = 1; count <= 10; count++) {
    await expect.poll(delivery).toMatchObject({ attempts: count })
    const held = count === 10 ? hold() : undefined
    clock.set(new Date((await delivery())?.nextAttemptAt ?? ''))
    // Wakes the worker, which would notice the time within a second.
    await manage(app, caller, `PATCH ${path}`, { description: `${count}` })
    if (held === undefined) continue
    await sink.until(11)
    sink.answer = () => 500
    expect((await manage(app, caller, `POST ${path}/deliveries/4/resend`)).statusCode).toBe(202)
    await sink.until(12)
    held(500)
  }
  await expect.poll(delivery).toMatchObject({ state: 'pending', attempts: 12 })
})

test('what is under way when its endpoint is deleted is recorded, and nothing follows', async () => {
  const answer = hold()
  await buy(app, account)
  await sink.until(1)
  expect((await manage(app, caller, `DELETE ${path}`)).statusCode).toBe(204)
  expect(await isEnabled()).toBeUndefined()
  answer(500)
  await expect.poll(countAttempts).toBe(1n)
  sink.answer = () => 200
  // Another endpoint shows that the worker has looked for what is due since then.
  const url = `${sink.url}/other`
  const made = await manage(app, caller, 'POST /webhook-endpoints', { url, events: ['*'] })
  path = `/webhook-endpoints/${made.json<{ id: string }>().id}`
  clock.advance(60_000)
  await buy(app, account)
  await expect.poll(delivery).toMatchObject({ state: 'delivered' })
  expect(sink.received).toHaveLength(2)
  expect(await countAttempts()).toBe(2n)
})

test('what becomes of deliveries is written in the order in which a resend locks them', async () => {
  const owner: Owner = { accountId: account.accountId, mode: 'test' }
  const id = path.split('/').at(-1) ?? ''
  const now = clock.now()
  const [first, second] = [1_000_001n, 1_000_002n]
  const due = new Date(now.getTime() + 3_600_000)
  await transact(app.database, (tx) => requeue(tx, { owner, id }, [first, second], due))
  const steps = [second, first].map((sequence) => ({
    ...{ owner, id, sequence, tries: 0, leaseEnd: due, dueAt: now },
    state: 'delivered' as const,
  }))
  const lock = (tx: Executor, sequence: bigint) =>
    sql`
      select from webhook_deliveries
       where account_id = ${owner.accountId} and endpoint_id = ${id} and sequence = ${sequence}
         for update skip locked`.execute(tx)
  const holder = await app.database.startTransaction().execute()
  await lock(holder, first)
  const writing = transact(app.database, (tx) => updateDeliveries(tx, steps, now))
  await expect.poll(() => isWaiting()).toBe(true)
  const { rows } = await lock(holder, second)
  await holder.rollback().execute()
  await writing
  expect(rows).toHaveLength(1)
})

/** Whether a statement waits for a lock. */
async function isWaiting(): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`.execute(app.database)
  return rows.length > 0
}
