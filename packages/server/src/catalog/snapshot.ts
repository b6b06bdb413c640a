import { divideHalfUp } from '../core/decimal.ts'
import type { Micros } from '../core/money.ts'
import { catalogErrors } from './errors.ts'
import type { Brand, Category, Product } from './model.ts'
import type { PriceList } from './prices.ts'
import { RATE_PLACES, type Rate } from './quote.ts'

/**
 * The whole catalogue at one moment, in memory: prices are quoted without I/O,
 * and two look-ups in one snapshot agree with each other.
 */
export interface Snapshot {
  readonly categories: readonly Category[]
  readonly products: ReadonlyMap<bigint, Product>
  readonly brands: ReadonlyMap<number, Brand>
  /** Units of a currency for one US dollar, in 10⁻¹⁸. */
  readonly perUsd: ReadonlyMap<string, bigint>
  /** US dollars for one SMS to a country. */
  readonly smsPricesUsd: ReadonlyMap<string, Micros>
  /** By account, of those that have prices of their own. */
  readonly priceLists: ReadonlyMap<bigint, PriceList>
}

/** More than a rate has: the rate between two currencies is exact to its last decimal. */
export const PER_USD_PLACES = 18

const RATE_UNIT = 10n ** BigInt(RATE_PLACES)

/** Units of `to` for one unit of `from`; undefined when a rate is not known. */
export function findRate(snapshot: Snapshot, from: string, to: string): Rate | undefined {
  const fromPerUsd = snapshot.perUsd.get(from)
  const toPerUsd = snapshot.perUsd.get(to)
  if (fromPerUsd === undefined || toPerUsd === undefined) return undefined
  return divideHalfUp(toPerUsd * RATE_UNIT, fromPerUsd)
}

/** @throws rateUnavailable */
export function getRate(snapshot: Snapshot, from: string, to: string): Rate {
  const rate = findRate(snapshot, from, to)
  if (rate === undefined) throw catalogErrors.rateUnavailable({ from, to })
  return rate
}
