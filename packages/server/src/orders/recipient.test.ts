import { describe, expect, test } from 'vitest'
import { ApiError } from '../core/errors.ts'
import { isEmail, readPhone } from './recipient.ts'

describe('a phone number is understood as people write it', () => {
  test.each([
    ['US', '8579184613', '18579184613'],
    ['us', '8579184613', '18579184613'],
    [' US ', '8579184613', '18579184613'],
    ['US', '+18579184613', '18579184613'],
    ['US', '18579184613', '18579184613'],
    ['US', '(857) 918-4613', '18579184613'],
    ['US', '857-918-4613', '18579184613'],
    ['US', '+1 857 918 4613', '18579184613'],
    ['NG', '8123456789', '2348123456789'],
    ['NG', '08123456789', '2348123456789'],
    ['NG', '2348123456789', '2348123456789'],
    ['NG', '+234 812 345 6789', '2348123456789'],
    ['ES', '657829900', '34657829900'],
    ['ES', '34657829900', '34657829900'],
    ['GB', '07400 123456', '447400123456'],
    ['DE', '0151 12345678', '4915112345678'],
  ])('%s %s is %s', (country, text, digits) => {
    expect(readPhone(country, text).digits).toBe(digits)
  })

  test('and belongs to the country that its number says, which its price depends on', () => {
    expect(readPhone('NG', '+34657829900')).toEqual({ digits: '34657829900', countryCode: 'ES' })
    expect(readPhone('us', '8579184613').countryCode).toBe('US')
  })
})

test('a phone number that is none is refused with the field at fault', () => {
  for (const [country, text, field] of [
    ['US', '12', 'phoneNumber'],
    ['US', '', 'phoneNumber'],
    ['US', 'gift', 'phoneNumber'],
    ['XX', '8579184613', 'countryCode'],
    ['', '8579184613', 'countryCode'],
    ['toString', '8579184613', 'countryCode'],
  ] as const) {
    expect(() => readPhone(country, text)).toThrow(ApiError)
    expect(() => readPhone(country, text)).toThrow(
      expect.objectContaining({ status: 400, code: 'INVALID_RECIPIENT_PHONE', field }) as Error,
    )
  }
})

describe('an e-mail address is taken', () => {
  test.each([
    'anyone@email.com',
    'a@b.co',
    'first.last+tag@sub.example.co.uk',
    "o'brien@example.com",
    'user_name-1@exa-mple.com',
    '!#$%&*/=?^`{|}~@example.com',
    'jürgen@müller.example',
    '用户@例子.公司',
    'a@xn--fsqu00a.xn--0zwm56d',
    `${'a'.repeat(64)}@example.com`,
  ])('%s', (address) => {
    expect(isEmail(address)).toBe(true)
  })

  test('of up to 254 characters and no more', () => {
    const longest = `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(65)}.com`
    expect(longest).toHaveLength(254)
    expect(isEmail(longest)).toBe(true)
    expect(isEmail(`a${longest}`)).toBe(false)
  })

  test('in an instant, however it was made to be hard to read', () => {
    // Would take longer than the universe is old if it were matched by trying.
    for (const hard of [`a@${'b-'.repeat(120)}`, `a@${'b.'.repeat(120)}`, `${'a'.repeat(254)}`]) {
      expect(isEmail(hard)).toBe(false)
    }
  })
})
