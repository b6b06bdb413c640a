import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  order,
  plainOrder,
  type TestApp,
} from '../../../test/harness.ts'
import { insertManyOrders } from '../../../test/many-orders.ts'
import { DEADLINE_MS } from '../../../test/until.ts'
import { transact } from '../../storage/database.ts'
import type { Owner } from '../filter.ts'
import { listPage } from '../listing/listing.ts'
import { createTallying, tallyNextRun } from './tallying.ts'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})

afterAll(() => app.close())

let accountId = 1n

/** An account with orders that no run has. */
async function withOrders(count: number): Promise<Owner> {
  accountId++
  const owner: Owner = { accountId, mode: 'test' }
  await insertManyOrders(app.database, { count, owners: [owner] })
  return owner
}

interface Summary {
  readonly runs: bigint
  /** Orders of all runs, of all tallies by status, and of all tallies by product. */
  readonly orders: bigint
  readonly byStatus: bigint
  readonly byProduct: bigint
}

async function summarize({ accountId, mode }: Owner): Promise<Summary> {
  const { rows } = await sql<Summary>`
    select count(*) as runs, coalesce(sum(orders), 0)::bigint as orders,
           (select coalesce(sum(orders), 0)::bigint from order_tallies
             where account_id = ${accountId} and mode = ${mode} and product_key = 0) as "byStatus",
           (select coalesce(sum(orders), 0)::bigint from order_tallies
             where account_id = ${accountId} and mode = ${mode} and product_key > 0) as "byProduct"
      from order_runs where account_id = ${accountId} and mode = ${mode}`.execute(app.database)
  if (rows[0] === undefined) throw new Error('Nothing to summarize')
  return rows[0]
}

const whole = (runs: bigint, orders: bigint): Summary => ({
  runs,
  orders,
  byStatus: orders,
  byProduct: orders,
})

/** As long as it takes on a machine that is busy. */
const eventually = (check: () => unknown) =>
  vi.waitFor(check, { interval: 5, timeout: DEADLINE_MS })

const onError = (error: unknown) => {
  throw error
}

test('an order takes its id while its wallet is locked, which runs rely on', async () => {
  const account = await app.openAccount()
  const lastId = () =>
    sql<{ last_value: bigint }>`select last_value from order_ids`
      .execute(app.database)
      .then(({ rows }) => rows[0]?.last_value)
  const waiting = () =>
    sql`select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`.execute(app.database)
  await buy(app, account)
  const before = await lastId()
  let pending: ReturnType<typeof order> | undefined
  await transact(app.database, async (tx) => {
    await sql`select from wallets where account_id = ${account.accountId} for update`.execute(tx)
    pending = order(app, account, plainOrder)
    await eventually(async () => expect((await waiting()).rows).toHaveLength(1))
    expect(await lastId()).toBe(before)
  })
  expect((await pending)?.json()).toMatchObject({ transactionId: Number(before) + 1 })
})

test('a run has as many orders as it should, or is not made', async () => {
  const owner = await withOrders(25)
  expect(await tallyNextRun(app.database, owner, 10)).toBe(true)
  expect(await summarize(owner)).toEqual(whole(1n, 10n))
  expect(await tallyNextRun(app.database, owner, 10)).toBe(true)
  expect(await tallyNextRun(app.database, owner, 10)).toBe(false)
  expect(await summarize(owner)).toEqual(whole(2n, 20n))
})

test('processes that tally the same orders at once tally them once', async () => {
  const owner = await withOrders(300)
  const tallyAll = async () => {
    while ((await summarize(owner)).runs < 30n) await tallyNextRun(app.database, owner, 10)
  }
  await Promise.all([tallyAll(), tallyAll(), tallyAll()])
  expect(await summarize(owner)).toEqual(whole(30n, 300n))
})

test('a run is tallied as a whole or not at all', async () => {
  const owner = await withOrders(10)
  await sql`alter table order_tallies add constraint broken check (run > 0) not valid`.execute(
    app.database,
  )
  await expect(tallyNextRun(app.database, owner, 10)).rejects.toThrow('broken')
  await sql`alter table order_tallies drop constraint broken`.execute(app.database)
  expect(await summarize(owner)).toEqual(whole(0n, 0n))
})

test('orders that are placed while others are tallied are counted once', async () => {
  const second = await createSecondApp(app)
  const account = await app.openAccount({ balance: 10_000_000_000_000n })
  const owner: Owner = { accountId: account.accountId, mode: 'test' }
  let placed = 0
  const place = async (server: TestApp) => {
    for (let index = 0; index < 60; index++) {
      await Promise.all([buy(server, account), buy(server, account)])
      placed += 2
    }
  }
  const watch = async () => {
    while (placed < 240) {
      const atLeast = placed
      await tallyNextRun(app.database, owner, 7)
      const { rows, total } = await listPage(app.database, owner, {}, { number: 0, size: 1_000 })
      expect(rows).toHaveLength(total)
      expect(new Set(rows.map((row) => row.id)).size).toBe(total)
      expect(total).toBeGreaterThanOrEqual(atLeast)
    }
  }
  await Promise.all([place(app), place(second), watch(), watch()])
  expect((await listPage(app.database, owner, {}, { number: 0, size: 1 })).total).toBe(240)
  await second.close()
})

test('reading a report tallies what was never tallied', async () => {
  const owner = await withOrders(35)
  const tallying = createTallying({ database: app.database, onError, runSize: 10 })
  tallying.read(owner)
  tallying.read(owner)
  await eventually(async () => expect(await summarize(owner)).toEqual(whole(3n, 30n)))
  await tallying.close()
})

test('orders are tallied when there are enough of them for a run', async () => {
  const owner = await withOrders(20)
  const tallying = createTallying({ database: app.database, onError, runSize: 10 })
  for (let index = 0; index < 9; index++) tallying.placed(owner)
  await tallying.close()
  expect(await summarize(owner)).toEqual(whole(0n, 0n))
  const next = createTallying({ database: app.database, onError, runSize: 10 })
  for (let index = 0; index < 10; index++) next.placed(owner)
  await eventually(async () => expect(await summarize(owner)).toEqual(whole(2n, 20n)))
  await next.close()
})

test('closing waits for the run at hand and makes no further one', async () => {
  const owner = await withOrders(1_000)
  const tallying = createTallying({ database: app.database, onError, runSize: 10 })
  tallying.read(owner)
  await eventually(async () => expect((await summarize(owner)).runs).toBeGreaterThan(0n))
  await tallying.close()
  const { runs, orders } = await summarize(owner)
  expect(runs).toBeLessThan(100n)
  tallying.read(owner)
  await tallying.close()
  expect(await summarize(owner)).toEqual(whole(runs, orders))
})

test('a database that is away fails no report and no order: whoever runs the server hears of it', async () => {
  const owner = await withOrders(20)
  const errors: unknown[] = []
  const broken = await createSecondApp(app)
  await broken.close()
  const tallying = createTallying({
    database: broken.database,
    onError: (error) => errors.push(error),
    runSize: 10,
  })
  tallying.read(owner)
  await eventually(() => expect(errors).toHaveLength(1))
  await tallying.close()
})

test('a report through the API is the same before and after its orders are tallied', async () => {
  const account = await app.openAccount()
  const owner: Owner = { accountId: account.accountId, mode: 'test' }
  for (let index = 0; index < 12; index++) await buy(app, account)
  const read = async (query: string) =>
    (await get(app, account, `/reports/transactions?${query}`)).json()
  const queries = ['size=5&page=2', 'productId=5&size=3&page=4', 'brandName=amazon&status=FAILED']
  const before = await Promise.all(queries.map(read))
  while (await tallyNextRun(app.database, owner, 5));
  expect(await summarize(owner)).toEqual(whole(2n, 10n))
  expect(await Promise.all(queries.map(read))).toEqual(before)
})
