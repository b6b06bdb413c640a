import fc from 'fast-check'
import { sql } from 'kysely'
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
import { readTimeZone } from '../../core/time-zone.ts'
import { verifyLedger } from '../verify.ts'
import { runwayOf } from './model.ts'
import { createSpending, tallyNext } from './tallying.ts'

const clock = createManualClock(new Date('2026-01-05T09:00:00Z'))
let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
})

afterAll(() => app.close())

/** Tokens of test mode live for a day, and the clock is moved by more. */
async function buyNow(by = account) {
  return buy(app, { headers: { authorization: `Bearer ${await getToken(app, by)}` } })
}

const owner = () => ({ accountId: account.accountId, mode: 'test' }) as const

interface Sums {
  readonly orders: bigint
  readonly spent: bigint
  readonly funded: bigint
}

const readSums = async (statement: string): Promise<Sums | undefined> =>
  (await sql.raw<Sums>(statement).execute(app.database)).rows[0]

const transfers = () =>
  readSums(`
    select count(*) filter (where kind = 'order') as orders,
           coalesce(-sum(wallet) filter (where kind <> 'funding'), 0)::bigint as spent,
           coalesce(sum(wallet) filter (where kind = 'funding'), 0)::bigint as funded
      from transfers where account_id = ${account.accountId}`)

const tallies = () =>
  readSums(`
    select sum(orders)::bigint as orders, sum(spent)::bigint as spent,
           sum(funded)::bigint as funded
      from wallet_tallies where account_id = ${account.accountId}`)

describe('tallies', () => {
  test('are the sums of the transfers, however many are counted at once and by whom', async () => {
    for (let count = 0; count < 5; count++) {
      await buyNow()
      clock.advance(7 * 60_000)
    }
    const portion = 2
    const others = Array.from({ length: 4 }, () =>
      createSpending({ database: app.database, clock, portion }).pace(owner()),
    )
    await Promise.all(others)
    expect(await tallies()).toEqual(await transfers())
    await buyNow()
    expect(await tallyNext(app.database, owner(), 100)).toBe(2)
    expect(await tallyNext(app.database, owner(), 100)).toBe(0)
    expect(await tallies()).toEqual(await transfers())
  })

  test('that are not what the transfers sum to are found by the verification', async () => {
    expect((await verifyLedger(app.database)).discrepancies).toEqual([])
    const damage = (by: number) =>
      sql`update wallet_tallies set spent = spent + ${by} where orders > 0`.execute(app.database)
    await damage(1)
    const { discrepancies } = await verifyLedger(app.database)
    expect(discrepancies).toMatchObject([
      { check: 'tallies are the sums of the transfers up to their position' },
    ])
    await damage(-1)
  })

  test('are made for every wallet behind the requests', async () => {
    await buyNow()
    await app.money.spending.tallyAll()
    expect(await tallies()).toEqual(await transfers())
  })
})

describe('days', () => {
  test('are those of the time zone, each of them there, up to today', async () => {
    clock.set(new Date('2026-01-20T23:30:00Z'))
    await buyNow()
    const { spending } = app.money
    const utc = await spending.listDays(owner(), 30, 'UTC')
    expect(utc).toHaveLength(30)
    expect(utc.at(0)?.day).toBe('2025-12-22')
    expect(utc.at(-1)).toMatchObject({ day: '2026-01-20', orders: 1n })
    // A quarter to six ahead.
    const nepal = await spending.listDays(owner(), 30, 'Asia/Kathmandu')
    expect(nepal.at(-1)).toMatchObject({ day: '2026-01-21', orders: 1n })
    const total = (days: typeof utc) => days.reduce((sum, { spent }) => sum + spent, 0n)
    expect(total(utc)).toBe((await transfers())?.spent)
    expect(total(nepal)).toBe(total(utc))
  })

  test('are those of the month as well, when it is longer', async () => {
    clock.set(new Date('2026-01-31T12:00:00Z'))
    const days = await app.money.spending.listDays(owner(), 7, 'UTC')
    expect(days.map(({ day }) => day)).toEqual(
      Array.from({ length: 31 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`),
    )
  })

  test('of a change of clocks are there once', async () => {
    clock.set(new Date('2026-11-05T12:00:00Z'))
    const days = await app.money.spending.listDays(owner(), 30, 'America/New_York')
    expect(new Set(days.map(({ day }) => day)).size).toBe(30)
  })
})

describe('a runway', () => {
  const now = new Date('2026-02-01T00:00:00Z')
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

  test('is the balance by what a day costs', () => {
    const pace = { spent: 700_000_000n, firstAt: daysAgo(40) }
    expect(runwayOf(1_234_000_000n, pace, now)).toBe(12.3)
  })

  test('of somebody who has just begun is averaged over the time since, a day at least', () => {
    expect(runwayOf(500_000_000n, { spent: 100_000_000n, firstAt: daysAgo(0.1) }, now)).toBe(5)
    expect(runwayOf(500_000_000n, { spent: 100_000_000n, firstAt: daysAgo(2) }, now)).toBe(10)
  })

  test('is unknown where nothing was spent, and none where nothing is left', () => {
    expect(runwayOf(1n, { spent: 0n, firstAt: daysAgo(9) }, now)).toBeUndefined()
    expect(runwayOf(1n, { spent: 0n, firstAt: null }, now)).toBeUndefined()
    expect(runwayOf(-5n, { spent: 1n, firstAt: daysAgo(9) }, now)).toBe(0)
  })

  test('is never negative, nor no number', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n })
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 400 }), (balance, spent, days) => {
        const runway = runwayOf(balance, { spent, firstAt: daysAgo(days) }, now)
        expect(runway === undefined ? spent : runway).toSatisfy((value) => value >= 0)
      }),
    )
  })
})

test('the wallet says what it holds, what it spent and how long it lasts', async () => {
  clock.set(new Date('2026-03-10T12:00:00Z'))
  const own = await app.openAccount({ balance: 100_000_000_000n })
  const caller = await manager(app, own)
  const fresh = await manage(app, caller, 'GET /wallet')
  expect(fresh.json()).toEqual({
    balance: 100_000,
    available: 100_000,
    held: 0,
    overdraftLimit: 0,
    currencyCode: 'NGN',
    currencyName: 'Nigerian Naira',
    lowBalanceThreshold: 0,
    isLow: false,
    updatedAt: '2026-03-10T12:00:00.000Z',
    spent: { today: 0, last7Days: 0, last30Days: 0 },
    runwayDays: null,
  })
  await buyNow(own)
  clock.set(new Date('2026-03-12T12:00:00Z'))
  await buyNow(own)
  await manage(app, caller, 'PATCH /wallet', { lowBalanceThreshold: 99_000 })
  const wallet = (await manage(app, caller, 'GET /wallet')).json() as {
    balance: number
    spent: { today: number; last7Days: number }
    runwayDays: number
  }
  expect(wallet).toMatchObject({ isLow: true, lowBalanceThreshold: 99_000 })
  expect(wallet.spent.last7Days).toBeCloseTo(100_000 - wallet.balance, 6)
  expect(wallet.spent.today).toBeCloseTo(wallet.spent.last7Days / 2, 6)
  const perDay = wallet.spent.last7Days / 2
  expect(wallet.runwayDays).toBeCloseTo(Math.floor((wallet.balance / perDay) * 10) / 10, 1)
  const wrong = await manage(app, caller, 'GET /wallet?timeZone=Mars')
  expect(wrong.statusCode).toBe(400)
})

test('days are those of the zone, whatever short name it was asked for by', async () => {
  const { rows: known } = await sql<{ name: string }>`
    select name from pg_timezone_names union select abbrev from pg_timezone_abbrevs`.execute(
    app.database,
  )
  const names = [...known.map(({ name }) => name), ...Intl.supportedValuesOf('timeZone')]
  const short = names.filter((name) => !name.includes('/'))
  const zones = [...new Set(short.flatMap((name) => readTimeZone(name) ?? []))]
  expect(zones).toEqual(expect.arrayContaining(['UTC', 'Asia/Tokyo', 'Europe/London']))
  const times = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']
  const { rows } = await sql<{ zone: string; time: string; local: string }>`
    select zone, time, to_char(time::timestamptz at time zone zone, 'YYYY-MM-DD HH24:MI') as local
      from unnest(${zones}::text[]) as zone, unnest(${times}::text[]) as time`.execute(app.database)
  for (const { zone, time, local } of rows) {
    const style = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const
    expect({ zone, local: new Intl.DateTimeFormat('sv', style).format(new Date(time)) }).toEqual({
      zone,
      local,
    })
  }
})
