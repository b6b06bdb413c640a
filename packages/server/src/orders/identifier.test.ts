import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  order,
  plainOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
})

afterAll(() => app.close())

const used = {
  errorCode: 'CUSTOM_IDENTIFIER_ALREADY_USED',
  message:
    'The custom identifier provided has already been used. Please provide a new, unique custom identifier',
}

const withIdentifier = (customIdentifier: unknown) => ({ ...plainOrder, customIdentifier })

async function find(identifier: string, caller = account): Promise<{ totalElements: number }> {
  const query = new URLSearchParams({ customIdentifier: identifier })
  return (await get(app, caller, `/reports/transactions?${query}`)).json()
}

test('an identifier buys once, and the second use is charged nothing', async () => {
  await buy(app, account, withIdentifier('once'))
  const before = await readBooks(app)
  const second = await order(app, account, withIdentifier('once'))
  expect(second.statusCode).toBe(400)
  expect(second.json()).toMatchObject(used)
  expect(await readBooks(app)).toEqual(before)
})

test('orders without an identifier never stand in each other’s way', async () => {
  for (const nothing of [undefined, null, '']) {
    expect((await order(app, account, withIdentifier(nothing))).json()).toMatchObject({
      customIdentifier: null,
    })
    await buy(app, account, withIdentifier(nothing))
  }
})

test('identifiers that differ in case are two, and are found together', async () => {
  await buy(app, account, withIdentifier('Case-Ä'))
  await buy(app, account, withIdentifier('case-ä'))
  expect((await order(app, account, withIdentifier('Case-Ä'))).json()).toMatchObject(used)
  for (const spelling of ['Case-Ä', 'case-ä', 'CASE-Ä']) {
    expect(await find(spelling)).toMatchObject({ totalElements: 2 })
  }
})

test('an identifier is found as a whole, not by a part of it', async () => {
  await buy(app, account, withIdentifier('whole identifier'))
  expect(await find('whole identifier')).toMatchObject({ totalElements: 1 })
  expect(await find('whole')).toMatchObject({ totalElements: 0 })
  expect(await find('%')).toMatchObject({ totalElements: 0 })
  expect(await find('whole_identifier')).toMatchObject({ totalElements: 0 })
})

describe('any characters may be in an identifier', () => {
  test.each([
    'with spaces  inside',
    ' around ',
    'a/b/../c',
    '?x=1&y=2#z',
    '100%',
    '%20',
    'plus+plus',
    "quote'; drop table orders; --",
    '"double" \\ back',
    '你好，世界',
    'é and é',
    '🎁👩‍👩‍👧',
    'line\nbreak\ttab',
    '‮right to left',
    '{}',
    'null',
    '__proto__',
  ])('%j', async (identifier) => {
    const id = await buy(app, account, withIdentifier(identifier))
    const page = (await find(identifier)) as unknown as { content: object[] }
    expect(page.content).toMatchObject([{ transactionId: id, customIdentifier: identifier }])
    expect((await order(app, account, withIdentifier(identifier))).json()).toMatchObject(used)
  })
})

test('two spellings of one Unicode character are two identifiers', async () => {
  await buy(app, account, withIdentifier('caf\u00e9'))
  await buy(app, account, withIdentifier('cafe\u0301'))
  expect((await order(app, account, withIdentifier('caf\u00e9'))).json()).toMatchObject(used)
})

describe('150 characters fit', () => {
  test.each(['i', 'é', '你', '🎁'])('of %s', async (character) => {
    const longest = character.repeat(150)
    const response = await order(app, account, withIdentifier(longest))
    expect(response.json()).toMatchObject({ customIdentifier: longest })
    expect(await find(longest)).toMatchObject({ totalElements: 1 })
  })
})

test('a number is an identifier, as the text that it was written as', async () => {
  const body = '{"productId":5,"quantity":1,"unitPrice":10,"customIdentifier":12345678901234567890}'
  expect((await order(app, account, body)).json()).toMatchObject({
    customIdentifier: '12345678901234567890',
  })
  expect((await order(app, account, withIdentifier(7))).json()).toMatchObject({
    customIdentifier: '7',
  })
  expect((await order(app, account, withIdentifier('7'))).json()).toMatchObject(used)
})

describe('a refused order leaves its identifier free', () => {
  test.each([
    ['a missing field', { quantity: undefined }],
    ['a wrong type', { quantity: {} }],
    ['no amount', { unitPrice: -1 }],
    ['an unknown product', { productId: 999_999 }],
    ['a wrong price', { unitPrice: 4.99 }],
    [
      'a phone number that is none',
      { recipientPhoneDetails: { countryCode: 'US', phoneNumber: '1' } },
    ],
    ['a price beyond the wallet', { unitPrice: 100, quantity: 100 }],
  ])('after %s', async (name, mistake) => {
    const request = withIdentifier(`free after ${name}`)
    const refused = await order(app, account, { ...request, ...mistake })
    expect(refused.statusCode).toBeGreaterThanOrEqual(400)
    expect(await find(request.customIdentifier as string)).toMatchObject({ totalElements: 0 })
    await buy(app, account, request)
  })
})

describe('a used identifier is the answer whatever else is wrong', () => {
  beforeAll(() => buy(app, account, withIdentifier('first')))

  test.each([
    ['an unknown product', { productId: 999_999 }],
    ['a wrong price', { unitPrice: 4.99 }],
    ['a price of 10^30', { unitPrice: 1e30 }],
    ['a pre-order that is not possible', { preOrder: true }],
    ['a missing user id', { productId: 6147, unitPrice: 0.99 }],
    ['a price beyond the wallet', { unitPrice: 100, quantity: 100 }],
  ])('%s', async (_, mistake) => {
    const response = await order(app, account, { ...withIdentifier('first'), ...mistake })
    expect(response.json()).toMatchObject(used)
  })

  test('the limit of today’s test orders', async () => {
    const net = await app.openAccount({ dialect: '2026-10', currency: 'USD' })
    await buy(app, net, withIdentifier('limited'))
    const over = { ...withIdentifier('limited'), quantity: 100 }
    expect((await order(app, net, over)).json()).toMatchObject(used)
  })

  test('a wallet that is empty', async () => {
    const client = await app.openAccount({ balance: 6_000_000_000n })
    await buy(app, client, withIdentifier('last money'))
    const again = await order(app, client, withIdentifier('last money'))
    expect(again.json()).toMatchObject(used)
    const other = await order(app, client, withIdentifier('more money'))
    expect(other.json()).toMatchObject({ errorCode: 'INSUFFICIENT_BALANCE' })
  })
})

test('an identifier belongs to its account: another may use the same', async () => {
  const other = await app.openAccount()
  await buy(app, account, withIdentifier('shared'))
  await buy(app, other, withIdentifier('shared'))
  expect(await find('shared')).toMatchObject({ totalElements: 1 })
  expect(await find('shared', other)).toMatchObject({ totalElements: 1 })
})
