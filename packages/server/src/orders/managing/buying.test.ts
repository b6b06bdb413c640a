import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  plainOrder,
  quickstartOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'

let app: TestApp
let caller: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp()
  caller = await manager(app, await app.openAccount())
})

afterAll(() => app.close())

describe('buying', () => {
  test('costs what the quote said, which wrote nothing', async () => {
    const body = { ...quickstartOrder, quantity: 2, customIdentifier: 'quoted' }
    const before = await readBooks(app)
    const writes = () =>
      sql`select from audit_log where action = 'quoteOrder'`.execute(app.database)
    const quoted = (await manage(app, caller, 'POST /orders/quote', body)).json()
    expect(await readBooks(app)).toEqual(before)
    expect((await writes()).rows).toEqual([])
    expect(quoted).toMatchObject({
      isAffordable: true,
      missing: 0,
      smsFee: 4.45,
      currencyCode: 'NGN',
    })
    const placed = await manage(app, caller, 'POST /orders', body)
    expect(placed.statusCode).toBe(201)
    const { transactionId, cost } = placed.json() as { transactionId: number; cost: number }
    expect(cost).toBe(quoted.cost)
    const detail = await manage(app, caller, `GET /orders/${transactionId}`)
    const { transfers, balanceAfter, dialect, placedBy } = detail.json()
    expect(dialect).toBe('2026-10')
    expect(placedBy).toMatchObject({ kind: 'token', name: 'Test' })
    expect(balanceAfter).toBe(quoted.balanceAfter)
    expect(transfers).toMatchObject(quoted.transfers)
  })

  test('is refused at another price than the expected one, and changes nothing', async () => {
    const body = { ...plainOrder, customIdentifier: 'expected' }
    const before = await readBooks(app)
    const { cost } = (await manage(app, caller, 'POST /orders/quote', body)).json()
    const refused = await manage(app, caller, 'POST /orders', {
      ...body,
      expectedCost: cost - 0.01,
    })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      errorCode: 'PRICE_CHANGED',
      message: expect.stringContaining(`${cost}`),
    })
    const unread = await manage(app, caller, 'POST /orders', { ...body, expectedCost: 'cheap' })
    expect(unread.json()).toMatchObject({ message: expect.stringContaining('expectedCost') })
    expect(await readBooks(app)).toEqual(before)
    const exact = { ...body, expectedCost: cost.toFixed(6) }
    expect((await manage(app, caller, 'POST /orders', exact)).statusCode).toBe(201)
    // That it was placed is the answer, whatever it would cost by now.
    const again = await manage(app, caller, 'POST /orders', { ...body, expectedCost: 1 })
    expect(again.json()).toMatchObject({ errorCode: 'CUSTOM_IDENTIFIER_ALREADY_USED' })
  })

  test('a double click buys once', async () => {
    const body = { ...plainOrder, customIdentifier: 'clicked-twice' }
    const before = await readBooks(app)
    const answers = await Promise.all([
      manage(app, caller, 'POST /orders', body),
      manage(app, caller, 'POST /orders', body),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
    expect((await readBooks(app)).orders).toBe(before.orders + 1n)
    const again = await manage(app, caller, 'POST /orders/quote', body)
    expect(again.json()).toMatchObject({ errorCode: 'CUSTOM_IDENTIFIER_ALREADY_USED' })
  })

  test('a quote says that the wallet has too little, and the order is refused', async () => {
    const poor = await manager(app, await app.openAccount({ balance: 1_000_000n }))
    const body = { ...plainOrder, customIdentifier: 'too-much' }
    const quoted = (await manage(app, poor, 'POST /orders/quote', body)).json()
    expect(quoted).toMatchObject({ isAffordable: false, balance: 1 })
    expect(quoted.balanceAfter).toBe(1 - quoted.cost)
    expect(quoted.missing).toBe(quoted.cost - 1)
    const placed = await manage(app, poor, 'POST /orders', body)
    expect(placed.json()).toMatchObject({ errorCode: 'INSUFFICIENT_BALANCE' })
  })

  test.each([
    ['productId', { productId: 999_999 }],
    ['unitPrice', { unitPrice: 100_000 }],
    ['quantity', { quantity: 0 }],
    ['recipientEmail', { recipientEmail: 'nobody' }],
    ['phoneNumber', { recipientPhoneDetails: { countryCode: 'US', phoneNumber: '1' } }],
  ])('a wrong %s is refused alike, priced or bought', async (_, wrong) => {
    const body = { ...plainOrder, customIdentifier: 'wrong', ...wrong }
    const quoted = await manage(app, caller, 'POST /orders/quote', body)
    const placed = await manage(app, caller, 'POST /orders', body)
    expect(quoted.statusCode).toBe(placed.statusCode)
    expect(quoted.json().message).toBe(placed.json().message)
    expect(quoted.statusCode).toBeGreaterThanOrEqual(400)
  })

  test('needs an identifier', async () => {
    const response = await manage(app, caller, 'POST /orders', plainOrder)
    expect(response.json()).toMatchObject({
      message: 'Missing required field customIdentifier',
    })
  })
})
