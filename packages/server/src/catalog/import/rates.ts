import { divideHalfUp } from '../../core/decimal.ts'
import { MICRO_PLACES, type Micros } from '../../core/money.ts'
import { RATE_PLACES, type Rate } from '../quote.ts'

/** What one row of a list says about the rate between its two currencies. */
export interface RateEvidence {
  /** As published, rounded to six decimals; null where the row has none. */
  readonly rate: Rate | null
  /** Face values, and what they cost as published, rounded. */
  readonly prices: readonly { readonly face: Micros; readonly price: Micros }[]
}

/** The rates from one to another, both included, that would have been rounded to a figure. */
interface Interval {
  readonly from: Rate
  readonly to: Rate
}

const RATE_UNIT = 10n ** BigInt(RATE_PLACES)
const UNKNOWN: Interval = { from: 1n, to: 10n ** 30n }

/**
 * The rate that the rows were made with, as nearly as they tell: converting
 * with it gives every published price again, if there is one rate that does.
 * It is the last published rate if that will do, else a number with few digits.
 * Undefined when nothing is known but that the rate is small.
 *
 * The published rate alone will not do: in its six decimals an Indonesian
 * rupiah has two digits, and a card of 500,000 would be out by a percent.
 *
 * Rates move while a long list is fetched. So rows are heard from the last to
 * the first, in each the most precise figure first, and what contradicts
 * those before it is passed over. What is nowhere near the others has not
 * moved but is a mistake, and is not heard at all.
 *
 * @param places decimals that the prices were rounded to, 0 to 6
 */
export function inferRate(rows: readonly RateEvidence[], places: number): Rate | undefined {
  const intervals = rows.map((row) => intervalsOf(row, places))
  const near = nearMost(intervals)
  let agreed = UNKNOWN
  for (const interval of intervals.toReversed().flat()) {
    const both = intersect(agreed, interval)
    if (isSome(both) && isSome(intersect(near, interval))) agreed = both
  }
  if (agreed.from === UNKNOWN.from) return undefined
  const published = rows.findLast(({ rate }) => rate !== null && includes(agreed, rate))
  return published?.rate ?? shortestIn(agreed)
}

/** Half to twice the median of what each row is most precise about. */
function nearMost(rows: readonly (readonly Interval[])[]): Interval {
  const told = rows.flatMap(([first]) => (first !== undefined && first.from > 0n ? [first] : []))
  const median = told.sort((a, b) => Number(a.from - b.from))[told.length >> 1]
  return median === undefined ? UNKNOWN : { from: median.from / 2n, to: median.to * 2n }
}

function intervalsOf({ rate, prices }: RateEvidence, places: number): Interval[] {
  const half = 10n ** BigInt(MICRO_PLACES - places) / 2n
  const intervals = prices.map(({ face, price }) => ({
    from: divideUp((price - half) * RATE_UNIT, face),
    to: divideUp((price + half) * RATE_UNIT, face) - 1n,
  }))
  if (rate !== null) intervals.push({ from: rate - HALF_MICRO, to: rate + HALF_MICRO - 1n })
  return intervals.sort((a, b) => Number(a.to - a.from - (b.to - b.from)))
}

/** Half of the last decimal of a published rate. */
const HALF_MICRO = 10n ** BigInt(RATE_PLACES - MICRO_PLACES) / 2n

function intersect(a: Interval, b: Interval): Interval {
  // biome-ignore lint/complexity/useMathMinMax: they take no bigint.
  return { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to }
}

function isSome({ from, to }: Interval): boolean {
  return from <= to
}

function includes({ from, to }: Interval, rate: Rate): boolean {
  return from <= rate && rate <= to
}

/** Of the numbers with the fewest decimals the one nearest to the middle. */
function shortestIn(interval: Interval): Rate {
  const { from, to } = interval
  for (let unit = 10n ** 30n; unit > 1n; unit /= 10n) {
    const middle = divideHalfUp(from + to, 2n * unit) * unit
    if (includes(interval, middle)) return middle
    const first = divideUp(from, unit) * unit
    if (first <= to) return first
  }
  return from
}

/** Rounds up, for positive divisors. */
function divideUp(numerator: bigint, divisor: bigint): bigint {
  const quotient = numerator / divisor
  return quotient * divisor < numerator ? quotient + 1n : quotient
}
