import { expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import { placeOrder, type Transaction } from '../src/contract/order.ts'
import { emptyPage, type Page, pageOf } from '../src/contract/page.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'
import { newIdentifier } from '../src/contract/world.ts'

const list = async (caller: Caller, query: string) =>
  expectAnswer<Page<Transaction>>(await caller.get(`/reports/transactions?${query}`)).body

inEveryDialect('GET /reports/transactions', (scenario) => {
  scenario('lists the orders as they were answered, the newest first', async (caller) => {
    const first = await placeOrder(caller)
    const second = await placeOrder(caller, { productId: 10, quantity: 2 })
    expect((await list(caller, 'size=2')).content).toEqual([second, first])
  })

  scenario('finds a lost order by its identifier, in any case, as a whole', async (caller) => {
    const identifier = newIdentifier('Lost & found/é 1')
    const order = await placeOrder(caller, { customIdentifier: identifier })
    const one = pageOf([order], { total: 1, size: 1 })
    for (const written of [identifier, identifier.toUpperCase(), identifier.toLowerCase()]) {
      for (const text of [
        encodeURIComponent(written),
        encodeURIComponent(written).replaceAll('%20', '+'),
      ]) {
        expect(await list(caller, `size=1&page=1&customIdentifier=${text}`)).toEqual(one)
      }
    }
    const part = encodeURIComponent(identifier.slice(0, -1))
    expect(await list(caller, `customIdentifier=${part}`)).toEqual(emptyPage({ size: 50 }))
  })

  scenario('every filter shows what fits it', async (caller) => {
    const recipientEmail = `${newIdentifier('jane')}@example.com`
    const order = await placeOrder(caller, { productId: 1629, unitPrice: 500, recipientEmail })
    const other = await placeOrder(caller, { productId: 10, unitPrice: 5 })
    for (const query of [
      'productId=1629',
      'productName=amazon+japan',
      'productName=Amazon%20J',
      'brandId=2',
      'brandName=AMAZON',
      'status=SUCCESSFUL',
      'status=successful',
      `recipientEmail=${recipientEmail.toUpperCase()}`,
      `startDate=${order.transactionCreatedTime}`.replace(' ', '%20'),
      `endDate=${other.transactionCreatedTime}`.replace(' ', '+'),
      'countryCode=ZZ&nonsense=1',
      'productId=abc&brandId=-1&status=NONSENSE&startDate=yesterday&customIdentifier=',
    ]) {
      const { content } = await list(caller, query)
      expect({ query, content }).toEqual({ query, content: expect.arrayContaining([order]) })
    }
    for (const query of [
      'productId=2',
      'productName=amazon+us',
      'brandId=3',
      'brandName=Apple',
      'brandName=%25',
      'status=FAILED',
      'status=PENDING',
      'recipientEmail=jane',
      'startDate=2999-01-01%2000:00:00',
      'endDate=2000-01-01%2000:00:00',
    ]) {
      const { content } = await list(caller, query)
      expect(content.map(({ transactionId }) => transactionId)).not.toContain(order.transactionId)
    }
  })

  scenario('filters that are combined must all fit', async (caller) => {
    const identifier = newIdentifier('combined')
    const order = await placeOrder(caller, { customIdentifier: identifier })
    const time = order.transactionCreatedTime.replace(' ', '%20')
    const all = `customIdentifier=${identifier}&productId=5&brandName=amazon&status=SUCCESSFUL`
    const fitting = `${all}&startDate=${time}&endDate=${time}`
    expect(await list(caller, fitting)).toEqual(pageOf([order], { total: 1, size: 50 }))
    for (const other of ['productId=10', 'status=FAILED', 'brandName=apple']) {
      const query = `${other}&${all}&startDate=${time}`
      expect(await list(caller, query), query).toEqual(emptyPage({ size: 50 }))
    }
  })

  scenario('times are inclusive to the second, and days stand for all of them', async (caller) => {
    const { transactionId, transactionCreatedTime: time } = await placeOrder(caller)
    const day = time.slice(0, 10)
    const shift = (seconds: number) =>
      new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + seconds * 1000)
        .toISOString()
        .slice(0, 19)
        .replace('T', ' ')
    for (const [query, isShown] of [
      [`startDate=${time}&endDate=${time}`, true],
      [`startDate=${shift(1)}`, false],
      [`endDate=${shift(-1)}`, false],
      [`startDate=${day}&endDate=${day}`, true],
    ] as const) {
      const { content } = await list(caller, query.replaceAll(' ', '%20'))
      const ids = content.map((order) => order.transactionId)
      expect({ query, isShown: ids.includes(transactionId) }).toEqual({ query, isShown })
    }
  })
})

inEveryDialect('GET /reports/transactions/{transactionId}', (scenario, dialect) => {
  scenario('is the order as it was answered, as a bare object', async (caller) => {
    const order = await placeOrder(caller)
    const { body } = expectAnswer(await caller.get(`/reports/transactions/${order.transactionId}`))
    expect(body).toEqual(order)
    expect(Object.keys(body as object)).toEqual(Object.keys(order))
  })

  scenario('refuses an id that is no order’s', async (caller) => {
    const refusal =
      dialect === '2026-10' ? refusals.transactionNotFoundCoded : refusals.transactionNotFound
    for (const id of ['999999999', '0', '-1', 'abc', '1.5', '9'.repeat(19), '%00', '%20']) {
      expectError(await caller.get(`/reports/transactions/${id}`), refusal)
    }
  })
})

inEveryDialect(
  'GET /reports/transactions',
  (scenario) => {
    scenario('of an account that never ordered is an empty page', async (caller) => {
      expect(await list(caller, '')).toEqual(emptyPage({ size: 50 }))
    })
  },
  { account: 'dollar', mode: 'live' },
)
