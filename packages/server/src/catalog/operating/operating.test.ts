import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createSecondApp,
  createTestApp,
  type ErrorBody,
  get,
  manage,
  manager,
  order,
  plainOrder,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'

type Caller = Pick<TestAccount, 'headers'>

let app: TestApp
let account: TestAccount
let operator: Caller

beforeEach(async () => {
  app = await createTestApp()
  account = await app.openAccount({ currency: 'USD' })
  const own = await app.openAccount()
  operator = await manager(app, own, ['operator:read', 'operator:write'])
})

afterEach(() => app.close())

const pricesOf = ({ accountId }: TestAccount) => `/operator/accounts/${accountId}/prices`

async function send(request: Parameters<typeof manage>[2], body?: object) {
  const response = await manage(app, operator, request, body)
  expect(response.statusCode, response.body).toBeLessThan(300)
  return response.body === '' ? undefined : response.json()
}

async function refusalOf(request: Parameters<typeof manage>[2], body?: object) {
  const response = await manage(app, operator, request, body)
  const { errorCode, message } = response.json<ErrorBody>()
  return [response.statusCode, errorCode, message]
}

/** What an account has heard of products. */
async function toldTo(caller: TestAccount) {
  const line = 'GET /events?types=product.changed,product.withdrawn'
  const events = await manage(app, await manager(app, caller), line)
  return events.json<{ content: { type: string; data: { productIds: number[] } }[] }>().content
}

/** What one plain order of 10 USD, whose face value is 10, costs by everything that says so. */
async function costsOf(caller: TestAccount) {
  const placed = (await order(app, caller, plainOrder)).json()
  const product = (await get(app, caller, '/products/5')).json()
  const listed = (await get(app, caller, '/products?productName=amazon+us')).json()
  const discount = (await get(app, caller, '/products/5/discounts')).json()
  const discounts = (await get(app, caller, '/discounts?size=300')).json()
  const people = await manager(app, caller, ['catalog:read'])
  const browsed = (await manage(app, people, 'GET /products/5?amount=10')).json()
  const ofFive = ({ productId }: { productId: number }) => productId === 5
  const inLists = [
    listed.content.find(ofFive)?.discountPercentage,
    discounts.content.find((row: { product: { productId: number } }) => ofFive(row.product))
      ?.discountPercentage,
  ]
  expect(inLists).toEqual([product.discountPercentage, product.discountPercentage])
  expect(discount.discountPercentage).toBe(product.discountPercentage)
  expect(browsed.price).toMatchObject({ fee: placed.fee, discount: placed.discount })
  expect(browsed).toMatchObject({
    senderFee: product.senderFee,
    senderFeePercentage: product.senderFeePercentage,
    discountPercentage: product.discountPercentage,
  })
  const { senderFee, senderFeePercentage, discountPercentage } = product
  return {
    product: [discountPercentage, senderFee, senderFeePercentage],
    order: [placed.discount, placed.fee],
    hasOwnPrice: browsed.hasOwnPrice,
  }
}

describe('a price of an account', () => {
  const catalogue = { product: [0.9, 0.5, 0], order: [0.09, 0.5], hasOwnPrice: false }

  test('is in its orders, products, discounts and dashboard, and in nobody else’s', async () => {
    const other = await app.openAccount({ currency: 'USD' })
    expect(await costsOf(account)).toEqual(catalogue)
    await send(`POST ${pricesOf(account)}`, { discountPercentage: 4, senderFee: '0.25' })
    expect(await costsOf(account)).toEqual({
      product: [4, 0.25, 0],
      order: [0.4, 0.25],
      hasOwnPrice: true,
    })
    expect(await costsOf(other)).toEqual(catalogue)
    const second = await createSecondApp(app)
    const { discountPercentage } = (await get(second, account, '/products/5')).json()
    expect(discountPercentage).toBe(4)
    await second.close()
  })

  test('holds part by part, the narrowest first', async () => {
    const path = pricesOf(account)
    await send(`POST ${path}`, { discountPercentage: 1, senderFee: 1, senderFeePercentage: 1 })
    await send(`POST ${path}`, { brandId: 2, discountPercentage: 2, senderFee: 0 })
    await send(`POST ${path}`, { productId: 5, discountPercentage: 3 })
    expect((await costsOf(account)).product).toEqual([3, 0, 1])
    await send(`DELETE ${path}/product-5`)
    expect((await costsOf(account)).product).toEqual([2, 0, 1])
    await send(`DELETE ${path}/brand-2`)
    expect((await costsOf(account)).product).toEqual([1, 1, 1])
    await send(`DELETE ${path}/everything`)
    expect(await costsOf(account)).toEqual(catalogue)
  })

  test('holds in both modes, so that test orders cost what live ones will', async () => {
    await send(`POST ${pricesOf(account)}`, { productId: 5, discountPercentage: 7.5 })
    const body = await send(`GET ${pricesOf(account)}`)
    expect(body.content).toEqual([
      {
        id: 'product-5',
        appliesTo: 'product',
        brandId: null,
        productId: 5,
        name: expect.stringContaining('Amazon'),
        discountPercentage: 7.5,
        senderFee: null,
        senderFeeCurrencyCode: null,
        senderFeePercentage: null,
        updatedAt: expect.any(String),
        updatedBy: 'Test',
      },
    ])
  })

  test('replaces the one for the same before it', async () => {
    const path = pricesOf(account)
    await send(`POST ${path}`, { brandId: 2, discountPercentage: 2 })
    await send(`POST ${path}`, { brandId: 2, senderFee: 300, senderFeeCurrencyCode: 'ngn' })
    const { content } = await send(`GET ${path}`)
    expect(content).toMatchObject([
      { id: 'brand-2', discountPercentage: null, senderFee: 300, senderFeeCurrencyCode: 'NGN' },
    ])
    // 300 naira at 570 for a dollar, to the cent.
    expect((await costsOf(account)).product).toEqual([0.9, 0.53, 0])
  })

  test('is told to the account, and to no other', async () => {
    const other = await app.openAccount()
    await send(`POST ${pricesOf(account)}`, { productId: 5, discountPercentage: 2 })
    await send(`POST ${pricesOf(account)}`, { brandId: 2, discountPercentage: 2 })
    const [first, second] = await toldTo(account)
    expect(first).toMatchObject({ type: 'product.changed', data: { productIds: [5] } })
    expect(second?.data.productIds.length).toBeGreaterThan(5)
    expect(await toldTo(other)).toEqual([])
  })

  test('that makes no sense is refused, with the field, and changes nothing', async () => {
    for (const [body, field] of [
      [{}, 'Missing required field discountPercentage'],
      [{ brandId: 2 }, 'Missing required field discountPercentage'],
      [{ discountPercentage: 101 }, 'discountPercentage'],
      [{ discountPercentage: -1 }, 'discountPercentage'],
      [{ discountPercentage: '0.0000001' }, 'discountPercentage'],
      [{ senderFee: 'much' }, 'senderFee'],
      [{ senderFee: 1, senderFeeCurrencyCode: 'ZZZ' }, 'senderFeeCurrencyCode'],
      [{ discountPercentage: 1, senderFeeCurrencyCode: 'USD' }, 'senderFeeCurrencyCode'],
      [{ senderFeePercentage: 100.5 }, 'senderFeePercentage'],
      [{ brandId: 999_999, discountPercentage: 1 }, 'brandId'],
      [{ productId: 999_999_999, discountPercentage: 1 }, 'productId'],
      [{ brandId: 2, productId: 5, discountPercentage: 1 }, 'productId'],
    ] as const) {
      const [status, code, message] = await refusalOf(`POST ${pricesOf(account)}`, body)
      expect([status, code]).toEqual([400, 'INVALID_INPUT_PROVIDED'])
      expect(message).toContain(field)
    }
    expect((await send(`GET ${pricesOf(account)}`)).content).toEqual([])
  })

  test('is of an account that there is, and there has to be one to delete', async () => {
    const nobody = '/operator/accounts/99999999/prices'
    const noAccount = [404, 'ACCOUNT_NOT_FOUND', expect.any(String)]
    expect(await refusalOf(`GET ${nobody}`)).toEqual(noAccount)
    expect(await refusalOf(`POST ${nobody}`, { discountPercentage: 1 })).toEqual(noAccount)
    expect(await refusalOf(`DELETE ${nobody}/everything`)).toEqual(noAccount)
    for (const id of ['everything', 'brand-2', 'product-5', 'brand-x', 'brand-']) {
      const [status, code] = await refusalOf(`DELETE ${pricesOf(account)}/${id}`)
      expect([status, code]).toEqual([404, 'PRICE_NOT_FOUND'])
    }
  })
})

describe('a product', () => {
  test('is sold by its new terms at once, and every account is told', async () => {
    const changed = await send('PATCH /operator/products/5', {
      discountPercentage: 3,
      senderFee: 0.1,
      senderFeePercentage: 2,
    })
    expect(changed).toMatchObject({ isActive: true, discountPercentage: 3, senderFee: 0.1 })
    expect(await send('GET /operator/products/5')).toEqual(changed)
    expect((await costsOf(account)).order).toEqual([0.3, 0.3])
    expect(await toldTo(account)).toMatchObject([
      { type: 'product.changed', data: { productIds: [5] } },
    ])
  })

  test('that is withdrawn is not sold, is told of, and can be brought back', async () => {
    await send('PATCH /operator/products/5', { isActive: false })
    expect((await order(app, account, plainOrder)).statusCode).toBe(404)
    const people = await manager(app, account)
    expect((await manage(app, people, 'GET /products/5')).statusCode).toBe(404)
    const found = await send('GET /operator/products?availability=withdrawn')
    expect(found).toMatchObject({ total: 1, content: [{ productId: 5, isActive: false }] })
    // Nobody has to hear of terms that nothing is sold by.
    await send('PATCH /operator/products/5', { discountPercentage: 1 })
    await send('PATCH /operator/products/5', { isActive: true })
    const types = (await toldTo(account)).map(({ type }) => type)
    expect(types).toEqual(['product.withdrawn', 'product.changed'])
    expect((await order(app, account, plainOrder)).statusCode).toBe(200)
  })

  test('that stays as it is makes no noise', async () => {
    await send('PATCH /operator/products/5', { discountPercentage: 0.9 })
    await send('PATCH /operator/products/5', {})
    expect(await toldTo(account)).toEqual([])
  })

  test('has to be there, and its terms have to make sense', async () => {
    for (const method of ['GET', 'PATCH'] as const) {
      const [status, code] = await refusalOf(`${method} /operator/products/999999999`, {})
      expect([status, code]).toEqual([404, 'PRODUCT_NOT_FOUND'])
    }
    const refused = await refusalOf('PATCH /operator/products/5', { discountPercentage: 200 })
    expect(refused).toEqual([400, 'INVALID_INPUT_PROVIDED', expect.any(String)])
  })
})

describe('an exchange rate', () => {
  test('prices orders from now on', async () => {
    const naira = await app.openAccount()
    expect((await costsOf(naira)).order).toEqual([51.3, 285])
    const set = await send('PATCH /operator/rates/NGN', { perUsd: '600.000000000000000001' })
    expect(set).toMatchObject({ currencyCode: 'NGN', name: 'Nigerian Naira' })
    expect((await manage(app, operator, 'GET /operator/rates/ngn')).body).toContain(
      '"perUsd":600.000000000000000001',
    )
    expect((await costsOf(naira)).order).toEqual([54, 300])
  })

  test('that leaps has to be confirmed', async () => {
    const [status, code, message] = await refusalOf('PATCH /operator/rates/NGN', { perUsd: 700 })
    expect([status, code]).toEqual([409, 'RATE_LEAP'])
    expect(message).toContain('22.8 percent')
    expect(await send('GET /operator/rates/NGN')).toMatchObject({ perUsd: 570 })
    expect(await send('PATCH /operator/rates/NGN', { perUsd: 627 })).toMatchObject({ perUsd: 627 })
    const forced = await send('PATCH /operator/rates/NGN', { perUsd: 62.7, force: true })
    expect(forced).toMatchObject({ perUsd: 62.7 })
  })

  test('can be a currency’s first', async () => {
    const unknown = await refusalOf('GET /operator/rates/XDR')
    expect(unknown.slice(0, 2)).toEqual([404, 'RATE_NOT_FOUND'])
    await send('PATCH /operator/rates/XDR', { perUsd: 0.75 })
    const { content } = await send('GET /operator/rates')
    expect(content.find((rate: { currencyCode: string }) => rate.currencyCode === 'XDR')).toEqual({
      currencyCode: 'XDR',
      name: expect.any(String),
      perUsd: 0.75,
      updatedAt: expect.any(String),
    })
    const drawing = await app.openAccount({ currency: 'XDR' })
    expect((await get(app, drawing, '/products/5')).statusCode).toBe(200)
  })

  test('that makes no sense is refused', async () => {
    for (const [currency, body, status, code] of [
      ['USD', { perUsd: 1 }, 409, 'RATE_FIXED'],
      ['ZZZ', { perUsd: 1 }, 404, 'RATE_NOT_FOUND'],
      ['NGN', { perUsd: 0 }, 400, 'INVALID_INPUT_PROVIDED'],
      ['NGN', { perUsd: -570 }, 400, 'INVALID_INPUT_PROVIDED'],
      ['NGN', { perUsd: 'many' }, 400, 'INVALID_INPUT_PROVIDED'],
      ['NGN', {}, 400, 'INVALID_INPUT_PROVIDED'],
    ] as const) {
      const refused = await refusalOf(`PATCH /operator/rates/${currency}`, body)
      expect(refused.slice(0, 2)).toEqual([status, code])
    }
    expect(await send('GET /operator/rates/NGN')).toMatchObject({ perUsd: 570 })
  })
})

test('only operators may do any of this, and everything in an account is not enough', async () => {
  const path = pricesOf(account)
  const owner = await manager(app, account, ['*'])
  const reader = await manager(app, account, ['operator:read'])
  for (const [request, body] of [
    ['PATCH /operator/products/5', {}],
    ['PATCH /operator/rates/NGN', { perUsd: 571 }],
    [`POST ${path}`, { discountPercentage: 1 }],
    [`DELETE ${path}/everything`, undefined],
  ] as const) {
    for (const caller of [owner, reader]) {
      expect((await manage(app, caller, request, body)).statusCode).toBe(403)
    }
  }
  for (const request of ['GET /operator/products', 'GET /operator/rates', `GET ${path}`] as const) {
    expect((await manage(app, owner, request)).statusCode).toBe(403)
    expect((await manage(app, reader, request)).statusCode).toBe(200)
  }
})
