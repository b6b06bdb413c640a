import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Books,
  createTestApp,
  type ErrorBody,
  order,
  plainOrder,
  readBooks,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'

let app: TestApp
let account: TestAccount
let before: Books

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
})

afterAll(() => app.close())

// Whatever is refused here, nothing of it is written.
beforeEach(async () => {
  before = await readBooks(app)
})

afterEach(async () => {
  expect(await readBooks(app)).toEqual(before)
})

interface Refusal {
  readonly status?: number
  readonly code?: string
  readonly message: string
  /** In the message or in the details. */
  readonly field?: string
}

const missing = (field: string): Refusal => ({ message: `Missing required field ${field}`, field })
const invalid = (field: string): Refusal => ({
  message: `Invalid value provided for field ${field}`,
  field,
})
const noAmount = (field: string): Refusal => ({ message: 'Invalid amount provided', field })
const tooLong = (field: string, max: number): Refusal => ({
  message: `Maximum length allowed for field ${field} is ${max}`,
  field,
})
const tooMany: Refusal = {
  message: 'Maximum value allowed for field quantity is 100',
  field: 'quantity',
}
const unknownProduct: Refusal = {
  status: 404,
  code: 'INVALID_PRODUCT',
  message: 'Invalid product id',
  field: 'productId',
}
const wrongPrice: Refusal = {
  code: 'WRONG_PRODUCT_PRICE',
  message: 'Invalid price. Please ensure you selected the right price',
  field: 'unitPrice',
}
const badPhone = (country: string, field = 'phoneNumber'): Refusal => ({
  code: 'INVALID_RECIPIENT_PHONE',
  message: `The recipient phone number is not valid for country ${country}`,
  field,
})

async function expectRefusal(
  body: object | string | Buffer,
  refusal: Refusal,
  contentType = 'application/json',
): Promise<void> {
  const response = await order(app, account, body, contentType)
  const error = response.json() as ErrorBody
  expect(error).toMatchObject({
    message: refusal.message,
    errorCode: refusal.code ?? 'INVALID_INPUT_PROVIDED',
    path: '/orders',
    infoLink: null,
  })
  expect(response.statusCode).toBe(refusal.status ?? 400)
  const named = [error.message, ...error.details.map((detail) => detail.field)].join(' ')
  expect(named).toContain(refusal.field ?? '')
}

type Row = readonly [field: string, value: unknown, refusal: Refusal]

const nothings: Row[] = ['productId', 'quantity', 'unitPrice'].flatMap((field): Row[] => [
  [field, undefined, missing(field)],
  [field, null, missing(field)],
  [field, '', missing(field)],
  [field, true, invalid(field)],
  [field, [], invalid(field)],
  [field, [5], invalid(field)],
  [field, {}, invalid(field)],
  [field, { $gt: 0 }, invalid(field)],
])

const products: Row[] = [
  ['productId', 'abc', invalid('productId')],
  ['productId', ' ', invalid('productId')],
  ['productId', 1.5, invalid('productId')],
  ['productId', '5 or 1=1', invalid('productId')],
  ['productId', '0x5', invalid('productId')],
  ['productId', '5'.repeat(65), invalid('productId')],
  ['productId', '5\0', invalid('productId')],
  ['productId', 0, unknownProduct],
  ['productId', -5, unknownProduct],
  ['productId', 999_999, unknownProduct],
  ['productId', 1e30, unknownProduct],
  ['productId', '9223372036854775807', unknownProduct],
  ['productId', '9223372036854775808', unknownProduct],
  ['productId', '-9223372036854775809', unknownProduct],
]

const quantities: Row[] = [
  ['quantity', 0, noAmount('quantity')],
  ['quantity', -1, noAmount('quantity')],
  ['quantity', 1.5, noAmount('quantity')],
  ['quantity', '1.5', noAmount('quantity')],
  ['quantity', 'two', noAmount('quantity')],
  ['quantity', ' ', noAmount('quantity')],
  ['quantity', 'NaN', noAmount('quantity')],
  ['quantity', '1e-1', noAmount('quantity')],
  ['quantity', 101, tooMany],
  ['quantity', 1e30, tooMany],
  ['quantity', '1e30', tooMany],
  ['quantity', Number.MAX_SAFE_INTEGER, tooMany],
]

const prices: Row[] = [
  ['unitPrice', 0, noAmount('unitPrice')],
  ['unitPrice', '0.00', noAmount('unitPrice')],
  ['unitPrice', '0e5', noAmount('unitPrice')],
  ['unitPrice', -5, noAmount('unitPrice')],
  ['unitPrice', '-5', noAmount('unitPrice')],
  ['unitPrice', '-0', noAmount('unitPrice')],
  ['unitPrice', 'five', noAmount('unitPrice')],
  ['unitPrice', '5,00', noAmount('unitPrice')],
  ['unitPrice', '5 USD', noAmount('unitPrice')],
  ['unitPrice', '٥', noAmount('unitPrice')],
  ['unitPrice', '0x5', noAmount('unitPrice')],
  ['unitPrice', 'Infinity', noAmount('unitPrice')],
  ['unitPrice', '5e9999', noAmount('unitPrice')],
  ['unitPrice', 1e30, wrongPrice],
  ['unitPrice', '1e30', wrongPrice],
  ['unitPrice', '1e999', wrongPrice],
  ['unitPrice', `1${'0'.repeat(60)}`, wrongPrice],
  ['unitPrice', 4.99, wrongPrice],
  ['unitPrice', 100.01, wrongPrice],
  ['unitPrice', 10.123456, wrongPrice],
  ['unitPrice', 10.1234567, wrongPrice],
  ['unitPrice', '10.000000000000000001', wrongPrice],
]

const texts: Row[] = [
  ...['customIdentifier', 'senderName'].flatMap((field): Row[] => [
    [field, true, invalid(field)],
    [field, [], invalid(field)],
    [field, {}, invalid(field)],
    [field, 'a\0b', invalid(field)],
    [field, 'a\ud800b', invalid(field)],
    [field, '\udc00', invalid(field)],
  ]),
  ['customIdentifier', 'i'.repeat(151), tooLong('customIdentifier', 150)],
  ['customIdentifier', 'é'.repeat(151), tooLong('customIdentifier', 150)],
  ['customIdentifier', '🎁'.repeat(151), tooLong('customIdentifier', 150)],
  ['customIdentifier', 'i'.repeat(1001), tooLong('customIdentifier', 150)],
  ['customIdentifier', 'i'.repeat(60_000), tooLong('customIdentifier', 150)],
  ['senderName', 'n'.repeat(256), tooLong('senderName', 255)],
  ['senderName', 'n'.repeat(2_000), tooLong('senderName', 255)],
  ['preOrder', 'yes', invalid('preOrder')],
  ['preOrder', 1, invalid('preOrder')],
  ['preOrder', {}, invalid('preOrder')],
  ['productAdditionalRequirements', 'user-1', invalid('productAdditionalRequirements')],
  ['productAdditionalRequirements', { userId: {} }, invalid('userId')],
  ['productAdditionalRequirements', { userId: 'a\0b' }, invalid('userId')],
  ['productAdditionalRequirements', { userId: 'u'.repeat(256) }, tooLong('userId', 255)],
]

const emails: Row[] = [
  ...[
    'plain',
    '@example.com',
    'a@',
    'a@b',
    'a@b.',
    'a@.com',
    'a@-b.com',
    'a b@example.com',
    'a@exa mple.com',
    'a@b@example.com',
    'Jane <jane@example.com>',
    'a@example.com,b@example.com',
    'a@example.com\nBcc: b@example.com',
    'a\0@example.com',
    'a\x07@example.com',
    '\ud800@example.com',
    ` a@example.com`,
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
  ].map((email): Row => ['recipientEmail', email, invalid('recipientEmail')]),
  ['recipientEmail', 5, invalid('recipientEmail')],
  ['recipientEmail', ['a@example.com'], invalid('recipientEmail')],
  ['recipientEmail', { a: 1 }, invalid('recipientEmail')],
]

const phone = (countryCode: unknown, phoneNumber: unknown, refusal: Refusal): Row => [
  'recipientPhoneDetails',
  { countryCode, phoneNumber },
  refusal,
]

const phones: Row[] = [
  phone(undefined, '8579184613', missing('countryCode')),
  phone('US', undefined, missing('phoneNumber')),
  phone('', '8579184613', missing('countryCode')),
  phone('US', '', missing('phoneNumber')),
  phone('US', null, missing('phoneNumber')),
  phone(1, '8579184613', invalid('countryCode')),
  phone('US', {}, invalid('phoneNumber')),
  phone('XX', '8579184613', badPhone('XX', 'countryCode')),
  phone('USA', '8579184613', badPhone('USA', 'countryCode')),
  phone('__proto__', '8579184613', badPhone('__PROTO__', 'countryCode')),
  phone('US', '12', badPhone('US')),
  phone('US', 'call me', badPhone('US')),
  phone('US', '8579184613 and more', badPhone('US')),
  phone('US', '857918461385791846', badPhone('US')),
  phone('US', '++18579184613', badPhone('US')),
  phone('US', 0, badPhone('US')),
  phone('US', -1, badPhone('US')),
  phone('US', '1e3', badPhone('US')),
  phone('US', '\0', badPhone('US')),
  ['recipientPhoneDetails', '8579184613', invalid('recipientPhoneDetails')],
  ['recipientPhoneDetails', [], invalid('recipientPhoneDetails')],
  ['recipientPhoneDetails', {}, missing('countryCode')],
]

describe.each([
  ['an absent or mistyped required field', nothings],
  ['a product id that is none', products],
  ['a quantity that is none', quantities],
  ['a face value that is none', prices],
  ['a text that cannot be kept', texts],
  ['an e-mail address that is none', emails],
  ['a phone number that is none', phones],
])('%s is refused and changes nothing', (_, rows) => {
  test.each(
    rows.map(([field, value, refusal]) => ({
      name: `${field} ${JSON.stringify(value)?.slice(0, 60)}`,
      body: { ...plainOrder, [field]: value },
      refusal,
    })),
  )('$name', ({ body, refusal }) => expectRefusal(body, refusal))
})

describe('a face value that a product does not have is refused and changes nothing', () => {
  test.each([
    { productId: 10, unitPrice: 7 },
    { productId: 10, unitPrice: 5.00001 },
    { productId: 10, unitPrice: '5.0000001' },
    { productId: 1, unitPrice: 59.9 },
    { productId: 5, unitPrice: 5.000001 },
    { productId: 5, unitPrice: 4.99999 },
    { productId: 5, unitPrice: 100.00001 },
  ])('$unitPrice of product $productId', (sold) =>
    expectRefusal({ ...sold, quantity: 1 }, wrongPrice),
  )
})

describe('a body that is no order is refused and changes nothing', () => {
  const text = JSON.stringify(plainOrder)
  const notJson = (message: unknown): Refusal => ({ message: message as string })
  const malformed = notJson(expect.stringContaining('The request body is not valid JSON: '))
  const notObject = notJson('The request body must be a JSON object')

  test.each([
    ['nothing', '', missing('productId')],
    ['white space', ' \n', malformed],
    ['an empty object', '{}', missing('productId')],
    ['null', 'null', missing('productId')],
    ['a list', `[${text}]`, notObject],
    ['an empty list', '[]', notObject],
    ['a text', '"order"', notObject],
    ['a number', '5', notObject],
    ['a truth', 'true', notObject],
    ['half an object', text.slice(0, -1), malformed],
    ['two objects', `${text}${text}`, malformed],
    ['single quotes', "{'productId':5}", malformed],
    ['a trailing comma', `${text.slice(0, -1)},}`, malformed],
    ['a comment', `/* order */${text}`, malformed],
    ['a bare word', 'NaN', malformed],
    ['NaN as a value', '{"productId":5,"quantity":1,"unitPrice":NaN}', malformed],
    ['a number with a leading plus', '{"productId":5,"quantity":+1,"unitPrice":5}', malformed],
    ['a NUL in a text', '{"productId":5,"quantity":1,"unitPrice":5,"senderName":"\0"}', malformed],
    ['a byte order mark', `\ufeff${text}`, malformed],
    ['XML', '<order><productId>5</productId></order>', malformed],
    ['deep nesting', '['.repeat(30_000), malformed],
  ])('%s', (_, body, refusal) => expectRefusal(body, refusal))

  test('bytes that are not UTF-8', () =>
    expectRefusal(Buffer.concat([Buffer.from('{"senderName":"'), Buffer.from([0xc3, 0x28])]), {
      message: 'The request body is not valid UTF-8',
    }))

  test('UTF-16', () =>
    expectRefusal(Buffer.from(text, 'utf16le'), notJson(expect.stringContaining('not valid'))))

  test('more than 64 kB', () =>
    expectRefusal(JSON.stringify({ ...plainOrder, senderName: 'n'.repeat(1_000_000) }), {
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      message: 'The request body is larger than the 65536 bytes that this endpoint accepts',
    }))

  test.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'json', ''])(
    'content type "%s"',
    (contentType) =>
      expectRefusal(
        plainOrder,
        {
          status: 415,
          code: 'UNSUPPORTED_MEDIA_TYPE',
          message: 'Send the request body as Content-Type application/json',
        },
        contentType,
      ),
  )

  test('a form', () =>
    expectRefusal(
      'productId=5&quantity=1&unitPrice=5',
      {
        status: 415,
        code: 'UNSUPPORTED_MEDIA_TYPE',
        message: 'Send the request body as Content-Type application/json',
      },
      'application/x-www-form-urlencoded',
    ))

  test('required fields that only its prototype would have', () =>
    expectRefusal(`{"__proto__":${text}}`, missing('productId')))

  test('a prototype in its address', () =>
    expectRefusal(
      '{"productId":5,"quantity":1,"unitPrice":5,"recipientPhoneDetails":{"__proto__":{"countryCode":"US"}}}',
      missing('countryCode'),
    ))

  test('the last of a key that it has twice is the one that counts', () =>
    expectRefusal('{"productId":5,"quantity":1,"unitPrice":5,"quantity":0}', noAmount('quantity')))

  test('a number that a float cannot hold', () =>
    expectRefusal('{"productId":5,"quantity":1,"unitPrice":5.00000000000000000001}', wrongPrice))
})
