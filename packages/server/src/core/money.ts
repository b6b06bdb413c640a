import { divideHalfUp, formatDecimal, parseDecimal } from './decimal.ts'

/**
 * An amount of money in micro-units: millionths of the currency's unit.
 * 1 NGN is `1_000_000n`. The currency stands beside it in the type that holds it.
 */
export type Micros = bigint

/** Decimal places of a micro-unit. */
export const MICRO_PLACES = 6

export const MICROS_PER_UNIT = 1_000_000n

/** The largest amount that is accepted anywhere, so that sums stay inside a 64-bit column. */
export const MAX_MICROS: Micros = 1_000_000_000_000n * MICROS_PER_UNIT

/** Reads an amount exactly; undefined when it is no number or finer than a micro-unit. */
export function parseMicros(text: string): Micros | undefined {
  return parseDecimal(text, MICRO_PLACES)
}

/** Prints an amount exactly, with at least `minPlaces` decimals. */
export function formatMicros(amount: Micros, minPlaces = 2): string {
  return formatDecimal(amount, MICRO_PLACES, minPlaces)
}

/** Prints an amount rounded half-up to exactly `places` decimals. */
export function formatRounded(amount: Micros, places: number): string {
  return formatDecimal(roundTo(amount, places), MICRO_PLACES, places)
}

/** Rounds half-up to `places` decimals (0 to 6); the result is still in micro-units. */
export function roundTo(amount: Micros, places: number): Micros {
  const unit = 10n ** BigInt(MICRO_PLACES - places)
  return divideHalfUp(amount, unit) * unit
}
