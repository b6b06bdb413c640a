import { continents, countries as data, type ICountry } from 'countries-list'
import { findCurrency } from '../core/currency.ts'

/** A country of ISO 3166-1. */
export interface Country {
  /** Alpha-2, upper case. */
  readonly isoName: string
  readonly name: string
  readonly continent: string
  readonly currencyCode: string
  readonly currencyName: string
  readonly currencySymbol: string
  /** With the plus sign. */
  readonly callingCodes: readonly string[]
}

/** Has no currency of its own and is no part of a country that has. */
const WITHOUT_CURRENCY = new Map([['AQ', 'USD']])

/** In the package and in use, but not assigned by ISO 3166-1. */
const UNASSIGNED = new Set(['AC', 'TA', 'XK'])

/** All countries, by name. */
export const countries: ReadonlyMap<string, Country> = new Map(
  Object.entries(data)
    .filter(([code]) => !UNASSIGNED.has(code))
    .map(([code, country]) => toCountry(code, country))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((country) => [country.isoName, country]),
)

/** A country's code as a caller wrote it; what cannot be one stands for no country. */
export function readCountryCode(text: string): string {
  return /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : ''
}

function toCountry(isoName: string, { name, continent, currency, phone }: ICountry): Country {
  // Several are in use in some; the first that banks still keep accounts in is the country's.
  const code = currency.find((each) => findCurrency(each) !== undefined)
  const currencyCode = WITHOUT_CURRENCY.get(isoName) ?? code ?? ''
  const known = findCurrency(currencyCode)
  if (known === undefined) throw new Error(`No currency is known for country ${isoName}`)
  return {
    isoName,
    name,
    continent: continents[continent],
    currencyCode,
    currencyName: known.name,
    currencySymbol: symbolOf(currencyCode),
    callingCodes: phone.map((number) => `+${number}`),
  }
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}
