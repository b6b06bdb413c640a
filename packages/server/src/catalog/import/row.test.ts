import { describe, expect, test } from 'vitest'
import { listedProduct, listedRange } from '../../../test/listed-product.ts'
import { readRow } from './row.ts'

function problemsOf(row: unknown): string[] {
  return readRow(row).problems.map(({ field, message }) => `${field} ${message}`)
}

test('a row as the API publishes it has no problem, and nothing in it is passed over', () => {
  for (const row of [listedProduct(), listedRange()]) {
    expect(readRow(row)).toMatchObject({
      productId: `${row.productId}`,
      problems: [],
      unread: new Set(),
    })
  }
})

test('amounts are read exactly', () => {
  const row = listedProduct({
    senderFee: 0.1,
    discountPercentage: 14.95,
    fixedRecipientDenominations: [87.2916, 5e-6, 1e3],
    fixedSenderDenominations: undefined,
  })
  expect(readRow(row).product).toMatchObject({
    senderFee: 100_000n,
    discountPercentage: 14_950_000n,
    faceValues: { type: 'FIXED', values: [87_291_600n, 5n, 1_000_000_000n] },
  })
})

test('a price that is no number of JSON’s is refused', () => {
  const price = JSON.parse('1e999')
  const map = 'fixedRecipientToSenderDenominationsMap'
  for (const [field, row] of [
    [map, { [map]: { '25.00': price } }],
    ['senderFee', { senderFee: price }],
  ] as const) {
    expect(readRow(listedProduct(row)).problems).toMatchObject([{ field }])
  }
})

test('an id that no float holds is read from its text', () => {
  const productId = '9223372036854775807'
  expect(readRow(listedProduct({ productId })).product?.id).toBe(9_223_372_036_854_775_807n)
})

test('the shape of earlier years is understood', () => {
  const { status, supportsPreOrder, senderFeePercentage, category, metadata, ...rest } =
    listedProduct()
  const { additionalRequirements, recipientCurrencyToSenderCurrencyExchangeRate, ...row } = {
    ...rest,
    brand: { brandId: 2, brandName: 'Amazon' },
    // As the documentation had it for a while.
    fixedRecipientToSenderDenominationsMap: [{ '25.00': 28.02 }, { '10.00': 11.21 }],
  }
  expect(readRow(row)).toMatchObject({
    problems: [],
    product: {
      isActive: true,
      supportsPreOrder: false,
      senderFeePercentage: 0n,
      userIdRequired: false,
      metadata: {},
      category: null,
      brand: { logoUrl: null },
      evidence: { rate: null },
      shown: { fixedRecipientToSenderDenominationsMap: { '25.00': 28.02, '10.00': 11.21 } },
    },
  })
})

test('a status that is not ACTIVE is a product that is not sold', () => {
  expect(readRow(listedProduct({ status: 'INACTIVE' })).product?.isActive).toBe(false)
})

test('fields that the API does not have are named, wherever they are', () => {
  const brand = { brandId: 9, brandName: 'Lantern', colour: 'red' }
  const { unread } = readRow(listedProduct({ brand, stock: 5, maxrecipientDenomination: null }))
  expect([...unread]).toEqual(['stock', 'maxrecipientDenomination', 'brand.colour'])
})

const longText = 'x'.repeat(100_001)

describe('a row is refused when', () => {
  test.each([
    ['productId', 0, 'must be from 1 to 9223372036854775807'],
    ['productId', -5, 'must be from 1 to 9223372036854775807'],
    ['productId', '9223372036854775808', 'must be from 1 to 9223372036854775807'],
    ['productId', 1.5, 'must be a whole number'],
    ['productId', 'five', 'must be a whole number'],
    ['productId', true, 'must be a whole number'],
    ['productId', undefined, 'is missing'],
    ['productName', 'x'.repeat(256), 'is longer than 255 characters'],
    ['productName', 'a\0b', 'has a character that cannot be stored'],
    ['productName', 'half \ud83d', 'has a character that cannot be stored'],
    ['productName', 7, 'must be text'],
    ['global', 'yes', 'must be true or false'],
    ['recipientCurrencyCode', 'XYZ', 'is no currency of ISO 4217: XYZ'],
    ['recipientCurrencyCode', 'eur', 'is no currency of ISO 4217: eur'],
    ['senderCurrencyCode', '__proto__', 'is no currency of ISO 4217: __proto__'],
    ['senderFee', -0.01, 'must not be negative'],
    ['senderFee', null, 'is missing'],
    ['senderFee', '0.5', 'must be a number'],
    ['senderFee', 1e13, 'must not be more than 1000000000000'],
    ['senderFee', 0.1234567, 'must be a number with at most 6 decimals'],
    ['senderFeePercentage', 100.01, 'must not be more than 100'],
    ['discountPercentage', -1, 'must not be negative'],
    ['denominationType', 'FIXED_AND_RANGE', 'must be FIXED or RANGE'],
    ['fixedRecipientDenominations', [], 'must not be empty for FIXED'],
    ['fixedRecipientDenominations', 5, 'must be a list'],
    ['minRecipientDenomination', 5, 'must be null for FIXED'],
    ['fixedSenderDenominations', [1, 2], 'must have a price for each face value'],
    [
      'fixedRecipientToSenderDenominationsMap',
      { five: 5 },
      'must have a price for each face value',
    ],
    [
      'fixedRecipientToSenderDenominationsMap',
      { '5.00': -5 },
      'must have a price for each face value',
    ],
    ['metadata', 'none', 'must be an object or null'],
    ['metadata', { text: longText }, 'is too large or cannot be stored'],
    ['metadata', { '5\0': '' }, 'is too large or cannot be stored'],
    ['metadata', { a: { b: [{ c: '\udc00' }] } }, 'is too large or cannot be stored'],
    ['metadata', nest(20), 'is too large or cannot be stored'],
    ['recipientCurrencyToSenderCurrencyExchangeRate', -1, 'must be a number and not negative'],
    ['recipientCurrencyToSenderCurrencyExchangeRate', '1', 'must be a number and not negative'],
    ['brand', 'Amazon', 'is no object'],
    ['country', [], 'is no object'],
  ])('%s is %j', (field, value, message) => {
    expect(problemsOf(listedProduct({ [field]: value }))).toContain(`${field} ${message}`)
  })

  test.each([
    ['a face value is negative', [5, -10], '[1] must be more than 0'],
    ['a face value is zero', [0], '[0] must be more than 0'],
    ['a face value is no number', ['5'], '[0] must be a number'],
    ['a face value is too large', [1e9 + 1], '[0] must not be more than 1000000000'],
  ])('%s', (_, values, message) => {
    expect(problemsOf(listedProduct({ fixedRecipientDenominations: values }))).toContain(
      `fixedRecipientDenominations${message}`,
    )
  })

  test.each([
    [{ logoUrls: ['https://x.example', 'javascript:alert(1)'] }, 'logoUrls[1]'],
    [{ logoUrls: ['/images/1.png'] }, 'logoUrls[0]'],
    [{ brand: { brandId: 1, brandName: 'x', logoUrl: 'ftp://x.example' } }, 'brand.logoUrl'],
    [{ country: { isoName: 'DE', name: 'x', flagUrl: 'http://' } }, 'country.flagUrl'],
  ])('an address is none: %j', (changes, field) => {
    expect(problemsOf(listedProduct(changes))).toEqual([`${field} is no address of http or https`])
  })

  test('bounds are the wrong way round, or have values between them', () => {
    expect(problemsOf(listedRange({ maxRecipientDenomination: 1 }))).toEqual([
      'maxRecipientDenomination must not be less than minRecipientDenomination',
    ])
    expect(problemsOf(listedRange({ minRecipientDenomination: null }))).toEqual([
      'minRecipientDenomination is missing',
    ])
    expect(problemsOf(listedRange({ fixedRecipientDenominations: [5] }))).toContain(
      'fixedRecipientDenominations must be empty for RANGE',
    )
  })

  test.each([null, 5, 'row', [], undefined])('it is %j', (row) => {
    expect(problemsOf(row)).toEqual([' is no object'])
  })
})

test('all that is wrong with a row is said at once', () => {
  const row = listedProduct({ productName: '', senderFee: -1, brand: { brandName: 5 } })
  expect(readRow(row)).toMatchObject({ product: undefined, productId: '900001' })
  expect(problemsOf(row)).toEqual([
    'productName is empty',
    'senderFee must not be negative',
    'brand.brandId is missing',
    'brand.brandName must be text',
  ])
})

function nest(depth: number): object {
  return depth === 0 ? {} : { inside: nest(depth - 1) }
}
