import { expect, test } from 'vitest'
import { parseExact, toJsonNumber } from './decimal.ts'

test('every decimal field has its text beside it, as it was sent', () => {
  expect(parseExact('{"amount":3139.450,"nested":[{"fee":0.00,"smsFee":null}]}')).toEqual({
    amount: 3139.45,
    amountText: '3139.450',
    nested: [{ fee: 0, feeText: '0.00', smsFee: null, smsFeeText: null }],
  })
})

test('lists and maps of numbers have lists and maps of texts', () => {
  const json =
    '{"fixedRecipientDenominations":[5.00,10],"fixedSenderDenominations":[],' +
    '"fixedRecipientToSenderDenominationsMap":{"5.00":5.880}}'
  expect(parseExact(json)).toEqual({
    fixedRecipientDenominations: [5, 10],
    fixedRecipientDenominationsText: ['5.00', '10'],
    fixedSenderDenominations: [],
    fixedSenderDenominationsText: [],
    fixedRecipientToSenderDenominationsMap: { '5.00': 5.88 },
    fixedRecipientToSenderDenominationsMapText: { '5.00': '5.880' },
  })
})

test.each([
  ['5.6E-5', '0.000056'],
  ['-1.25e+1', '-12.5'],
  ['1E3', '1000'],
  ['0.5e1', '5'],
  ['12.5e-1', '1.25'],
  ['1e-7', '0.0000001'],
  ['0e0', '0'],
  ['1e400', '1e400'],
])('%s has the text %s', (source, text) => {
  expect(parseExact(`{"amount":${source}}`)).toHaveProperty('amountText', text)
})

test('other numbers, and keys of any name, are left alone', () => {
  const json = '{"productId":5,"__proto__":{"amount":1},"amountText":7}'
  const parsed = parseExact(json) as object
  expect(Object.keys(parsed)).toEqual(['productId', '__proto__', 'amountText'])
  expect({}).not.toHaveProperty('amount')
})

test('what is no JSON is undefined', () => {
  for (const text of ['', '{', '<html>', 'undefined']) expect(parseExact(text)).toBeUndefined()
})

test('a number is sent as it is given', () => {
  expect(toJsonNumber('12345678901234567890.123456', 'unitPrice')).toBe(
    '12345678901234567890.123456',
  )
  expect(toJsonNumber(5.25, 'unitPrice')).toBe('5.25')
  expect(() => toJsonNumber(Number.POSITIVE_INFINITY, 'unitPrice')).toThrow('unitPrice')
})
