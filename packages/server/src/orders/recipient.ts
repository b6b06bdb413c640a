import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import { orderErrors } from './errors.ts'
import type { RecipientPhone } from './model.ts'

/**
 * Reads a phone number as people write it: national with or without the trunk
 * zero, international with or without the plus, with spaces and dashes.
 *
 * @throws invalidPhone
 */
export function readPhone(countryCode: string, phoneNumber: string): RecipientPhone {
  const country = countryCode.trim().toUpperCase()
  const refuse = () => orderErrors.invalidPhone({ field: 'phoneNumber', country })
  if (!isSupportedCountry(country))
    throw orderErrors.invalidPhone({ field: 'countryCode', country })
  const parsed = parse(phoneNumber, country) ?? parse(`+${phoneNumber}`, country)
  if (parsed === undefined) throw refuse()
  return { digits: parsed.number.slice(1), countryCode: parsed.country ?? country }
}

function parse(text: string, country: CountryCode) {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })
  return parsed?.isPossible() ? parsed : undefined
}

/** Calling code and national number of a phone that somebody looks for; undefined for other text. */
export function readSearchedPhone(text: string): string | undefined {
  if (!/^\+?[\d\s()./-]{7,30}$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '').replace(/^00/, '')
  return digits.length >= 7 && digits.length <= 15 ? digits : undefined
}

/** One address: the shape that mail servers accept, not every shape that RFC 5322 allows. */
const EMAIL =
  /^[^\s\p{Cc}\p{Cs}@<>(),;:"\\[\]]{1,64}@([\p{L}\d](-*[\p{L}\d])*\.)+[\p{L}\d](-*[\p{L}\d])+$/u

export function isEmail(text: string): boolean {
  return text.length <= 254 && EMAIL.test(text)
}
