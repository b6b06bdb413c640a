import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  manager,
  plainOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { transact } from '../storage/database.ts'
import { verifyLedger } from '../wallet/index.ts'
import { type Caller, openBulk } from './testing/bulk.ts'

let app: TestApp
let account: TestAccount
let caller: Caller
let bulk: ReturnType<typeof openBulk>

beforeAll(async () => {
  app = await createTestApp()
  app.start()
  account = await app.openAccount()
  caller = await manager(app, account)
  bulk = openBulk(app, caller)
})

afterAll(() => app.close())

const balance = async () =>
  Number((await app.wallets.get({ accountId: account.accountId, mode: 'test' })).balance) / 1e6

const HEAD = 'productId,unitPrice,recipientEmail'

const fileOf = (...emails: string[]) =>
  `${HEAD}\n${emails.map((email) => `5,10,${email}\n`).join('')}`

describe('a draft', () => {
  test('says what each row costs, or everything that is wrong with it, and buys nothing', async () => {
    const csv =
      'productId,quantity,unitPrice,recipientEmail,recipientPhone,customIdentifier\n' +
      '5,2,10,jane@example.com,+1 857 918 4613,mine\n' +
      'x,0,abc,jane@,12,\n' +
      '5,1,7.123456,,,mine\n'
    const draft = await bulk.create({ name: ' Rewards ', csv })
    expect(draft).toMatchObject({
      name: 'Rewards',
      state: 'draft',
      rows: { total: 3, ready: 1, invalid: 2, skipped: 0, placed: 0, failed: 0, cancelled: 0 },
      spent: 0,
      wallet: { balance: 1_000_000, isEnough: true },
      earlier: [],
      createdBy: { kind: 'token', name: 'Test' },
      startedBy: null,
    })
    expect(draft.wallet.balanceAfter).toBeCloseTo(1_000_000 - draft.costLeft, 6)
    const [good, bad, other] = await bulk.rows(draft)
    expect(good).toMatchObject({
      line: 2,
      state: 'ready',
      identifier: 'mine',
      product: { productId: 5, productName: 'Amazon US', currencyCode: 'USD' },
      quantity: 2,
      unitPrice: 10,
      cost: draft.costLeft,
      problems: [],
      transactionId: null,
    })
    expect(bad).toMatchObject({ line: 3, state: 'invalid', cost: null, quantity: null })
    expect(bad?.problems.map(({ field }) => field)).toEqual([
      'productId',
      'quantity',
      'unitPrice',
      'recipientEmail',
      'recipientPhone',
    ])
    expect(other?.problems).toEqual([
      {
        field: 'customIdentifier',
        code: 'CUSTOM_IDENTIFIER_ALREADY_USED',
        message: 'Line 2 has the same identifier',
      },
      expect.objectContaining({ field: 'unitPrice' }),
    ])
    expect(await balance()).toBe(1_000_000)
  })

  test('finds products by their name, or their brand and country', async () => {
    const csv =
      'product,country,value\nAmazon US,,10\namazon,United States,10\nAmazon,FR,10\n' +
      'Nothing,US,10\nAmazon,,10\n'
    const rows = await bulk.rows(await bulk.create({ csv }))
    expect(rows.map(({ product }) => product?.productName ?? null)).toEqual([
      'Amazon US',
      'Amazon US',
      expect.stringContaining('France'),
      null,
      null,
    ])
    expect(rows.slice(3).map(({ problems }) => problems[0]?.message)).toEqual([
      'No product on sale has this name in US',
      expect.stringMatching(/^Several products have this name: give one of the ids \d+(, \d+)+$/),
    ])
  })

  test('reads amounts with a comma, and knows what a spreadsheet did to a phone number', async () => {
    const csv = 'productId;unitPrice;phone\n5;10,00;\n5;10;1,85792E+10\n'
    const [first, second] = await bulk.rows(await bulk.create({ csv }))
    expect(first).toMatchObject({ state: 'ready', unitPrice: 10 })
    expect(second?.problems.map(({ message }) => message)).toEqual([
      'A spreadsheet has rounded this number. Format its column as text',
    ])
  })

  test('is read by the mapping and the defaults that are given', async () => {
    const draft = await bulk.create({
      csv: 'a,b\nwho@example.com,Bob\n',
      mapping: { recipientEmail: 'a' },
      defaults: { productId: '5', unitPrice: '10', senderName: 'Acme' },
    })
    const [row] = await bulk.rows(draft)
    expect(row).toMatchObject({
      state: 'ready',
      given: {
        productId: '5',
        unitPrice: '10',
        recipientEmail: 'who@example.com',
        senderName: 'Acme',
      },
    })
  })

  test('tells which rows are the same as earlier ones', async () => {
    const draft = await bulk.create({ csv: fileOf('a@x.io', 'b@x.io', 'a@x.io') })
    expect(draft.duplicates).toBe(1)
    const rows = await bulk.rows(draft)
    expect(rows.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null, 2])
    expect(new Set(rows.map(({ identifier }) => identifier)).size).toBe(3)
  })

  test('says when the wallet cannot pay it', async () => {
    const poor = openBulk(app, await manager(app, await app.openAccount({ balance: 1_000_000n })))
    const draft = await poor.create({ csv: fileOf('a@x.io') })
    expect(draft.wallet).toMatchObject({ balance: 1, isEnough: false })
    expect(draft.wallet.balanceAfter).toBeLessThan(0)
  })

  test('needs a sender in live mode, as any order does', async () => {
    const live = await app.openAccount({ mode: 'live' })
    const mine = openBulk(app, await manager(app, live), 'live')
    const draft = await mine.create({ csv: fileOf('a@x.io') })
    const [row] = await mine.rows(draft)
    expect(row?.problems).toMatchObject([{ field: 'senderName' }])
    expect((await mine.send(`GET /bulk-orders/${draft.id}`, 'test')).statusCode).toBe(404)
  })
})

describe('a bulk order', () => {
  test('buys its rows in their order, once, and tells of its end', async () => {
    const before = await balance()
    const draft = await bulk.create({ csv: fileOf('1@x.io', '2@x.io', 'bad', '3@x.io') })
    await bulk.command(draft, 'start')
    const done = await bulk.until(draft, 'completed')
    expect(done).toMatchObject({
      rows: { total: 4, ready: 0, placed: 3, invalid: 1 },
      costLeft: 0,
      spent: draft.costLeft,
      startedBy: { kind: 'token', name: 'Test' },
      endedAt: expect.any(String),
      secondsLeft: null,
    })
    expect(before - (await balance())).toBeCloseTo(draft.costLeft, 6)
    const placed = await bulk.rows(draft, '?state=placed')
    const ids = placed.map(({ transactionId }) => Number(transactionId))
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    for (const { transactionId, identifier, given } of placed) {
      const order = await get(app, account, `/reports/transactions/${transactionId}`)
      expect(order.json()).toMatchObject({
        customIdentifier: identifier,
        recipientEmail: given.recipientEmail,
      })
    }
    expect(await bulk.events('bulk_order.completed')).toMatchObject([
      { bulkOrderId: draft.id, rows: { placed: 3, invalid: 1 }, spent: draft.costLeft },
    ])
  })

  test('of the same file buys nothing twice, in whichever order its rows come', async () => {
    const first = await bulk.create({ name: 'First', csv: fileOf('s1@x.io', 's2@x.io', 's2@x.io') })
    await bulk.command(first, 'start')
    await bulk.until(first, 'completed')
    const again = await bulk.create({ csv: fileOf('s2@x.io', 'new@x.io', 's1@x.io', 's2@x.io') })
    expect(again).toMatchObject({
      rows: { total: 4, ready: 1, skipped: 3 },
      earlier: [{ bulkOrderId: first.id, name: 'First', rows: 3 }],
    })
    const skipped = await bulk.rows(again, '?state=skipped')
    const bought = await bulk.rows(first)
    expect(new Set(skipped.map(({ transactionId }) => transactionId))).toEqual(
      new Set(bought.map(({ transactionId }) => transactionId)),
    )
    expect(skipped.map(({ bulkOrderId }) => bulkOrderId)).toEqual([first.id, first.id, first.id])
    const same = await bulk.create({ csv: fileOf('s1@x.io') })
    expect((await bulk.send(`POST /bulk-orders/${same.id}/start`)).json()).toMatchObject({
      errorCode: 'BULK_ORDER_HAS_NOTHING_TO_BUY',
    })
    const other = await bulk.create({ csv: fileOf('s1@x.io'), occasion: '2026-12' })
    expect(other.rows).toMatchObject({ ready: 1, skipped: 0 })
  })

  test('skips rows that another one has bought since it was checked', async () => {
    const csv = fileOf('race1@x.io', 'race2@x.io')
    const [one, other] = [await bulk.create({ csv }), await bulk.create({ csv })]
    await Promise.all([bulk.command(one, 'start'), bulk.command(other, 'start')])
    const done = [await bulk.until(one, 'completed'), await bulk.until(other, 'completed')]
    const count = (state: 'placed' | 'skipped') =>
      done.reduce((sum, { rows }) => sum + rows[state], 0)
    expect({ placed: count('placed'), skipped: count('skipped') }).toEqual({
      placed: 2,
      skipped: 2,
    })
  })

  test('knows the order of the API that has its identifier', async () => {
    const customIdentifier = 'by-api'
    const transactionId = await buy(app, account, { ...plainOrder, customIdentifier })
    const draft = await bulk.create({ csv: `productId,value,id\n5,10,${customIdentifier}\n` })
    expect(await bulk.rows(draft)).toMatchObject([
      { state: 'skipped', transactionId, bulkOrderId: null },
    ])
  })

  test('pauses when the balance does not suffice, and goes on when it does', async () => {
    const poor = await app.openAccount({ balance: 13_000_000_000n })
    const mine = openBulk(app, await manager(app, poor))
    const draft = await mine.create({ csv: fileOf('1@x.io', '2@x.io', '3@x.io') })
    await mine.command(draft, 'start')
    const paused = await mine.until(draft, 'paused')
    expect(paused).toMatchObject({
      pauseReason: 'insufficient_balance',
      rows: { placed: 2, ready: 1 },
      wallet: { isEnough: false },
    })
    expect(await mine.events('bulk_order.paused')).toMatchObject([
      { bulkOrderId: draft.id, reason: 'insufficient_balance' },
    ])
    const { accountId } = poor
    const amount = 100_000_000_000n
    await transact(app.database, (tx) => app.wallets.fund(tx, { accountId, mode: 'test', amount }))
    await mine.command(draft, 'resume')
    expect(await mine.until(draft, 'completed')).toMatchObject({ rows: { placed: 3 } })
  })

  test('can be paused, resumed and cancelled, and nothing else than what its state allows', async () => {
    const draft = await bulk.create({ csv: fileOf('c@x.io') })
    const refused = async (command: string) => {
      const response = await bulk.send(`POST /bulk-orders/${draft.id}/${command}`)
      expect(response.json()).toMatchObject({ errorCode: 'BULK_ORDER_IN_WRONG_STATE' })
    }
    for (const command of ['pause', 'resume']) await refused(command)
    const cancelled = await bulk.command(draft, 'cancel')
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      rows: { ready: 0, cancelled: 1 },
      costLeft: 0,
    })
    for (const command of ['start', 'pause', 'resume', 'cancel']) await refused(command)
  })

  test('keeps nothing of its file when it is cancelled before it was started', async () => {
    const draft = await bulk.create({ csv: fileOf('gone@x.io', 'bad') })
    const cancelled = await bulk.command(draft, 'cancel')
    expect(cancelled).toMatchObject({ rows: { total: 2, invalid: 1, cancelled: 1 } })
    for (const query of ['', '?state=cancelled', '?state=invalid']) {
      const page = await bulk.send(`GET /bulk-orders/${draft.id}/rows${query}`)
      expect(page.json()).toMatchObject({ content: [], total: 0 })
    }
    const { rows } = await sql`
      select from bulk_rows where bulk_order_id = ${draft.id}`.execute(app.database)
    expect(rows).toEqual([])
    const file = await bulk.send(`GET /bulk-orders/${draft.id}/failed-rows`)
    expect(file.body.split('\r\n')).toHaveLength(2)
  })

  test('stops in the middle when it is paused, and every row is bought once after all', async () => {
    const emails = Array.from({ length: 600 }, (_, index) => `p${index}@x.io`)
    const rich = openBulk(
      app,
      await manager(app, await app.openAccount({ balance: 10_000_000_000_000n })),
    )
    const draft = await rich.create({ csv: fileOf(...emails) })
    await rich.command(draft, 'start')
    await rich.until(draft, 'running', ({ rows }) => rows.placed > 0)
    const paused = await rich.command(draft, 'pause')
    expect(paused).toMatchObject({ state: 'paused', pauseReason: 'asked' })
    await rich.command(draft, 'resume')
    const done = await rich.until(draft, 'completed')
    expect(done.rows).toMatchObject({ placed: 600, ready: 0 })
    expect((await verifyLedger(app.database)).discrepancies).toEqual([])
  })
})

describe('the file of failed rows', () => {
  test('has what was wrong, can be corrected and buys what is left', async () => {
    const csv = `${HEAD},senderName\n5,10,good@x.io,Acme\n5,10,bad,=cmd()\n`
    const draft = await bulk.create({ csv })
    await bulk.command(draft, 'start')
    await bulk.until(draft, 'completed')
    const response = await bulk.send(`GET /bulk-orders/${draft.id}/failed-rows`)
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bulk-order-${draft.id}-failed-rows.csv"`,
    })
    expect(response.body.split('\r\n').slice(1, -1)).toEqual([
      `5,,,,10,bad,,,"'=cmd()",,,3,Invalid value provided for field recipientEmail`,
    ])
    const corrected = await bulk.create({ csv: response.body.replace('bad', 'now@x.io') })
    expect(corrected.rows).toMatchObject({ total: 1, ready: 1 })
    expect(await bulk.rows(corrected)).toMatchObject([{ given: { senderName: '=cmd()' } }])
  })

  test('names the identifier of rows that failed, so that two of a kind stay two', async () => {
    const poor = await app.openAccount({ balance: 8_000_000_000n })
    const mine = openBulk(app, await manager(app, poor))
    const draft = await mine.create({ csv: fileOf('two@x.io', 'two@x.io') })
    await mine.command(draft, 'start')
    await mine.until(draft, 'paused')
    await mine.command(draft, 'cancel')
    const rows = await mine.rows(draft)
    expect(rows.map(({ state }) => state)).toEqual(['placed', 'cancelled'])
    const csv = (await mine.send(`GET /bulk-orders/${draft.id}/failed-rows`)).body
    const again = await mine.create({ csv })
    expect(await mine.rows(again)).toMatchObject([
      { state: 'ready', identifier: rows[1]?.identifier },
    ])
  })
})
