import { expect, test } from 'vitest'
import { isExempt, rewriteNoProxy } from './no-proxy.ts'

test.each([
  ['', 'localhost,127.0.0.1'],
  ['*', 'localhost,127.0.0.1'],
  ['.com, corp.example', 'localhost,127.0.0.1,corp.example'],
  ['reloadly.com,.reloadly.com,*.reloadly.com,10.0.0.0/8', 'localhost,127.0.0.1,10.0.0.0/8'],
  ['AUTH.reloadly.com:443,topups.reloadly.com', 'localhost,127.0.0.1,topups.reloadly.com'],
  ['auth.reloadly.com:8443', 'localhost,127.0.0.1,auth.reloadly.com:8443'],
])('NO_PROXY=%j never exempts a Reloadly host', (original, rewritten) => {
  expect(rewriteNoProxy(original, { offline: false })).toBe(rewritten)
})

test('offline nothing but the loopback is exempted', () => {
  expect(rewriteNoProxy('corp.example', { offline: true })).toBe('localhost,127.0.0.1')
})

test.each([
  ['*', 'a.test', true],
  ['.a.test', 'x.a.test', true],
  ['a.test', 'a.test', true],
  ['a.test', 'ba.test', false],
  ['a.test:8443', 'a.test', false],
  ['10.0.0.0/8', '10.1.2.3', true],
  ['10.0.0.0/99', '10.1.2.3', false],
  ['fd00::/8', 'fd00::1', true],
  ['10.0.0.0/8', '11.1.2.3', false],
])('NO_PROXY=%s and %s: %s', (original, host, expected) => {
  expect(isExempt(original, { host, port: 443 })).toBe(expected)
})
