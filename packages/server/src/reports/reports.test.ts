import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  plainOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { readFilter } from './schema.ts'

const clock = createManualClock(new Date('2026-04-01T00:00:00.000Z'))
const MINUTE_MS = 60_000

let app: TestApp
/** Has 60 orders of Amazon US, a minute apart, the first at midnight. */
let account: TestAccount
let ids: number[]
/** Has one order each of four products. */
let varied: TestAccount
let variedIds: Record<'amazon' | 'spain' | 'netflix' | 'visa', number>

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
  ids = []
  for (let index = 0; index < 60; index++) {
    ids.push(await buy(app, account, plainOrder))
    clock.advance(MINUTE_MS)
  }
  varied = await app.openAccount()
  clock.set(new Date('2026-04-01T09:00:00.900Z'))
  const amazon = await buy(app, varied, { ...plainOrder, recipientEmail: 'Jane@example.com' })
  clock.set(new Date('2026-04-01T10:00:00.000Z'))
  const spain = await buy(app, varied, { productId: 4, quantity: 1, unitPrice: 10 })
  clock.set(new Date('2026-04-01T11:00:00.000Z'))
  const netflix = await buy(app, varied, {
    productId: 11739,
    quantity: 1,
    unitPrice: 15,
    customIdentifier: 'Film-1',
    recipientEmail: 'joe@example.com',
  })
  clock.set(new Date('2026-04-01T12:00:00.000Z'))
  const visa = await buy(app, varied, { productId: 13959, quantity: 1, unitPrice: 25 })
  variedIds = { amazon, spain, netflix, visa }
})

afterAll(() => app.close())

interface PageOut {
  readonly content: readonly { readonly transactionId: number }[]
  readonly totalElements: number
}

async function list(query: string, caller: TestAccount): Promise<PageOut> {
  const response = await get(app, caller, `/reports/transactions?${query}`)
  expect(response.statusCode).toBe(200)
  return response.json() as PageOut
}

const idsOf = (page: PageOut) => page.content.map((row) => row.transactionId)

const sort = { sorted: false, unsorted: true, empty: true }

describe('paging', () => {
  test('a page has the envelope of the wire, the newest order first', async () => {
    const page = await list('size=2&page=3', account)
    expect(page).toMatchObject({
      pageable: { sort, pageNumber: 2, pageSize: 2, offset: 4, unpaged: false, paged: true },
      totalElements: 60,
      totalPages: 30,
      last: false,
      first: false,
      sort,
      numberOfElements: 2,
      size: 2,
      number: 2,
      empty: false,
    })
    expect(Object.keys(page).join()).toBe(
      'content,pageable,totalElements,totalPages,last,first,sort,numberOfElements,size,number,empty',
    )
    expect(idsOf(page)).toEqual([ids[55], ids[54]])
  })

  test('the media type is that of version 1', async () => {
    const { headers } = await get(app, account, '/reports/transactions')
    expect(headers['content-type']).toBe('application/com.reloadly.giftcards-v1+json')
  })

  test('walking through the pages meets every order once, newest first', async () => {
    const met: number[] = []
    for (let page = 1; ; page++) {
      const answer = (await list(`size=7&page=${page}`, account)) as PageOut & { last: boolean }
      met.push(...idsOf(answer))
      if (answer.last) break
    }
    expect(met).toEqual(ids.toReversed())
  })

  test('pages count from 1, and 0 is taken for 1', async () => {
    const first = await list('size=5&page=1', account)
    expect(first).toMatchObject({ number: 0, first: true })
    expect(await list('size=5&page=0', account)).toEqual(first)
    expect(await list('size=5', account)).toEqual(first)
  })

  test('50 is the size by default and the most there is', async () => {
    for (const query of ['', 'size=50', 'size=51', 'size=200', 'size=999999999']) {
      expect(await list(query, account)).toMatchObject({ size: 50, numberOfElements: 50 })
    }
  })

  test('the last page knows that it is', async () => {
    expect(await list('page=2', account)).toMatchObject({
      last: true,
      first: false,
      numberOfElements: 10,
      totalPages: 2,
    })
  })

  test('a page past the end is empty and no error', async () => {
    for (const page of [3, 1_000, 999_999_999]) {
      expect(await list(`page=${page}`, account)).toMatchObject({
        content: [],
        empty: true,
        last: true,
        numberOfElements: 0,
        number: page - 1,
        totalElements: 60,
      })
    }
  })

  test('an account without orders has an empty page', async () => {
    const client = await app.openAccount()
    expect(await list('', client)).toEqual({
      content: [],
      pageable: { sort, pageNumber: 0, pageSize: 50, offset: 0, unpaged: false, paged: true },
      totalElements: 0,
      totalPages: 0,
      last: true,
      first: true,
      sort,
      numberOfElements: 0,
      size: 50,
      number: 0,
      empty: true,
    })
  })

  test('what is no page or size falls back to the default', async () => {
    const usual = await list('', account)
    for (const junk of ['abc', '-1', '1.5', '', '%00', '1e3', '0x10', '99999999999999999999']) {
      expect(await list(`page=${junk}&size=${junk}`, account)).toEqual(usual)
    }
  })

  test('a parameter that is given twice counts once', async () => {
    expect(await list('size=3&size=4', account)).toMatchObject({ size: 3 })
    expect(await list('status=SUCCESSFUL&status=FAILED', account)).toMatchObject({
      totalElements: 60,
    })
  })
})

describe('a filter shows the orders that fit it', () => {
  const all = ['visa', 'netflix', 'spain', 'amazon'] as const
  type Name = (typeof all)[number]

  const filters: readonly (readonly [query: string, names: readonly Name[]])[] = [
    ['', all],
    ['status=SUCCESSFUL', all],
    ['status=successful', all],
    ['status=FAILED', []],
    ['status=PENDING', []],
    ['productId=5', ['amazon']],
    ['productId=4', ['spain']],
    ['productId=999', []],
    ['brandId=2', ['spain', 'amazon']],
    ['brandId=999999999', []],
    ['brandName=Amazon', ['spain', 'amazon']],
    ['brandName=amaz', ['spain', 'amazon']],
    ['brandName=%25', []],
    ['productName=spain', ['spain']],
    ['productName=Amazon+US', ['amazon']],
    ['productName=Amazon%20US', ['amazon']],
    ['productName=Amaz_n', []],
    ['customIdentifier=film-1', ['netflix']],
    ['customIdentifier=film', []],
    ['recipientEmail=jane%40EXAMPLE.com', ['amazon']],
    ['recipientEmail=jane', []],
    ['startDate=2026-04-01%2010:00:00', ['visa', 'netflix', 'spain']],
    ['startDate=2026-04-01+10:00:01', ['visa', 'netflix']],
    ['endDate=2026-04-01%2010:00:00', ['spain', 'amazon']],
    ['endDate=2026-04-01%2009:59:59', ['amazon']],
    ['endDate=2026-04-01%2009:00:00', ['amazon']],
    ['startDate=2026-04-01%2009:00:00&endDate=2026-04-01%2009:00:00', ['amazon']],
    ['startDate=2026-04-01', all],
    ['startDate=2026-04-02', []],
    ['startDate=2027-01-01%2000:00:00', []],
    ['startDate=2026-04-01%2012:00:00&endDate=2026-04-01%2009:00:00', []],
    ['brandName=amazon&startDate=2026-04-01%2010:00:00', ['spain']],
    ['brandId=2&productId=5&status=SUCCESSFUL&recipientEmail=jane@example.com', ['amazon']],
    ['brandId=2&customIdentifier=Film-1', []],
    ['customIdentifier=%00', []],
  ]

  test.each(filters)('%s', async (query, names) => {
    const page = await list(query, varied)
    expect(idsOf(page)).toEqual(names.map((name) => variedIds[name]))
    expect(page.totalElements).toBe(names.length)
  })

  const unread = [
    'countryCode=ZZ',
    'nonsense=1',
    'status=NONSENSE',
    'startDate=yesterday',
    'startDate=2026-13-45%2000:00:00',
    'endDate=2025-02-31',
    'endDate=%00',
    'brandId=abc',
    'productId=-1',
    'customIdentifier=',
  ]

  test.each(unread)('%s cannot be read and does not restrict', async (query) => {
    expect(await list(query, varied)).toMatchObject({ totalElements: 4 })
  })

  test('an email with a percent sign in the address is text, not a pattern', async () => {
    expect(await list('recipientEmail=%25%40example.com', varied)).toMatchObject({
      totalElements: 0,
    })
  })

  test('a filter and a page apply together', async () => {
    const query = 'startDate=2026-04-01%2000:10:00&endDate=2026-04-01%2000:19:00'
    const page = await list(`${query}&size=4&page=3`, account)
    expect(page).toMatchObject({ totalElements: 10, numberOfElements: 2, last: true })
    expect(idsOf(page)).toEqual([ids[11], ids[10]])
  })

  test('a filter never reaches into another account', async () => {
    expect(await list(`customIdentifier=Film-1`, account)).toMatchObject({ totalElements: 0 })
  })
})

test.each([
  ['UTC', '2026-07-01T00:00:00.000Z', '2026-12-01T23:59:59.000Z'],
  ['America/New_York', '2026-07-01T04:00:00.000Z', '2026-12-02T04:59:59.000Z'],
  ['Asia/Kolkata', '2026-06-30T18:30:00.000Z', '2026-12-01T18:29:59.000Z'],
])('days are those of %s', (timeZone, from, to) => {
  expect(readFilter({ startDate: '2026-07-01', endDate: '2026-12-01' }, timeZone)).toEqual({
    from: new Date(from),
    to: new Date(to),
  })
})

test('the zone of the times is a setting', async () => {
  const ownClock = createManualClock(new Date('2026-07-01T03:59:59.900Z'))
  const other = await createTestApp(
    { clock: ownClock },
    { SCRIP_REPORT_TIME_ZONE: 'America/New_York' },
  )
  const caller = await other.openAccount()
  const june = await buy(other, caller)
  ownClock.set(new Date('2026-07-01T04:00:00.000Z'))
  const july = await buy(other, caller)
  const idsWith = async (query: string) =>
    idsOf((await get(other, caller, `/reports/transactions?${query}`)).json() as PageOut)
  expect(await idsWith('startDate=2026-07-01+00:00:00')).toEqual([july])
  expect(await idsWith('endDate=2026-06-30+23:59:59')).toEqual([june])
  await other.close()
})

test('a row of the report is the order as it was answered', async () => {
  const [row] = (await list('size=1', varied)).content
  const single = await get(app, varied, `/reports/transactions/${variedIds.visa}`)
  expect(single.json()).toEqual(row)
})
