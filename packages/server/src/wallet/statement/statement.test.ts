import { sql } from 'kysely'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  getToken,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { createManualClock } from '../../core/clock.ts'
import { transact } from '../../storage/database.ts'
import { verifyLedger } from '../verify.ts'
import { layOut } from './paper.ts'

interface Transfer {
  readonly id: number
  readonly kind: string
  readonly amount: number
  readonly balance: number
  readonly entries: readonly { readonly ledgerAccount: string; readonly amount: number }[]
  readonly transactionId: number | null
}

interface Page {
  readonly content: readonly Transfer[]
  readonly hasMore: boolean
}

const clock = createManualClock(new Date('2026-01-01T12:00:00Z'))
let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>

/** On the 1st a million is put in; on each of the next four days one card is bought at noon. */
beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
  caller = await manager(app, account)
  for (let day = 2; day <= 5; day++) {
    clock.set(new Date(`2026-01-0${day}T12:00:00Z`))
    const token = await getToken(app, account)
    await buy(app, { headers: { authorization: `Bearer ${token}` } })
  }
  // Another book in the same time.
  await buy(app, await app.openAccount())
})

afterAll(async () => {
  expect((await verifyLedger(app.database)).discrepancies).toEqual([])
  await app.close()
})

const read = async (query: string) =>
  (await manage(app, caller, `GET /wallet/statement${query}`)).json() as Page

const balanceAt = async (query: string) =>
  (await manage(app, caller, `GET /wallet/balance${query}`)).json() as {
    readonly balance: number
    readonly transferId: number | null
  }

describe('a statement', () => {
  test('has every transfer once, the newest first, and each balance follows from the one before', async () => {
    const { content, hasMore } = await read('')
    expect(hasMore).toBe(false)
    expect(content.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 4 }, () => ['commission', 'order']).flat(),
      'funding',
    ])
    const oldestFirst = content.toReversed()
    let balance = 0
    for (const transfer of oldestFirst) {
      balance = Math.round((balance + transfer.amount) * 1e6) / 1e6
      expect(transfer.balance).toBe(balance)
      const sum = transfer.entries.reduce((total, { amount }) => total + amount, 0)
      expect(Math.abs(sum)).toBeLessThan(1e-6)
    }
    expect(oldestFirst[0]).toMatchObject({ transactionId: null, amount: 1_000_000 })
  })

  test('comes page by page without a gap', async () => {
    const whole = await read('')
    const pages: Transfer[] = []
    for (let before = ''; ; ) {
      const { content, hasMore } = await read(`?limit=2${before}`)
      pages.push(...content)
      if (!hasMore) break
      before = `&before=${content.at(-1)?.id}`
    }
    expect(pages).toEqual(whole.content)
  })

  test('is of a period: a day counts whole, a time to the millisecond', async () => {
    const days = async (query: string) =>
      (await read(query)).content.filter(({ kind }) => kind !== 'commission').length
    expect(await days('?from=2026-01-02&to=2026-01-03')).toBe(2)
    expect(await days('?from=2026-01-06')).toBe(0)
    expect(await days('?to=2025-12-31')).toBe(0)
    expect(await days('?from=2026-01-03T12:00:00Z')).toBe(3)
    expect(await days('?from=2026-01-03T12:00:00.001Z')).toBe(2)
    expect(await days('?to=2026-01-03T12:00:00Z')).toBe(2)
    // Noon in London is the next day in Auckland.
    expect(await days('?from=2026-01-03&to=2026-01-03&timeZone=Pacific/Auckland')).toBe(1)
    expect(await days('?to=2026-01-02&timeZone=Pacific/Auckland')).toBe(1)
    expect(await days('?to=2026-01-02&timeZone=America/New_York')).toBe(2)
  })

  test('can be of what was put in, or of what orders took', async () => {
    expect((await read('?kind=funding')).content.map(({ kind }) => kind)).toEqual(['funding'])
    const { content } = await read('?kind=order&limit=4')
    expect(content.map(({ kind }) => kind)).toEqual(['commission', 'order', 'commission', 'order'])
  })

  test.each([
    ['from', 'from=yesterday'],
    ['from', 'from=2026-02-31'],
    ['to', 'to=2026-13-01'],
    ['to', 'from=2026-01-03&to=2026-01-01'],
    ['timeZone', 'from=2026-01-02&timeZone=Mars/Olympus'],
    ['timeZone', 'from=2026-01-02&timeZone=%2B13:00'],
    ['kind', 'kind=commission'],
    ['before', 'before=x'],
    ['limit', 'limit=201'],
  ])('names the field %s that makes no sense: %s', async (field, query) => {
    const response = await manage(app, caller, `GET /wallet/statement?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({
      message: `Invalid value provided for field ${field}`,
    })
  })
})

describe('a balance', () => {
  test('is known of any moment', async () => {
    const { content } = await read('')
    const after = (index: number) => content.at(index)?.balance
    expect(await balanceAt('?at=2025-12-31')).toMatchObject({ balance: 0, transferId: null })
    expect((await balanceAt('?at=2026-01-01')).balance).toBe(1_000_000)
    expect((await balanceAt('?at=2026-01-02T12:00:00Z')).balance).toBe(1_000_000)
    expect((await balanceAt('?at=2026-01-02')).balance).toBe(after(6))
    expect((await balanceAt('?at=2026-01-03T12:00:00.001Z')).balance).toBe(after(4))
    expect((await balanceAt('')).balance).toBe(after(0))
    expect((await balanceAt('?at=2030-01-01')).balance).toBe(after(0))
  })

  test('is that of the last line before, wherever a book is cut', async () => {
    const { content } = await read('')
    const cuts = Array.from({ length: 40 }, (_, step) =>
      new Date(Date.UTC(2025, 11, 31) + step * 3.3 * 3_600_000).toISOString(),
    )
    for (const at of cuts) {
      const last = await read(`?to=${at}&limit=1`)
      const past = await balanceAt(`?at=${at}`)
      expect(past.balance).toBe(last.content[0]?.balance ?? 0)
    }
    expect(content).toHaveLength(9)
  })
})

describe('a statement as CSV', () => {
  const download = async (query: string) => {
    const response = await manage(app, caller, `GET /wallet/statement/csv${query}`)
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename="statement-${account.accountId}-test.csv"`,
    )
    const { data } = Papa.parse<Record<string, string>>(response.body, {
      header: true,
      skipEmptyLines: true,
    })
    return data
  }

  test('begins with the opening balance and ends with the closing balance', async () => {
    const rows = await download('?from=2026-01-03&to=2026-01-04')
    const { content } = await read('')
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...['opening', 'order', 'commission', 'order', 'commission', 'total', 'closing'],
    ])
    expect(Number(rows[0]?.balance)).toBe(content.at(6)?.balance)
    expect(Number(rows.at(-1)?.balance)).toBe(content.at(2)?.balance)
    const micros = (text = '') => BigInt(text.replace('.', '').padEnd(text.indexOf('.') + 6, '0'))
    const amounts = rows.slice(1, 5).reduce((sum, { amount }) => sum + Number(amount), 0)
    expect(Number(rows.at(-2)?.amount)).toBeCloseTo(amounts, 6)
    expect(micros(rows[0]?.balance) + micros(rows.at(-2)?.amount)).toBe(
      micros(rows.at(-1)?.balance),
    )
  })

  test('of nothing still says what the wallet held', async () => {
    const rows = await download('?from=2026-01-07')
    expect(rows.map(({ kind }) => kind)).toEqual(['opening', 'total', 'closing'])
    expect(rows[0]?.balance).toBe(rows[2]?.balance)
  })

  test('computes nothing in a spreadsheet, whatever a note says', async () => {
    const by = { id: 'user:1', name: '=HYPERLINK("https://evil.example")' }
    const memo = { note: '+cmd|calc', reference: '@x', by }
    const { accountId } = account
    clock.set(new Date('2026-02-01T00:00:00Z'))
    await transact(app.database, (tx) =>
      app.wallets.fund(tx, { accountId, mode: 'test', amount: 1_000_000n, memo }),
    )
    const [, row] = await download('?from=2026-02-01')
    expect(row).toMatchObject({ note: "'+cmd|calc", reference: "'@x", amount: '1.00' })
    expect(row?.['posted by']).toMatch(/^'=/)
  })
})

describe('a statement as PDF', () => {
  test('is a document with a page for every line of the book', async () => {
    const response = await manage(app, caller, 'GET /wallet/statement/pdf?timeZone=Africa/Lagos')
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toBe('application/pdf')
    expect(response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(response.rawPayload.subarray(-6).toString()).toContain('%%EOF')
  })

  test('is not made of more lines than anybody reads on paper', async () => {
    const own = await app.openAccount({ balance: 0n })
    await sql`
      insert into transfers (account_id, mode, kind, currency, wallet, funding, balance, created_at)
      select ${own.accountId}, 'test', 'funding', 'NGN', 1, -1, n, now()
        from generate_series(1, 10001) as n order by n`.execute(app.database)
    await sql`update wallets set balance = 10001 where account_id = ${own.accountId}`.execute(
      app.database,
    )
    const by = await manager(app, own)
    const refused = await manage(app, by, 'GET /wallet/statement/pdf')
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ errorCode: 'STATEMENT_TOO_LONG' })
    const rows = (await manage(app, by, 'GET /wallet/statement/csv')).body.split('\r\n')
    expect(rows).toHaveLength(10_001 + 5)
  })

  test('has every line on one page, in order, and its sums once', () => {
    for (const count of [0, 1, 22, 23, 24, 27, 28, 29, 66, 70, 71, 72, 1_000]) {
      const pages = layOut(count)
      const lines = pages.flatMap(({ first, end }) =>
        Array.from({ length: end - first }, (_, index) => first + index),
      )
      expect(lines).toEqual(Array.from({ length: count }, (_, index) => index))
      expect(pages.map(({ hasSums }) => hasSums)).toEqual([
        ...pages.slice(1).map(() => false),
        true,
      ])
    }
  })
})

test('nobody sees the book of another account or mode, or without the scope', async () => {
  const stranger = await manager(app, await app.openAccount({ balance: 0n }))
  const blind = await manager(app, account, ['orders:read'])
  for (const path of ['/statement', '/balance', '/statement/csv', '/statement/pdf', '']) {
    expect((await manage(app, blind, `GET /wallet${path}`)).statusCode).toBe(403)
    const live = await manage(app, caller, `GET /wallet${path}?mode=live`)
    expect(live.json()).toMatchObject({ errorCode: 'WALLET_NOT_FOUND' })
  }
  const { content } = (await manage(app, stranger, 'GET /wallet/statement')).json() as Page
  expect(content).toEqual([])
})
