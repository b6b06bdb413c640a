import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  order,
  plainOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { parseMicros } from '../core/money.ts'
import { verifyLedger } from '../wallet/index.ts'

let first: TestApp
let second: TestApp

beforeAll(async () => {
  first = await createTestApp()
  second = await createSecondApp(first)
})

afterAll(async () => {
  await second.close()
  await first.close()
})

const usedCode = 'CUSTOM_IDENTIFIER_ALREADY_USED'

interface Answer {
  readonly status: number
  readonly errorCode: string | undefined
  /** What the answer says left the wallet, in micro-units. */
  readonly cost: bigint
}

/** Sends an order to one of the two servers; sums are made from the text of the answer. */
async function send(server: 0 | 1, caller: TestAccount, body: object): Promise<Answer> {
  const response = await order(server === 0 ? first : second, caller, body)
  const { errorCode } = response.json() as { errorCode?: string }
  const cost = /"cost":([\d.]+)/.exec(response.body)?.[1]
  return { status: response.statusCode, errorCode, cost: parseMicros(cost ?? '0') ?? 0n }
}

async function balanceOf(accountId: bigint): Promise<bigint> {
  const { rows } = await sql<{ balance: bigint }>`
    select balance from wallets where account_id = ${accountId}`.execute(first.database)
  return rows[0]?.balance ?? -1n
}

const balances = [30_000_000_000n, 60_000_000_000n, 0n]

const placed = fc.record({
  account: fc.nat({ max: 2 }),
  server: fc.constantFrom(0 as const, 1 as const),
  quantity: fc.integer({ min: 1, max: 3 }),
  // Cents, so that what an answer shows with five decimals is the whole of a cost.
  cents: fc.integer({ min: 400, max: 4_000 }),
  identifier: fc.constantFrom(null, null, 'a', 'b', 'c'),
})

test('however orders interleave, no money is made or lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(placed, { minLength: 1, maxLength: 40 }), async (requests) => {
      // Enough for some of them: 30,000 NGN are about ten small orders.
      const accounts = await Promise.all([
        first.openAccount({ balance: 30_000_000_000n }),
        first.openAccount({ balance: 60_000_000_000n, dialect: '2026-10' }),
        first.openAccount({ balance: 0n, dialect: '2021-11' }),
      ])
      const answers = await Promise.all(
        requests.map(async ({ account, server, quantity, cents, identifier }) => {
          const caller = accounts[account]
          if (caller === undefined) throw new Error('There is no such account')
          const unitPrice = cents / 100
          const request = { productId: 5, quantity, unitPrice, customIdentifier: identifier }
          return { account, identifier, answer: await send(server, caller, request) }
        }),
      )
      for (const [index, { accountId }] of accounts.entries()) {
        const own = answers.filter((one) => one.account === index)
        const spent = own.reduce((sum, { answer }) => sum + answer.cost, 0n)
        const left = await balanceOf(accountId)
        expect(left).toBe((balances[index] ?? 0n) - spent)
        expect(left).toBeGreaterThanOrEqual(0n)
        const bought = own.filter(({ answer }) => answer.status === 200)
        const named = bought.flatMap(({ identifier }) => identifier ?? [])
        expect(new Set(named).size).toBe(named.length)
      }
      for (const { answer } of answers) expect([200, 400]).toContain(answer.status)
      expect((await verifyLedger(first.database)).discrepancies).toEqual([])
    }),
    { numRuns: 20 },
  )
})

describe('one identifier in fifty requests at once, to two servers', () => {
  test.each(['2022-06', '2026-10'] as const)('buys once in dialect %s', async (dialect) => {
    const account = await first.openAccount({ dialect })
    const before = await readBooks(first)
    const request = { ...plainOrder, customIdentifier: 'fifty times' }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => send(index % 2 === 0 ? 0 : 1, account, request)),
    )
    const bought = answers.filter((answer) => answer.status === 200)
    expect(bought).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status !== 200) expect(answer).toMatchObject({ status: 400, errorCode: usedCode })
    }
    const after = await readBooks(first)
    expect(after.orders - before.orders).toBe(1n)
    expect(after.cards - before.cards).toBe(1n)
    expect(before.balance - after.balance).toBe(bought[0]?.cost)
  })

  test('buys once even when the money is just enough for one', async () => {
    const account = await first.openAccount({ balance: 5_985_000_000n })
    const request = { ...plainOrder, customIdentifier: 'only money' }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => send(index % 2 === 0 ? 0 : 1, account, request)),
    )
    const codes = answers.map((answer) => answer.errorCode)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === usedCode)).toHaveLength(49)
  })
})

test('many orders of one wallet at once spend what is there and nothing more', async () => {
  // Ten orders cost 5,985.00 each before the discount of 51.30 comes back.
  const account = await first.openAccount({ balance: 30_000_000_000n })
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => send(index % 2 === 0 ? 0 : 1, account, plainOrder)),
  )
  const bought = answers.filter((answer) => answer.status === 200)
  const refused = answers.filter((answer) => answer.status !== 200)
  expect(bought).toHaveLength(5)
  for (const answer of refused) expect(answer.errorCode).toBe('INSUFFICIENT_BALANCE')
  expect(await balanceOf(account.accountId)).toBe(30_000_000_000n - 5n * 5_933_700_000n)
})

test('orders that arrive with a bad one are placed all the same', async () => {
  const account = await first.openAccount()
  const poor = await first.openAccount({ balance: 0n })
  await buy(first, account, { ...plainOrder, customIdentifier: 'was there' })
  const good = (index: number) => ({ ...plainOrder, customIdentifier: `good ${index}` })
  const answers = await Promise.all([
    send(0, account, good(1)),
    send(0, account, { ...plainOrder, customIdentifier: 'was there' }),
    send(0, account, good(2)),
    send(0, poor, plainOrder),
    send(0, account, good(3)),
    send(0, account, { ...plainOrder, productId: 999_999 }),
    send(0, account, good(3)),
    send(0, account, good(4)),
  ])
  expect(answers.map((answer) => answer.errorCode)).toEqual([
    undefined,
    usedCode,
    undefined,
    'INSUFFICIENT_BALANCE',
    undefined,
    'INVALID_PRODUCT',
    usedCode,
    undefined,
  ])
})

test('orders that arrive together see each other’s balance, one after another', async () => {
  const account = await first.openAccount()
  const responses = await Promise.all(
    Array.from({ length: 30 }, () => order(first, account, plainOrder)),
  )
  const moves = responses
    .map((response) => response.json() as { balanceInfo: Record<string, number> })
    .map(({ balanceInfo }) => balanceInfo)
    .toSorted((a, b) => Number(b.oldBalance) - Number(a.oldBalance))
  expect(new Set(moves.map((move) => move.oldBalance)).size).toBe(30)
  for (const [index, move] of moves.entries()) {
    expect(move.oldBalance).toBe(moves[index - 1]?.newBalance ?? 1_000_000)
  }
})

test('ids of orders are never given twice, and the report has every order once', async () => {
  const account = await first.openAccount()
  const ids = await Promise.all(
    Array.from({ length: 40 }, (_, index) => buy(index % 2 === 0 ? first : second, account)),
  )
  expect(new Set(ids).size).toBe(40)
  const page = (await get(second, account, '/reports/transactions')).json() as {
    content: { transactionId: number }[]
  }
  expect(page.content.map((row) => row.transactionId)).toEqual(ids.toSorted((a, b) => b - a))
})

test('a server that may not join accounts in one transaction places the same orders', async () => {
  const apart = await createTestApp({}, { SCRIP_BATCH_SPANS_ACCOUNTS: 'off' })
  const accounts = await Promise.all([
    apart.openAccount(),
    apart.openAccount({ dialect: '2026-10' }),
    apart.openAccount({ balance: 0n }),
  ])
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const account = accounts[index % 3]
      return account && (await order(apart, account, plainOrder)).statusCode
    }),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect(statuses.filter((status) => status === 400)).toHaveLength(10)
  expect((await verifyLedger(apart.database)).discrepancies).toEqual([])
  await apart.close()
})

test('a server that closes answers the orders that it has taken', async () => {
  const third = await createSecondApp(first)
  const account = await third.openAccount()
  const answers = Array.from({ length: 20 }, () => order(third, account, plainOrder))
  await Promise.race(answers)
  await third.close()
  const statuses = (await Promise.all(answers)).map((response) => response.statusCode)
  expect(statuses).toEqual(Array.from({ length: 20 }, () => 200))
  expect((await get(second, account, '/reports/transactions')).json()).toMatchObject({
    totalElements: 20,
  })
})

test('the ledger is clean after all of these', async () => {
  expect((await verifyLedger(first.database)).discrepancies).toEqual([])
})
