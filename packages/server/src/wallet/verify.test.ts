import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buy, createTestApp, quickstartOrder, type TestApp } from '../../test/harness.ts'
import { transact } from '../storage/database.ts'
import { type Verification, verifyLedger } from './verify.ts'

let app: TestApp
let clean: Verification

const tables = ['wallets', 'transfers', 'orders', 'cards']

beforeAll(async () => {
  app = await createTestApp()
  const account = await app.openAccount()
  await app.openAccount({ dialect: '2026-10', currency: 'USD' })
  await buy(app, account, quickstartOrder)
  await buy(app, account, { productId: 5, quantity: 2, unitPrice: 7 })
  const net = await app.openAccount({ dialect: '2026-10' })
  await buy(app, net, { productId: 5, quantity: 3, unitPrice: 10 })
  clean = await verifyLedger(app.database)
  // Only damage that no constraint would let in is worth looking for, so the constraints go.
  await damage(`
    alter table transfers drop constraint transfer_sums_to_zero;
    alter table wallets drop constraint wallets_check;
    ${tables.map((table) => `create table saved_${table} as table ${table}`).join(';')}`)
})

afterEach(() =>
  damage(
    tables
      .map((table) => `delete from ${table}; insert into ${table} table saved_${table}`)
      .join(';'),
  ),
)

afterAll(async () => {
  expect(await verifyLedger(app.database)).toEqual(clean)
  await app.close()
})

/** Does what somebody with the database's own rights could do: triggers stay silent. */
async function damage(statements: string): Promise<void> {
  await transact(app.database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql.raw(statements).execute(tx)
  })
}

test('books that nobody has touched have no discrepancy', () => {
  expect(clean).toEqual({ wallets: 3n, transfers: 8n, orders: 3n, discrepancies: [] })
})

const sums = 'every transfer sums to zero'
const total = 'a balance is the sum of its entries'
const replay = 'replaying the transfers in order gives each stored balance'
const limit = 'a balance stays above its limit'
const currency = "every transfer is in its wallet's currency"
const paid = 'every order was paid as it says'
const cards = 'every successful order has its cards'

const FIRST_ORDER = '(select min(id) from orders)'
const LAST_TRANSFER = '(select max(id) from transfers)'

describe('damage is found', () => {
  test.each([
    ['an entry is changed', 'update transfers set sales = sales + 1 where order_id > 0', [sums]],
    [
      'an amount is changed so that it still sums to zero',
      `update transfers set wallet = wallet + 1, sales = sales - 1 where id = ${LAST_TRANSFER}`,
      [total, replay, paid],
    ],
    ['a balance is raised', 'update wallets set balance = balance + 1', [total]],
    ['a wallet vanishes', 'delete from wallets where balance < 1000000000000', [total]],
    ['a stored balance is changed', 'update transfers set balance = balance + 1', [replay]],
    [
      'a balance was below its limit',
      `update transfers set balance = -1 where id = ${LAST_TRANSFER}`,
      [replay, limit],
    ],
    ['a currency is changed', "update wallets set currency = 'EUR'", [currency]],
    ['a transfer vanishes', `delete from transfers where id = ${LAST_TRANSFER}`, [total, paid]],
    ['funding vanishes', "delete from transfers where kind = 'funding'", [total, replay]],
    ['a cost is changed', 'update orders set cost = cost - 1', [paid]],
    ['an order vanishes', `delete from orders where id = ${FIRST_ORDER}`, [paid, cards]],
    ['an order becomes another’s', 'update orders set account_id = 1', [paid, cards]],
    ['a card vanishes', 'delete from cards where position = 2', [cards]],
    ['all cards vanish', 'delete from cards', [cards]],
    [
      'a card appears',
      'insert into cards select account_id, mode, order_id, 9, sealed from cards where position = 1',
      [cards],
    ],
    [
      'a card is moved to another order',
      'update cards set order_id = order_id + 1000000 where position = 1',
      [cards],
    ],
    ['an order says that it bought more', 'update orders set quantity = quantity + 1', [cards]],
  ])('when %s', async (_, statement, checks) => {
    await damage(statement)
    const { discrepancies } = await verifyLedger(app.database)
    const found = new Set(discrepancies.map((discrepancy) => discrepancy.check))
    for (const check of checks) expect(found).toContain(check)
  })
})

test('a discrepancy says whose it is and by how much', async () => {
  await damage(`update wallets set balance = balance + 5 where currency = 'USD'`)
  const { discrepancies } = await verifyLedger(app.database)
  expect(discrepancies).toEqual([
    {
      accountId: expect.any(BigInt) as bigint,
      mode: 'test',
      check: total,
      detail: 'the wallet says 1000000000005, its entries sum to 1000000000000',
    },
  ])
})

test('looking at the books changes nothing in them', async () => {
  const before = await verifyLedger(app.database)
  expect(await verifyLedger(app.database)).toEqual(before)
})
