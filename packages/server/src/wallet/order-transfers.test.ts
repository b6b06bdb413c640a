import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buy, createTestApp, type TestAccount, type TestApp } from '../../test/harness.ts'
import { transact } from '../storage/database.ts'

let app: TestApp
let gross: TestAccount
let net: TestAccount
const bought = new Map<TestAccount, number[]>()

/** Orders of two accounts that are interleaved, alone and together, with money that comes in between. */
beforeAll(async () => {
  app = await createTestApp()
  gross = await app.openAccount()
  net = await app.openAccount({ dialect: '2026-10' })
  for (let round = 0; round < 12; round++) {
    const callers = [gross, net, ...(round % 3 === 0 ? [gross, gross, net] : [])]
    const ids = await Promise.all(callers.map((account) => buy(app, account)))
    callers.forEach((account, index) => {
      bought.set(account, [...(bought.get(account) ?? []), ids[index] ?? 0])
    })
    if (round % 4 === 0) {
      const fund = { accountId: gross.accountId, mode: 'test', amount: 1_000_000n } as const
      await transact(app.database, (tx) => app.wallets.fund(tx, fund))
    }
  }
})

afterAll(() => app.close())

const transfersOf = ({ accountId }: TestAccount, id: number | bigint) =>
  app.wallets.transfersOf({ accountId, mode: 'test' }, BigInt(id))

test('every order has its own transfers and no others, as they were posted', async () => {
  for (const [account, ids] of bought) {
    for (const id of ids) {
      const { rows } = await sql<{ id: bigint; kind: string }>`
        select id, kind from transfers where order_id = ${id} order by id`.execute(app.database)
      expect(rows.map(({ kind }) => kind)).toEqual(
        account === gross ? ['order', 'commission'] : ['order'],
      )
      const found = await transfersOf(account, id)
      expect(found.map((one) => ({ id: one.id, kind: one.kind }))).toEqual(rows)
      expect(found.every(({ orderId }) => orderId === BigInt(id))).toBe(true)
    }
  }
})

test('what is no order of the account has none', async () => {
  const [first = 0] = bought.get(net) ?? []
  const last = bought.get(net)?.at(-1) ?? 0
  for (const id of [0, 1, first, last, last + 1_000_000]) {
    expect(await transfersOf(gross, id)).toEqual([])
  }
  expect(await transfersOf(await app.openAccount({ balance: 0n }), first)).toEqual([])
  expect(await transfersOf(await app.openAccount(), first)).toEqual([])
})
