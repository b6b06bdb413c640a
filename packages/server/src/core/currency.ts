/** An ISO 4217 currency. */
export interface Currency {
  readonly code: string
  /** English name from the Unicode CLDR, e.g. `Nigerian Naira`. */
  readonly name: string
  /** Decimal places of the minor unit: 2 for most, 0 for JPY, 3 for KWD. */
  readonly minorPlaces: number
}

const names = new Intl.DisplayNames('en', { type: 'currency' })
const codes = new Set(Intl.supportedValuesOf('currency'))

/**
 * ISO 4217, table A.1, where it is not two places. The CLDR's own figure is
 * that of everyday cash (no decimals for HUF, say), which is not what banks
 * book, so only the names are taken from there.
 */
const minorPlaces: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
])

const known = new Map<string, Currency>()

/** The currency with this code, or undefined when ISO 4217 has none. */
export function findCurrency(code: string): Currency | undefined {
  const cached = known.get(code)
  if (cached !== undefined) return cached
  if (!codes.has(code)) return undefined
  const currency = { code, name: names.of(code) ?? code, minorPlaces: minorPlaces.get(code) ?? 2 }
  known.set(code, currency)
  return currency
}

/** The currency with this code; for codes that were checked when they were stored. */
export function getCurrency(code: string): Currency {
  const currency = findCurrency(code)
  if (currency === undefined) throw new Error(`Unknown currency ${code}`)
  return currency
}
