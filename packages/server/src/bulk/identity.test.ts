import { expect, test } from 'vitest'
import type { PlaceOrder } from '../orders/index.ts'
import { createIdentities } from './identity.ts'

const order: PlaceOrder = {
  productId: 5n,
  quantity: 1,
  unitPrice: 10_000_000n,
  customIdentifier: null,
  preOrder: false,
  senderName: 'Acme',
  recipientEmail: 'jane@example.com',
  recipientPhone: null,
  recipientUserId: null,
}

const identify = (orders: readonly Partial<PlaceOrder>[], occasion = '') => {
  const identities = createIdentities(occasion)
  return orders.map((each, index) => identities({ ...order, ...each }, index + 2))
}

const identifierOf = (each: Partial<PlaceOrder>, occasion = '') =>
  identify([each], occasion)[0]?.identifier

test('a row is known by the same identifier for ever', () => {
  // Never change this: whoever uploads an old file again would buy it again.
  expect(identifierOf({})).toBe('bulk-OzE_cJkxHhcsE6O1PvrUt_FPEzJ')
  expect(identifierOf({}, '2026-11')).toBe('bulk-KN1EiQuPM8Zp_BEstZsuUneR9CK')
})

test('a row of its own identifier is known by that', () => {
  expect(identifierOf({ customIdentifier: 'mine' })).toBe('mine')
})

test('every difference makes another row, and the case of an address does not', () => {
  const others: Partial<PlaceOrder>[] = [
    { productId: 6n },
    { quantity: 2 },
    { unitPrice: 10_000_001n },
    { senderName: null },
    { recipientEmail: null },
    { recipientPhone: { digits: '1', countryCode: 'US' } },
    { recipientUserId: '1' },
  ]
  const identifiers = [{}, ...others].map((each) => identifierOf(each))
  expect(new Set(identifiers).size).toBe(identifiers.length)
  expect(identifierOf({ recipientEmail: 'Jane@Example.com' })).toBe(identifierOf({}))
})

test('rows of the same content are as many, in whichever order they come', () => {
  const [first, second, other] = identify([{}, {}, { quantity: 2 }])
  expect(second).toEqual({
    identifier: expect.not.stringMatching(`^${first?.identifier}$`),
    duplicateOf: 2,
  })
  const shuffled = identify([{ quantity: 2 }, {}, {}])
  expect(shuffled.map(({ identifier }) => identifier)).toEqual([
    other?.identifier,
    first?.identifier,
    second?.identifier,
  ])
})
