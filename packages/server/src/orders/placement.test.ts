import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  order,
  plainOrder,
  quickstartOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { randomIds } from '../core/ids.ts'
import { createSandboxSupplier } from '../suppliers/index.ts'
import { verifyLedger } from '../wallet/index.ts'

const clock = createManualClock(new Date('2022-06-10T08:06:04.321Z'))

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
})

afterAll(() => app.close())

test('the order of the quickstart is answered field by field as recorded', async () => {
  const response = await order(app, account, quickstartOrder)
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('application/com.reloadly.giftcards-v1+json')
  expect(response.json()).toEqual({
    transactionId: 3116,
    amount: 3139.45,
    discount: 25.65,
    currencyCode: 'NGN',
    fee: 285,
    smsFee: 4.45,
    totalFee: 289.45,
    preOrdered: false,
    recipientEmail: 'anyone@email.com',
    recipientPhone: '18579184613',
    customIdentifier: 'gift-card-amazon-order',
    status: 'SUCCESSFUL',
    transactionCreatedTime: '2022-06-10 08:06:04',
    product: {
      productId: 5,
      productName: 'Amazon US',
      countryCode: 'US',
      quantity: 1,
      unitPrice: 5,
      totalPrice: 5,
      currencyCode: 'USD',
      brand: { brandId: 2, brandName: 'Amazon' },
    },
    balanceInfo: {
      oldBalance: 1_000_000,
      newBalance: 996_886.2,
      cost: 3113.8,
      currencyCode: 'NGN',
      currencyName: 'Nigerian Naira',
      updatedAt: '2022-06-10 08:06:04',
    },
  })
})

test('numbers are written with the decimals of the recorded answers', async () => {
  const other = await app.openAccount()
  const { body } = await order(app, other, quickstartOrder)
  expect(body).toContain('"amount":3139.45,"discount":25.65,"currencyCode":"NGN","fee":285.00,')
  expect(body).toContain('"smsFee":4.45,"totalFee":289.45,')
  expect(body).toContain('"unitPrice":5.00,"totalPrice":5.00,')
  expect(body).toContain('"oldBalance":1000000.00000,"newBalance":996886.20000,"cost":3113.80000,')
})

test('the keys of an order come in the order of the wire', async () => {
  const body = (await order(app, account, plainOrder)).json() as Record<string, object>
  expect(Object.keys(body).join()).toBe(
    'transactionId,amount,discount,currencyCode,fee,smsFee,totalFee,preOrdered,recipientEmail,' +
      'recipientPhone,customIdentifier,status,transactionCreatedTime,product,balanceInfo',
  )
  expect(Object.keys(body.product ?? {}).join()).toBe(
    'productId,productName,countryCode,quantity,unitPrice,totalPrice,currencyCode,brand',
  )
  expect(Object.keys(body.balanceInfo ?? {}).join()).toBe(
    'oldBalance,newBalance,cost,currencyCode,currencyName,updatedAt',
  )
})

test('what was not sent is answered as null, not left out', async () => {
  const body = (await order(app, account, plainOrder)).json()
  expect(body).toMatchObject({
    recipientEmail: null,
    recipientPhone: null,
    customIdentifier: null,
    smsFee: 0,
  })
})

test('the balance that an order leaves is the balance that the wallet shows', async () => {
  const other = await app.openAccount()
  const first = (await order(app, other, quickstartOrder)).json() as { balanceInfo: object }
  const balance = (await get(app, other, '/accounts/balance')).json() as { balance: number }
  expect(first.balanceInfo).toMatchObject({ newBalance: balance.balance })
  const second = (await order(app, other, plainOrder)).json() as { balanceInfo: object }
  expect(second.balanceInfo).toMatchObject({ oldBalance: balance.balance })
})

test('an old balance has the time of what led to it, for orders that came together as well', async () => {
  const other = await app.openAccount()
  clock.advance(60_000)
  const answers = await Promise.all([order(app, other, plainOrder), order(app, other, plainOrder)])
  const times = answers.map((answer) => answer.json() as { balanceInfo: { updatedAt: string } })
  // Which of the two came first is not for the test to say.
  expect(times.map(({ balanceInfo }) => balanceInfo.updatedAt).toSorted()).toEqual([
    '2022-06-10 08:06:04',
    '2022-06-10 08:07:04',
  ])
  clock.advance(-60_000)
})

test('the ledger of the quickstart order has its two transfers and no other', async () => {
  const other = await app.openAccount()
  const id = await buy(app, other, quickstartOrder)
  const { rows } = await sql`
    select kind, ledger_account, amount::text from ledger_entries
     where account_id = ${other.accountId} and order_id = ${id}
     order by transfer_id, ledger_entries.amount`.execute(app.database)
  expect(rows).toEqual([
    { kind: 'order', ledger_account: 'wallet', amount: '-3139450000' },
    { kind: 'order', ledger_account: 'sms', amount: '4450000' },
    { kind: 'order', ledger_account: 'fees', amount: '285000000' },
    { kind: 'order', ledger_account: 'sales', amount: '2850000000' },
    { kind: 'commission', ledger_account: 'discounts', amount: '-25650000' },
    { kind: 'commission', ledger_account: 'wallet', amount: '25650000' },
  ])
})

test('an order can be found again by its id, with the same answer', async () => {
  const placed = await order(app, account, { ...quickstartOrder, customIdentifier: 'again' })
  const { transactionId } = placed.json() as { transactionId: number }
  const found = await get(app, account, `/reports/transactions/${transactionId}`)
  expect(found.statusCode).toBe(200)
  expect(found.body).toBe(placed.body)
})

test('numbers that are sent as text mean the same', async () => {
  const other = await app.openAccount()
  const response = await order(app, other, {
    ...quickstartOrder,
    productId: '5',
    quantity: '1',
    unitPrice: '5.00',
    recipientPhoneDetails: { countryCode: 'us', phoneNumber: 8579184613 },
  })
  expect(response.json()).toMatchObject({
    amount: 3139.45,
    recipientPhone: '18579184613',
    product: { productId: 5, quantity: 1, unitPrice: 5 },
  })
})

test('fields that nobody knows and an Accept header of any kind do no harm', async () => {
  const response = await app.http.inject({
    method: 'POST',
    url: '/orders',
    headers: { ...account.headers, accept: 'application/json', 'reloadly-client': 'anything' },
    payload: { ...plainOrder, coupon: 'X', errorCode: 'X', nested: { deep: [1] } },
  })
  expect(response.statusCode).toBe(200)
})

test('an order ahead, of a product that can be, says that it was one', async () => {
  const request = { productId: 10316, quantity: 1, unitPrice: 5, preOrder: true }
  const response = await order(app, account, request)
  expect(response.json()).toMatchObject({ preOrdered: true, status: 'SUCCESSFUL' })
})

test('a user id is taken by the product that needs one, and does no harm to another', async () => {
  const productAdditionalRequirements = { userId: 'player-1' }
  for (const request of [{ productId: 6147, quantity: 1, unitPrice: 0.99 }, plainOrder]) {
    const id = await buy(app, account, { ...request, productAdditionalRequirements })
    const { rows } = await sql`
      select recipient_user_id from orders where id = ${id}`.execute(app.database)
    expect(rows).toEqual([{ recipient_user_id: 'player-1' }])
  }
})

test('one amount may be written in many ways', async () => {
  for (const unitPrice of ['5', '5.', '5.00000', '5.000000000000', '+5', '0.5e1', '50E-1', ' 5 ']) {
    const response = await order(app, account, { productId: ' 5 ', quantity: '1.0', unitPrice })
    expect(response.json()).toMatchObject({ product: { productId: 5, quantity: 1, unitPrice: 5 } })
  }
})

const netOrders = [
  { name: 'Red Lobster', productId: 10316, unitPrice: 5, amount: '6.00000' },
  { name: 'Xbox Live', productId: 13948, unitPrice: 5, amount: '5.75000' },
  { name: 'two of Xbox Live', productId: 13948, unitPrice: 5, quantity: 2, amount: '11.50000' },
  { name: 'Razer Gold', productId: 10296, unitPrice: 5, amount: '6.00000' },
  { name: 'Xbox US', productId: 16061, unitPrice: 10, amount: '10.95000' },
  { name: 'Target', productId: 12740, unitPrice: 1, amount: '2.01000' },
  { name: 'Mastercard of 1.234', productId: 20316, unitPrice: 1.234, amount: '2.20932' },
  { name: 'Mastercard of 1.20014', productId: 20316, unitPrice: 1.20014, amount: '2.17614' },
  {
    name: 'two of 1.20013',
    productId: 20316,
    unitPrice: 1.20013,
    quantity: 2,
    amount: '4.35225',
  },
]

test.each(netOrders)('dialect 2026-10 charges $name as measured: $amount', async (sold) => {
  const { productId, unitPrice, quantity = 1, amount } = sold
  const client = await app.openAccount({ dialect: '2026-10', currency: 'USD' })
  const { body } = await order(app, client, { productId, unitPrice, quantity })
  expect(body).toContain(`"amount":${amount},`)
  expect(body).toContain(`"cost":${amount},`)
})

test('the balance moves by micro-units that the answer has no room for', async () => {
  const client = await app.openAccount({
    dialect: '2026-10',
    currency: 'USD',
    balance: 10_000_000n,
  })
  const { body } = await order(app, client, { productId: 20316, unitPrice: 1.20013, quantity: 3 })
  expect(body).toContain('"amount":6.52838,')
  const balance = await get(app, client, '/accounts/balance')
  expect(balance.body).toContain('"balance":3.471618,')
})

test('a net dialect books one transfer, and its amount is its cost', async () => {
  const client = await app.openAccount({ dialect: '2026-10' })
  const before = await readBooks(app)
  const response = await order(app, client, quickstartOrder)
  expect(response.body).toContain('"amount":3113.80000,"discount":25.65,')
  expect(response.body).toContain('"cost":3113.80000,')
  const after = await readBooks(app)
  expect(after.transfers - before.transfers).toBe(1n)
  expect(before.balance - after.balance).toBe(3_113_800_000n)
})

test('dialect 2021-11 answers with up to five decimals', async () => {
  const client = await app.openAccount({ dialect: '2021-11', currency: 'USD' })
  const response = await order(app, client, { productId: 11, quantity: 1, unitPrice: 10.12345 })
  // 10.12345 EUR at 1 / 0.92 is 11.00375; 2.9 % of it is 0.31910875.
  expect(response.json()).toMatchObject({ amount: 11.50375, discount: 0.31911, fee: 0.5 })
})

test('a currency without decimals is charged in whole units', async () => {
  const client = await app.openAccount({ currency: 'JPY' })
  const { body } = await order(app, client, quickstartOrder)
  // 5 USD at 151.2 is 756; 0.5 USD is 75.6; 0.9 % of 756 is 6.804; an SMS is 1.179.
  expect(body).toContain('"amount":833.00,"discount":7.00,')
  expect(body).toContain('"fee":76.00,"smsFee":1.00,')
})

test('a currency with three decimals is charged to the third', async () => {
  const client = await app.openAccount({ currency: 'KWD' })
  const { body } = await order(app, client, quickstartOrder)
  // 5 USD at 0.307 is 1.535; 0.5 USD is 0.1535; 0.9 % of 1.535 is 0.013815; an SMS is 0.0023946.
  expect(body).toContain('"amount":1.691,"discount":0.014,')
  expect(body).toContain('"fee":0.154,"smsFee":0.002,')
})

test('an order may take the last of the wallet, and not one micro-unit more', async () => {
  const exact = await app.openAccount({ balance: 3_135_000_000n })
  const short = await app.openAccount({ balance: 3_134_999_999n })
  const request = { productId: 5, quantity: 1, unitPrice: 5 }
  expect((await order(app, exact, request)).statusCode).toBe(200)
  expect((await order(app, short, request)).json()).toMatchObject({
    errorCode: 'INSUFFICIENT_BALANCE',
  })
})

test('live orders are refused while nobody supplies them, and nothing is charged', async () => {
  const live = await app.openAccount({ mode: 'live' })
  const before = await readBooks(app)
  const response = await order(app, live, quickstartOrder)
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({
    errorCode: 'TRANSACTION_CANNOT_BE_PROCESSED_AT_THE_MOMENT',
    message: 'This product has no supplier in live mode at the moment',
  })
  expect(await readBooks(app)).toEqual(before)
})

test('the ledger is clean after all of these', async () => {
  expect((await verifyLedger(app.database)).discrepancies).toEqual([])
})

test('an order in live mode is placed as soon as a supplier has the product', async () => {
  const sandbox = createSandboxSupplier(randomIds)
  const supplied = await createTestApp({ suppliers: [{ ...sandbox, supplies: () => true }] })
  const live = await supplied.openAccount({ mode: 'live' })
  const anonymous = { ...quickstartOrder, senderName: undefined }
  const refused = await order(supplied, live, anonymous)
  expect(refused.statusCode).toBe(400)
  expect(refused.json()).toMatchObject({ message: 'Missing required field senderName' })
  expect((await order(supplied, live, quickstartOrder)).statusCode).toBe(200)
  await supplied.close()
})

test('a supplier that issues the wrong number of cards costs nobody anything', async () => {
  const sandbox = createSandboxSupplier(randomIds)
  const broken = await createTestApp({ suppliers: [{ ...sandbox, issue: () => [[]] }] })
  const client = await broken.openAccount()
  const before = await readBooks(broken)
  const response = await order(broken, client, plainOrder)
  expect(response.statusCode).toBe(500)
  expect(response.json()).toMatchObject({ errorCode: 'INTERNAL_ERROR' })
  expect(await readBooks(broken)).toEqual(before)
  await broken.close()
})
