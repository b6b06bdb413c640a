import { expect, test } from 'vitest'
import { ORDER_BODY, UNIQUE_DIGITS } from '../order.ts'
import { PreparedRequest } from './request.ts'

const plan = {
  host: '127.0.0.1',
  port: 80,
  path: '/orders',
  headers: { Authorization: 'Bearer token' },
  body: ORDER_BODY,
  connections: 1,
  warmupSeconds: 0,
  seconds: 1,
}

test('every request carries its own identifier and is otherwise the same', () => {
  const request = new PreparedRequest({ ...plan, uniqueDigits: UNIQUE_DIGITS })
  const first = request.numbered(0).toString()
  const later = request.numbered(1_234_567).toString()
  expect(first).toContain(ORDER_BODY)
  expect(later).toBe(first.replace(UNIQUE_DIGITS, '0000000001234567'))
})

test('a request without a body is a GET', () => {
  const { body: _, ...reading } = plan
  expect(new PreparedRequest(reading).numbered(7).toString()).toBe(
    'GET /orders HTTP/1.1\r\nHost: 127.0.0.1:80\r\nAuthorization: Bearer token\r\n\r\n',
  )
})

test('a request without unique digits is never changed', () => {
  const request = new PreparedRequest(plan)
  expect(request.numbered(7).toString()).toContain(ORDER_BODY)
})
