import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  order,
  plainOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { type Tx, transact } from '../storage/database.ts'
import { walletErrors } from './errors.ts'
import {
  assertBalanced,
  balanceAfter,
  ledgerAccounts,
  type Transfer,
  UnbalancedTransferError,
} from './model.ts'
import { verifyLedger } from './verify.ts'

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
})

afterAll(async () => {
  expect((await verifyLedger(app.database)).discrepancies).toEqual([])
  await app.close()
})

const CHECK_VIOLATION = '23514'
const RESTRICT_VIOLATION = '23001'

function funding(entries: Transfer['entries'], accountId = account.accountId): Transfer {
  return { accountId, mode: 'test', kind: 'funding', orderId: null, currency: 'NGN', entries }
}

/** Posts to the account's own wallet, as orders do. */
const post = (transfers: readonly Transfer[], accountId = account.accountId) =>
  transact(app.database, async (tx) => {
    const wallets = await app.wallets.lock(tx, [accountId], ['test'])
    await app.wallets.post(tx, wallets, transfers)
  })

const fund = (amount: bigint, accountId = account.accountId) =>
  transact(app.database, (tx) => app.wallets.fund(tx, { accountId, mode: 'test', amount }))

const balanceOf = async (accountId = account.accountId) =>
  (await app.wallets.get({ accountId, mode: 'test' })).balance

describe('a transfer', () => {
  const entries = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), {
    minLength: ledgerAccounts.length,
    maxLength: ledgerAccounts.length,
  })

  test('is accepted by the program only if its entries sum to zero', () => {
    fc.assert(
      fc.property(entries, (amounts) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0n)
        const named = ledgerAccounts.map((name, index) => [name, amounts[index] ?? 0n] as const)
        const transfer = funding(Object.fromEntries(named))
        const { funding: last = 0n } = transfer.entries
        if (sum === 0n) assertBalanced(transfer)
        else expect(() => assertBalanced(transfer)).toThrow(UnbalancedTransferError)
        assertBalanced(funding({ ...transfer.entries, funding: last - sum }))
      }),
    )
  })

  test('that does not sum to zero is not posted, nor is anything beside it', async () => {
    const before = await readBooks(app)
    const good = funding({ wallet: 1n, funding: -1n })
    const bad = funding({ wallet: 1n, funding: -2n })
    await expect(post([good, bad])).rejects.toThrow(UnbalancedTransferError)
    expect(await readBooks(app)).toEqual(before)
  })

  test('that does not sum to zero is refused by the database as well', async () => {
    for (const column of ledgerAccounts) {
      const insert = sql`
        insert into transfers (account_id, mode, kind, currency, balance, ${sql.ref(column)})
        values (${account.accountId}, 'test', 'funding', 'NGN', 1, 1)`
      await expect(insert.execute(app.database)).rejects.toMatchObject({
        code: CHECK_VIOLATION,
        constraint: 'transfer_sums_to_zero',
      })
    }
  })

  test('of an order names the order, and no other does', async () => {
    for (const [kind, orderId] of [
      ['order', null],
      ['commission', null],
      ['funding', 1n],
    ] as const) {
      const insert = sql`
        insert into transfers (account_id, mode, kind, order_id, currency, balance)
        values (${account.accountId}, 'test', ${kind}, ${orderId}::bigint, 'NGN', 0)`
      await expect(insert.execute(app.database)).rejects.toMatchObject({ code: CHECK_VIOLATION })
    }
  })

  test('is not posted to a wallet that nobody has locked', async () => {
    const unlocked = transact(app.database, (tx) =>
      app.wallets.post(tx, [], [funding({ wallet: 1n, funding: -1n })]),
    )
    await expect(unlocked).rejects.toThrow('without a lock')
  })
})

describe('what was written stays as it was written', () => {
  test.each([
    'update transfers set created_at = now()',
    'update transfers set sales = sales where false',
    'delete from transfers',
    'delete from transfers where false',
    'truncate transfers',
    'truncate transfers cascade',
    'update card_reveals set via = $$nobody$$',
    'delete from card_reveals',
    'truncate card_reveals',
  ])('%s is refused', async (statement) => {
    const before = await readBooks(app)
    await expect(sql.raw(statement).execute(app.database)).rejects.toMatchObject({
      code: RESTRICT_VIOLATION,
      message: expect.stringContaining('append-only') as string,
    })
    expect(await readBooks(app)).toEqual(before)
  })
})

describe('a balance', () => {
  test('is refused by the database when it is below its limit', async () => {
    const update = sql`
      update wallets set balance = -1 where account_id = ${account.accountId}`
    await expect(update.execute(app.database)).rejects.toMatchObject({ code: CHECK_VIOLATION })
  })

  test('never goes below its limit on the way, whatever comes after', () => {
    const amounts = fc.array(fc.bigInt({ min: -100n, max: 100n }), { maxLength: 10 })
    const limits = fc.bigInt({ min: 0n, max: 100n })
    fc.assert(
      fc.property(amounts, limits, fc.bigInt({ min: 0n, max: 100n }), (moves, limit, start) => {
        const transfers = moves.map((amount) => funding({ wallet: amount, funding: -amount }))
        const after = balanceAfter({ overdraftLimit: limit }, start, transfers)
        let balance = start
        let lowest = start
        for (const move of moves) {
          balance += move
          if (balance < lowest) lowest = balance
        }
        expect(after).toBe(lowest < -limit ? undefined : balance)
      }),
    )
  })

  test('may go below zero as far as its overdraft, and no further', async () => {
    const client = await app.openAccount({ balance: 0n })
    // 10 USD and the fee are 5,985 NGN before 51.30 come back.
    await sql`
      update wallets set overdraft_limit = 5985000000
       where account_id = ${client.accountId}`.execute(app.database)
    await buy(app, client, plainOrder)
    expect(await balanceOf(client.accountId)).toBe(-5_933_700_000n)
    const second = await order(app, client, plainOrder)
    expect(second.json()).toMatchObject({ errorCode: 'INSUFFICIENT_BALANCE' })
    expect((await get(app, client, '/accounts/balance')).body).toContain('"balance":-5933.70000,')
  })
})

describe('funding', () => {
  test('moves money by a transfer, in both directions', async () => {
    const client = await app.openAccount({ balance: 0n })
    expect(await fund(5_000_000n, client.accountId)).toMatchObject({ balance: 5_000_000n })
    expect(await fund(-4_999_999n, client.accountId)).toMatchObject({ balance: 1n })
    expect(await balanceOf(client.accountId)).toBe(1n)
    const { rows } = await sql`
      select kind, wallet, funding, balance from transfers
       where account_id = ${client.accountId} order by id`.execute(app.database)
    expect(rows).toEqual([
      { kind: 'funding', wallet: 5_000_000n, funding: -5_000_000n, balance: 5_000_000n },
      { kind: 'funding', wallet: -4_999_999n, funding: 4_999_999n, balance: 1n },
    ])
  })

  test('takes out no more than is there', async () => {
    const client = await app.openAccount({ balance: 5n })
    await expect(fund(-6n, client.accountId)).rejects.toMatchObject({
      status: 400,
      code: 'INSUFFICIENT_BALANCE',
    })
    expect(await balanceOf(client.accountId)).toBe(5n)
  })

  test('needs a wallet', async () => {
    await expect(fund(1n, 1n)).rejects.toMatchObject(
      asError(walletErrors.noWallet({ mode: 'test' })),
    )
  })

  test('adds up, however many do it at once', async () => {
    const client = await app.openAccount({ balance: 0n })
    await Promise.all(Array.from({ length: 30 }, () => fund(10n, client.accountId)))
    expect(await balanceOf(client.accountId)).toBe(300n)
  })
})

function asError({
  status,
  code,
  message,
}: {
  status: number
  code: string | null
  message: string
}) {
  return { status, code, message }
}

describe('a wallet', () => {
  const open = (tx: Tx, accountId: bigint, currency: string) =>
    app.wallets.open(tx, { accountId, mode: 'live', currency })

  test('in test mode has nothing to do with that in live mode', async () => {
    const client = await app.openAccount({ balance: 7n })
    const { accountId } = client
    await transact(app.database, async (tx) => {
      await open(tx, accountId, 'EUR')
      await app.wallets.fund(tx, { accountId, mode: 'live', amount: 11n })
    })
    expect(await app.wallets.get({ accountId, mode: 'test' })).toMatchObject({
      balance: 7n,
      currency: 'NGN',
    })
    expect(await app.wallets.get({ accountId, mode: 'live' })).toMatchObject({
      balance: 11n,
      currency: 'EUR',
    })
    expect((await get(app, client, '/accounts/balance')).json()).toMatchObject({
      balance: 0.000007,
      currencyCode: 'NGN',
    })
  })

  test('is opened once per mode', async () => {
    const { accountId } = await app.openAccount()
    await transact(app.database, (tx) => open(tx, accountId, 'EUR'))
    const again = transact(app.database, (tx) => open(tx, accountId, 'USD'))
    await expect(again).rejects.toMatchObject({ code: '23505' })
  })

  test('that does not exist is answered as such', async () => {
    const { accountId } = await app.openAccount()
    await expect(app.wallets.get({ accountId, mode: 'live' })).rejects.toMatchObject({
      status: 404,
      code: 'WALLET_NOT_FOUND',
      message: 'This account has no wallet in live mode',
    })
  })

  test('shows its balance as the wire has it, to the micro-unit', async () => {
    const client = await app.openAccount({ balance: 993_810_001n, currency: 'USD' })
    const response = await get(app, client, '/accounts/balance')
    expect(response.headers['content-type']).toBe('application/com.reloadly.giftcards-v1+json')
    expect(response.body).toMatch(
      /^\{"balance":993\.810001,"frozenBalance":null,"currencyCode":"USD","currencyName":"US Dollar","updatedAt":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d","lowBalanceThreshold":0\.000000,"maxLowBalanceThreshold":0\.000000\}$/,
    )
  })
})
