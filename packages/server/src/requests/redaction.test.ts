import { expect, test } from 'vitest'
import { cut, redactAnswer, redactBody, redactHeaders, redactQuery } from './redaction.ts'

const names = [
  'client_secret',
  'clientSecret',
  'CLIENT-SECRET',
  'access_token',
  'refresh_token',
  'id_token',
  'token',
  'authorization',
  'password',
  'cardNumber',
  'card_number',
  'pinCode',
  'pin',
  'redemptionUrl',
  'code',
  'secret',
]

test.each(names)('%s is taken out of bodies, answers and queries, in every mode', (name) => {
  for (const mode of ['test', 'live'] as const) {
    const body = { first: [{ [name]: 'S3cret', currencyCode: 'NGN' }], [name]: { deep: 'S3cret' } }
    for (const text of [redactBody(body, mode), redactAnswer(JSON.stringify(body), mode)]) {
      expect(text).not.toContain('S3cret')
      expect(text).toContain('"currencyCode":"NGN"')
    }
    expect(redactQuery(`a=1&${name}=S3cret&b=2`, mode)).toBe(`a=1&${name}=[redacted]&b=2`)
  }
})

test('a name that is written with escapes is the same name', () => {
  expect(redactQuery('%63lient%5Fsecret=S3cret', 'test')).not.toContain('S3cret')
  expect(redactAnswer('{"pin\\u0043ode":"S3cret"}', 'test')).not.toContain('S3cret')
})

test('recipients are named in test mode only', () => {
  const body = { recipientEmail: 'a@b.c', recipientPhoneDetails: { phoneNumber: '555' } }
  expect(redactBody(body, 'test')).toBe(JSON.stringify(body))
  expect(redactBody(body, 'live')).not.toMatch(/a@b\.c|555/)
  expect(redactAnswer(JSON.stringify(body), 'live')).not.toMatch(/a@b\.c|555/)
})

test('numbers stay as they were written, and null stays null', () => {
  const answer = '{"cardNumber":null,"amount":3139.450,"big":12345678901234567890}'
  expect(redactAnswer(answer, 'live')).toBe(answer)
})

test('what cannot be read is not kept', () => {
  expect(redactAnswer('token=S3cret', 'test')).toBeNull()
  expect(redactAnswer('<html>', 'live')).toBeNull()
  expect(redactBody(undefined, 'test')).toBeNull()
})

test('of headers there are those that prove nothing', () => {
  const headers = { authorization: 'Bearer S3cret', cookie: 'S3cret', accept: '*/*' }
  expect(redactHeaders(headers)).toEqual({ accept: '*/*' })
})

test('what is cut is text that PostgreSQL takes', () => {
  expect(cut('a\0b')).toBe('ab')
  expect(cut('😀😀', 3)).toBe('😀…')
  expect(cut('😀😀', 2).isWellFormed()).toBe(true)
})
