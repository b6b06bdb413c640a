import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import {
  buy,
  createTestApp,
  type ErrorBody,
  get,
  getToken,
  order,
  plainOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { transact } from '../storage/database.ts'

const clock = createManualClock(new Date('2022-01-06T10:57:50.000Z'))

let app: TestApp
let account: TestAccount
let net: TestAccount
let old: TestAccount

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
  net = await app.openAccount({ dialect: '2026-10', currency: 'USD' })
  old = await app.openAccount({ dialect: '2021-11' })
})

afterAll(() => app.close())

/** The whole envelope; every key of it is there, in the order of the wire. */
function envelope(error: Omit<ErrorBody, 'details'> & Partial<ErrorBody>) {
  return {
    timeStamp: '2022-01-06 10:57:50',
    message: error.message,
    path: error.path,
    errorCode: error.errorCode,
    infoLink: null,
    details: error.details ?? [],
  }
}

describe('an order that is refused', () => {
  const path = '/orders'

  async function expectRefusal(
    caller: TestAccount,
    body: object,
    status: number,
    error: Omit<ErrorBody, 'path' | 'details'> & Partial<ErrorBody>,
  ) {
    const before = await readBooks(app)
    const response = await order(app, caller, body)
    expect(response.json()).toEqual(envelope({ path, ...error }))
    expect(Object.keys(response.json() as object).join()).toBe(
      'timeStamp,message,path,errorCode,infoLink,details',
    )
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toBe('application/json')
    expect(await readBooks(app)).toEqual(before)
  }

  test.each(['productId', 'quantity', 'unitPrice'])('names %s when it is missing', (field) =>
    expectRefusal(account, { ...plainOrder, [field]: undefined }, 400, {
      message: `Missing required field ${field}`,
      errorCode: 'INVALID_INPUT_PROVIDED',
    }),
  )

  test.each(['quantity', 'unitPrice'])('says that a %s of zero is no amount', (field) =>
    expectRefusal(account, { ...plainOrder, [field]: 0 }, 400, {
      message: 'Invalid amount provided',
      errorCode: 'INVALID_INPUT_PROVIDED',
      details: [{ field }],
    }),
  )

  test('states the longest identifier when one is longer', () =>
    expectRefusal(account, { ...plainOrder, customIdentifier: 'i'.repeat(151) }, 400, {
      message: 'Maximum length allowed for field customIdentifier is 150',
      errorCode: 'INVALID_INPUT_PROVIDED',
    }))

  test('says that its identifier has been used', async () => {
    await buy(app, account, { ...plainOrder, customIdentifier: 'taken' })
    await expectRefusal(account, { ...plainOrder, customIdentifier: 'taken' }, 400, {
      message:
        'The custom identifier provided has already been used. Please provide a new, unique custom identifier',
      errorCode: 'CUSTOM_IDENTIFIER_ALREADY_USED',
    })
  })

  const wrongPrice = {
    message: 'Invalid price. Please ensure you selected the right price',
    errorCode: 'WRONG_PRODUCT_PRICE',
    details: [{ field: 'unitPrice' }],
  }

  test('says that a face value is not sold', async () => {
    await expectRefusal(account, { ...plainOrder, unitPrice: 4.99 }, 400, wrongPrice)
    await expectRefusal(net, { ...plainOrder, unitPrice: 4.99 }, 400, wrongPrice)
  })

  test('says the same without a code to a client of 2021', () =>
    expectRefusal(old, { ...plainOrder, unitPrice: 4.99 }, 400, {
      message: 'Invalid price, please ensure you selected the right price.',
      errorCode: null,
      details: [{ field: 'unitPrice' }],
    }))

  test('says that the wallet cannot pay', async () => {
    const poor = await app.openAccount({ balance: 1_000_000n })
    await expectRefusal(poor, plainOrder, 400, {
      message: 'Insufficient funds in the wallet to complete this transaction',
      errorCode: 'INSUFFICIENT_BALANCE',
    })
  })

  test('says that an order of today is worth more than 100 USD', () =>
    expectRefusal(net, { ...plainOrder, quantity: 11 }, 400, {
      message: 'Sorry, you cannot order products valued more than 100 USD at a go.',
      errorCode: null,
      details: [{ field: 'unitPrice' }],
    }))

  test('says that there is no such product', () =>
    expectRefusal(account, { ...plainOrder, productId: 999_999 }, 404, {
      message: 'Invalid product id',
      errorCode: 'INVALID_PRODUCT',
      details: [{ field: 'productId' }],
    }))

  test('says that a phone number is none of its country', () =>
    expectRefusal(
      account,
      { ...plainOrder, recipientPhoneDetails: { countryCode: 'US', phoneNumber: '12' } },
      400,
      {
        message: 'The recipient phone number is not valid for country US',
        errorCode: 'INVALID_RECIPIENT_PHONE',
        details: [{ field: 'phoneNumber' }],
      },
    ))

  test('says that a product cannot be ordered ahead', () =>
    expectRefusal(account, { ...plainOrder, preOrder: true }, 400, {
      message: 'This product does not support pre-orders, remove the field preOrder',
      errorCode: 'INVALID_INPUT_PROVIDED',
    }))

  test('names the user id that a product needs', () =>
    expectRefusal(account, { productId: 6147, quantity: 1, unitPrice: 0.99 }, 400, {
      message: 'Missing required field userId',
      errorCode: 'INVALID_INPUT_PROVIDED',
    }))

  test('says that there is no exchange rate for its currency', async () => {
    const odd = await app.openAccount({ currency: 'HRK' })
    await expectRefusal(odd, plainOrder, 500, {
      message: 'There is no exchange rate from USD to HRK',
      errorCode: 'FX_RATE_NOT_AVAILABLE',
    })
  })

  test('says that the account has no wallet', async () => {
    const credentials = await transact(app.database, async (tx) => {
      const accountId = await app.accounts.open(tx, { name: 'No wallet', countryCode: 'NG' })
      const name = 'Client'
      return app.accounts.createClient(tx, { accountId, mode: 'test', name, dialect: '2022-06' })
    })
    const headers = { authorization: `Bearer ${await getToken(app, credentials)}` }
    const response = await order(app, { headers }, plainOrder)
    expect(response.statusCode).toBe(404)
    expect(response.json()).toEqual(
      envelope({
        path,
        message: 'This account has no wallet in test mode',
        errorCode: 'WALLET_NOT_FOUND',
      }),
    )
  })
})

describe('what cannot be found', () => {
  const ids = ['1', '0', '99999999999999999999', 'abc', '-1', '1.5', '%20', '3116%00']

  test.each(ids)('cards of order %s are answered as an invalid transaction id', async (id) => {
    const path = `/orders/transactions/${id}/cards`
    const response = await get(app, account, path)
    expect(response.statusCode).toBe(404)
    expect(response.json()).toEqual(
      envelope({ path, message: 'Invalid transaction id', errorCode: null }),
    )
  })

  test.each(ids)('order %s is answered as a transaction that was not found', async (id) => {
    const path = `/reports/transactions/${id}`
    const response = await get(app, account, path)
    expect(response.statusCode).toBe(404)
    expect(response.json()).toEqual(
      envelope({ path, message: 'Gift Card transaction not found', errorCode: null }),
    )
  })

  test('the path of an error is without the query', async () => {
    const response = await get(app, account, '/reports/transactions/1?secret=x#y')
    expect(response.json()).toMatchObject({ path: '/reports/transactions/1' })
  })
})

test('an order whose connection breaks before the commit was not placed, and may come again', async () => {
  const client = await app.openAccount()
  // The wallet is locked here, so that the order waits inside its transaction.
  const holder = await app.database.startTransaction().execute()
  await sql`select from wallets where account_id = ${client.accountId} for update`.execute(holder)
  const answer = order(app, client, { ...plainOrder, customIdentifier: 'lost' })
  await expect
    .poll(async () => {
      const { rows } = await sql<{ ended: boolean }>`
        select pg_terminate_backend(pid) as ended from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`.execute(app.database)
      return rows.length
    })
    .toBe(1)
  const response = await answer
  await holder.rollback().execute()
  expect(response.statusCode).toBe(503)
  expect(response.headers['retry-after']).toBe('1')
  expect(response.json()).toMatchObject({
    errorCode: 'SERVICE_UNAVAILABLE',
    message: expect.stringContaining('The order was not placed') as string,
  })
  const report = await get(app, client, '/reports/transactions?customIdentifier=lost')
  expect(report.json()).toMatchObject({ totalElements: 0 })
  expect((await order(app, client, { ...plainOrder, customIdentifier: 'lost' })).statusCode).toBe(
    200,
  )
})

test('an order that waits too long for its wallet is refused, and not placed afterwards', async () => {
  const client = await app.openAccount()
  const holder = await app.database.startTransaction().execute()
  await sql`select from wallets where account_id = ${client.accountId} for update`.execute(holder)
  const responses = await Promise.all(
    ['slow 1', 'slow 2'].map((customIdentifier) =>
      order(app, client, { ...plainOrder, customIdentifier }),
    ),
  )
  await holder.rollback().execute()
  for (const response of responses) {
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({
      message: expect.stringContaining('The order was not placed') as string,
    })
  }
  const report = await get(app, client, '/reports/transactions')
  expect(report.json()).toMatchObject({ totalElements: 0 })
})

test('an order whose commit nobody answered is not placed a second time', async () => {
  const client = await app.openAccount()
  await sql`create function nap() returns trigger language plpgsql as
    $$ begin perform pg_sleep(20); return null; end $$`.execute(app.database)
  await sql`create constraint trigger nap after insert on cards
    deferrable initially deferred for each row execute function nap()`.execute(app.database)
  onTestFinished(async () => void (await sql`drop function nap cascade`.execute(app.database)))
  const answers = ['u1', 'u2', 'u3'].map((customIdentifier) =>
    order(app, client, { ...plainOrder, customIdentifier }),
  )
  const kill = async () => {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'active'
         and query = 'commit'`.execute(app.database)
    return rows.length
  }
  await expect.poll(kill).toBeGreaterThan(0)
  const stop = setInterval(() => void kill(), 50)
  for (const response of await Promise.all(answers)) {
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({
      message: expect.stringContaining('may or may not exist') as string,
    })
  }
  clearInterval(stop)
})
