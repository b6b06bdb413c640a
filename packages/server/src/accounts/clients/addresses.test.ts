import { expect, test } from 'vitest'
import { formatRange, isWithin, readRange } from './addresses.ts'

const rangeOf = (text: string) => {
  const range = readRange(text)
  if (range === undefined) throw new Error(`${text} is no network`)
  return range
}

test.each([
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['203.0.113.7', '::ffff:203.0.113.7', true],
  ['::ffff:203.0.113.7', '203.0.113.7', true],
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['0.0.0.0/0', '198.51.100.1', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['::/0', '198.51.100.1', false],
  ['2001:db8::/32', '2001:db8:1::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['2001:db8::1', '2001:db8:0::1', true],
  ['127.0.0.1', '', false],
  ['127.0.0.1', 'localhost', false],
  ['0.0.0.0/0', 'unknown', false],
])('%s and the address %s: %s', (range, address, isIn) => {
  expect(isWithin([rangeOf('192.0.2.1'), rangeOf(range)], address)).toBe(isIn)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7/32', '203.0.113.7'],
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['2001:db8::1/32', '2001:db8::/32'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
])('%s is written %s', (text, written) => {
  expect(formatRange(rangeOf(text))).toBe(written)
})

test.each([
  '',
  'localhost',
  '203.0.113',
  '203.0.113.256',
  '1',
  '0x7f.0.0.1',
  '10.0.0.0/33',
  '::/129',
  '10.0.0.0/8/8',
  ' 10.0.0.1',
  '010.0.0.1',
  'fe80::1%eth0',
])('%j is no network', (text) => {
  expect(readRange(text)).toBeUndefined()
})
