import { expect, test } from 'vitest'
import type { Detail } from './calls.ts'
import {
  type Draft,
  isComplete,
  isSame,
  type OrderBody,
  toOrderBody,
  toQuoteBody,
} from './draft.ts'

const draft: Draft = {
  productId: '5',
  unitPrice: '12.5',
  quantity: 2,
  userId: '',
  email: 'jane@example.com',
  phoneCountry: 'NG',
  phone: '0803 123 4567',
  sender: 'Acme',
  identifier: 'to-Jane',
}

const sent = toOrderBody(draft, { cost: 3139.45, costText: '3139.450001' }) as OrderBody

test('what is confirmed is sent, with its exact price', () => {
  expect(sent).toMatchObject({
    unitPrice: '12.5',
    recipientPhoneDetails: { countryCode: 'NG', phoneNumber: '0803 123 4567' },
    customIdentifier: 'to-Jane',
    expectedCost: '3139.450001',
  })
})

test.each([
  ['', true],
  ['  ', true],
  ['1234', false],
  ['ask her', false],
  ['+234 803 123 4567', true],
])('with the phone %j it is complete: %s', (phone, isWhole) => {
  expect(isComplete({ ...draft, phone })).toBe(isWhole)
})

test('a phone that is half typed has no price', () => {
  expect(toQuoteBody({ ...draft, phone: '1234' })).not.toHaveProperty('recipientPhoneDetails')
})

const order = {
  customIdentifier: 'to-Jane',
  product: { productId: 5 },
  quantity: 2,
  unitPrice: 12.5,
  unitPriceText: '12.50',
  recipientEmail: 'jane@example.com',
  recipientPhone: '+2348031234567',
  recipientUserId: null,
} as unknown as Detail

test('an order is known again by all that was sent', () => {
  expect(isSame(order, sent)).toBe(true)
})

test.each<object>([
  { customIdentifier: 'TO-JANE' },
  { product: { productId: 6 } },
  { quantity: 1 },
  { unitPriceText: '12.51' },
  { recipientEmail: null },
  { recipientEmail: 'joe@example.com' },
  { recipientPhone: null },
  { recipientPhone: '+2348031234568' },
  { recipientUserId: 'player-1' },
])('another one is not taken for it: %j', (other) => {
  expect(isSame({ ...order, ...other }, sent)).toBe(false)
})

test('an order to nobody is none to somebody', () => {
  const toNobody = toOrderBody({ ...draft, email: '', phone: '' }, undefined) as OrderBody
  expect(isSame(order, toNobody)).toBe(false)
  expect(isSame({ ...order, recipientEmail: null, recipientPhone: null }, toNobody)).toBe(true)
})
