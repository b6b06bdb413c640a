import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  manage,
  manager,
  plainOrder,
  quickstartOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { transact } from '../storage/database.ts'

const clock = createManualClock(new Date('2026-05-01T08:00:00.000Z'))
const MINUTE_MS = 60_000

let app: TestApp
let account: TestAccount
let caller: Caller
/** Of the quickstart, plain, to Joe, and of a link; in this order, a minute apart. */
let ids: readonly [number, number, number, number]

type Caller = Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
  caller = await manager(app, account)
  const bought: number[] = []
  for (const body of [
    quickstartOrder,
    plainOrder,
    { ...plainOrder, recipientEmail: 'Joe@example.com', customIdentifier: '=cmd()' },
    { productId: 13959, quantity: 2, unitPrice: 25 },
  ]) {
    bought.push(await buy(app, account, body))
    clock.advance(MINUTE_MS)
  }
  ids = bought as unknown as typeof ids
})

afterAll(() => app.close())

interface PageBody {
  readonly content: readonly { readonly transactionId: number }[]
  readonly total: number
  readonly page: number
  readonly size: number
}

async function list(query = '', by = caller): Promise<PageBody> {
  const response = await manage(app, by, `GET /orders${query}`)
  expect(response.statusCode).toBe(200)
  return response.json() as PageBody
}

const idsOf = ({ content }: PageBody) => content.map(({ transactionId }) => transactionId)

describe('the list', () => {
  test('has every order, the newest first, whoever placed it', async () => {
    const page = await list('?size=3')
    expect(page).toMatchObject({ total: 4, page: 1, size: 3 })
    expect(idsOf(page)).toEqual([ids[3], ids[2], ids[1]])
    expect(idsOf(await list('?size=3&page=2'))).toEqual([ids[0]])
    expect((await list('?size=3&page=2')).content[0]).toEqual({
      transactionId: ids[0],
      mode: 'test',
      status: 'SUCCESSFUL',
      createdAt: '2026-05-01T08:00:00.000Z',
      customIdentifier: 'gift-card-amazon-order',
      product: {
        productId: 5,
        productName: 'Amazon US',
        countryCode: 'US',
        brandId: 2,
        brandName: 'Amazon',
      },
      quantity: 1,
      unitPrice: 5,
      cardCurrencyCode: 'USD',
      cost: 3113.8,
      currencyCode: 'NGN',
      recipientEmail: 'anyone@email.com',
      recipientPhone: '+18579184613',
      placedBy: { kind: 'client', id: account.clientId, name: 'Test' },
    })
  })

  test('finds an order by whatever somebody knows of it', async () => {
    for (const [q, found] of [
      [ids[1], [ids[1]]],
      ['GIFT-card-amazon-ORDER', [ids[0]]],
      ['joe@EXAMPLE.com', [ids[2]]],
      ['+1 (857) 918-4613', [ids[0]]],
      ['0018579184613', [ids[0]]],
      ['nobody@example.com', []],
      ['what is that?', []],
      ['  ', ids.toReversed()],
    ] as const) {
      expect([q, idsOf(await list(`?q=${encodeURIComponent(q)}`))]).toEqual([q, found])
    }
    expect(idsOf(await list('?q=joe@example.com&recipient=anyone@email.com'))).toEqual([])
  })

  test('prefers an order that has the text as its name to a recipient who has it', async () => {
    const other = await app.openAccount()
    await buy(app, other, { ...plainOrder, recipientEmail: 'a@example.com' })
    const named = await buy(app, other, { ...plainOrder, customIdentifier: 'a@example.com' })
    expect(idsOf(await list('?q=a@example.com', await manager(app, other)))).toEqual([named])
  })

  test('can be filtered, and what is combined must all fit', async () => {
    for (const [query, found] of [
      ['status=SUCCESSFUL', ids.toReversed()],
      ['status=FAILED', []],
      ['productId=13959', [ids[3]]],
      ['brandId=2', [ids[2], ids[1], ids[0]]],
      ['customIdentifier=gift-card-AMAZON-order', [ids[0]]],
      ['recipient=joe@example.com', [ids[2]]],
      ['recipient=%2B18579184613', [ids[0]]],
      ['recipient=%2B18579184613&productId=13959', []],
      ['from=2026-05-01T08:02:00Z', [ids[3], ids[2]]],
      ['to=2026-05-01T08:01:00Z', [ids[1], ids[0]]],
      ['from=2026-05-01&to=2026-05-01', ids.toReversed()],
      ['from=2026-05-02', []],
      ['to=2026-04-30', []],
    ] as const) {
      const page = await list(`?${query}`)
      expect([query, idsOf(page), page.total]).toEqual([query, found, found.length])
    }
  })

  test.each([
    ['status', 'DONE'],
    ['from', 'yesterday'],
    ['to', '2026-02-31'],
    ['productId', '0'],
    ['brandId', 'amazon'],
    ['recipient', 'Joe'],
    ['q', 'x'.repeat(255)],
    ['page', '0'],
    ['size', '201'],
    ['mode', 'both'],
  ])('refuses a %s that is none: %s', async (field, value) => {
    const response = await manage(app, caller, `GET /orders?${field}=${value}`)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ message: expect.stringContaining(field) })
  })
})

describe('the file', () => {
  const download = async (query = '') => {
    const response = await manage(app, caller, `GET /orders/export${query}`)
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-disposition']).toBe('attachment; filename="orders-test.csv"')
    return response.body.split('\r\n')
  }

  test('has exactly the orders that the filters have, with a head', async () => {
    const lines = await download()
    expect(lines).toHaveLength(ids.length + 2)
    expect(lines.slice(1, -1).map((line) => Number(line.split(',')[0]))).toEqual(ids.toReversed())
    expect(lines[4]).toBe(
      `${ids[0]},2026-05-01T08:00:00.000Z,SUCCESSFUL,gift-card-amazon-order,5,Amazon US,Amazon,US,1,` +
        '5.00,USD,3113.80,25.65,285.00,4.45,NGN,996886.20,John Doe,anyone@email.com,18579184613,,' +
        'Test,sandbox',
    )
    expect(await download('?q=joe@example.com')).toHaveLength(3)
    expect(await download('?status=FAILED')).toHaveLength(2)
  })

  test('holds nothing that a spreadsheet would compute', async () => {
    expect((await download('?q=joe@example.com'))[1]).toContain(`"'=cmd()"`)
  })
})

interface Detail {
  readonly transfers: readonly { readonly entries: readonly { readonly amount: number }[] }[]
  readonly reveals: readonly object[]
  readonly hasMoreReveals: boolean
}

describe('the page of an order', () => {
  test('has its price, its books, its cards without codes, and how everything stands', async () => {
    const response = await manage(app, caller, `GET /orders/${ids[0]}`)
    const detail = response.json() as Detail
    expect(detail).toMatchObject({
      transactionId: ids[0],
      face: 2850,
      fee: 285,
      smsFee: 4.45,
      discount: 25.65,
      cost: 3113.8,
      balanceBefore: 1_000_000,
      balanceAfter: 996_886.2,
      senderName: 'John Doe',
      dialect: '2022-06',
      supplier: 'sandbox',
      transfers: [
        { kind: 'order', balanceAfter: 996_860.55 },
        { kind: 'commission', balanceAfter: 996_886.2 },
      ],
      cards: [{ position: 1, parts: 'codeAndPin' }],
      messages: { total: 2, sent: 2, failed: 0 },
      webhooks: { events: 1, delivered: 0 },
    })
    for (const { entries } of detail.transfers) {
      expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(0, 9)
    }
  })

  test('never has a code, whoever has seen them', async () => {
    const cards = (await get(app, account, `/orders/transactions/${ids[0]}/cards`)).json()
    const [{ cardNumber, pinCode }] = cards as [{ cardNumber: string; pinCode: string }]
    for (const path of ['', '/timeline']) {
      const { body } = await manage(app, caller, `GET /orders/${ids[0]}${path}`)
      expect(body).not.toContain(cardNumber)
      expect(body).not.toContain(pinCode)
    }
    const { body } = await manage(app, caller, 'GET /orders/export')
    expect(body).not.toContain(cardNumber)
  })

  test('shows the last hundred who have seen the cards, and that there were more', async () => {
    const id = await buy(app, account)
    await sql`
      insert into card_reveals (account_id, mode, order_id, revealed_by, via)
      select ${account.accountId}, 'test', ${id}, 'somebody', 'api' from generate_series(1, 101)`.execute(
      app.database,
    )
    const detail = (await manage(app, caller, `GET /orders/${id}`)).json() as Detail
    expect(detail.reveals).toHaveLength(100)
    expect(detail.hasMoreReveals).toBe(true)
    const timeline = await manage(app, caller, `GET /orders/${id}/timeline`)
    expect(timeline.json()).toMatchObject({ isComplete: false })
  })
})

describe('an order of another account or mode', () => {
  test('does not exist', async () => {
    const stranger = await manager(app, await app.openAccount())
    for (const [line, body] of [
      [`GET /orders/${ids[0]}`],
      [`GET /orders/${ids[0]}/timeline`],
      [`POST /orders/${ids[0]}/reveal`, { reason: 'Curious' }],
    ] as const) {
      expect((await manage(app, stranger, line, body)).json()).toMatchObject({
        errorCode: 'TRANSACTION_NOT_FOUND',
      })
      expect((await manage(app, caller, `${line}?mode=live`, body)).statusCode).toBe(404)
    }
    expect((await list('', stranger)).total).toBe(0)
    expect((await list('?mode=live')).total).toBe(0)
    for (const id of ['0', 'abc', '9'.repeat(19)]) {
      expect((await manage(app, caller, `GET /orders/${id}`)).statusCode).toBe(404)
    }
  })

  test('cannot be reached without the scope', async () => {
    const reader = await manager(app, account, ['orders:read'])
    const buyer = await manager(app, account, ['orders:write'])
    for (const [by, line, body] of [
      [buyer, 'GET /orders'],
      [buyer, 'GET /orders/export'],
      [buyer, `GET /orders/${ids[0]}`],
      [buyer, `GET /orders/${ids[0]}/timeline`],
      [reader, 'POST /orders/quote', plainOrder],
      [reader, 'POST /orders', { ...plainOrder, customIdentifier: 'x' }],
      [reader, `POST /orders/${ids[0]}/reveal`, { reason: 'Curious' }],
    ] as const) {
      expect([line, (await manage(app, by, line, body)).statusCode]).toEqual([line, 403])
    }
  })
})

describe('looking at cards', () => {
  const reveal = (id: number, reason: string, by = caller) =>
    manage(app, by, `POST /orders/${id}/reveal`, { reason })

  test('shows the codes and leaves who, how and why on record', async () => {
    const id = await buy(app, account, { productId: 13959, quantity: 2, unitPrice: 25 })
    const shown = await reveal(id, 'Mail got lost')
    const cards = (await get(app, account, `/orders/transactions/${id}/cards`)).json()
    expect(shown.json()).toMatchObject({
      transactionId: id,
      cards: [{ position: 1 }, { position: 2 }],
    })
    expect(shown.json().cards[0].redemptionUrl).toBe(cards[0].cardNumber)
    expect(shown.headers['cache-control']).toBe('no-store')
    const detail = (await manage(app, caller, `GET /orders/${id}`)).json()
    expect(detail.reveals.at(-1)).toMatchObject({
      by: { kind: 'token', name: 'Test' },
      via: 'manage',
      reason: 'Mail got lost',
    })
    const { content } = (await manage(app, caller, `GET /orders/${id}/timeline`)).json()
    expect(content.at(-1)).toMatchObject({ kind: 'reveal' })
  })

  test.each(['', '   ', 'x'.repeat(201), 'a\0b'])('needs a reason; %j is none', async (reason) => {
    const response = await reveal(ids[0], reason)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ message: expect.stringContaining('reason') })
  })

  test('is done thirty times a minute by one token, and no more', async () => {
    const hasty = await manager(app, account, ['cards:reveal'])
    for (let count = 0; count < 30; count++) {
      expect((await reveal(ids[1], 'Counting', hasty)).statusCode).toBe(200)
    }
    const refused = await reveal(ids[1], 'Counting', hasty)
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ errorCode: 'TOO_MANY_REVEALS' })
    expect((await reveal(ids[1], 'Somebody else')).statusCode).toBe(200)
  })

  test('is not done when it cannot be recorded', async () => {
    const id = await buy(app, account)
    await sql`alter table card_reveals add constraint broken check (reason <> 'Broken') not valid`.execute(
      app.database,
    )
    const response = await reveal(id, 'Broken')
    await sql`alter table card_reveals drop constraint broken`.execute(app.database)
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('test"')
  })
})

test('an order keeps its history when its product is withdrawn', async () => {
  const id = await buy(app, account, { productId: 10, quantity: 1, unitPrice: 15 })
  await transact(app.database, (tx) =>
    sql`update products set is_active = false where id = 10`.execute(tx),
  )
  expect((await manage(app, caller, `GET /orders/${id}`)).statusCode).toBe(200)
})
