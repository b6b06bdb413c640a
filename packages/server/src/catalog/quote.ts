import type { PricingRules } from '../accounts/index.ts'
import type { Currency } from '../core/currency.ts'
import { divideHalfUp } from '../core/decimal.ts'
import { MICRO_PLACES, type Micros } from '../core/money.ts'
import type { MicroPercent } from './model.ts'

/** Units of one currency for one unit of another, in 10⁻¹² (a rate of 570 is `570n * 10n ** 12n`). */
export type Rate = bigint

export const RATE_PLACES = 12

const RATE_UNIT = 10n ** 12n
const PERCENT_UNIT = 100n * 1_000_000n

export interface QuoteRequest {
  readonly rules: PricingRules
  /** The account's currency, which everything in the quote is in. */
  readonly currency: Currency
  readonly quantity: bigint
  /** Face value of one card, in the card's currency. */
  readonly unitPrice: Micros
  /** Account currency per unit of the card's currency. */
  readonly rate: Rate
  readonly discountPercentage: MicroPercent
  readonly senderFeePercentage: MicroPercent
  /** Flat fee per card, in the account's currency. */
  readonly senderFee: Micros
  /** Zero when no SMS is sent. */
  readonly smsFee: Micros
}

/** The price of an order, in the account's currency. */
export interface Quote {
  /** Face values converted, before fees and discount. */
  readonly face: Micros
  readonly fee: Micros
  readonly smsFee: Micros
  readonly discount: Micros
  /** What the answer calls `amount`: with the discount still in it (gross) or taken off (net). */
  readonly amount: Micros
  /** What leaves the wallet in the end. */
  readonly cost: Micros
}

/**
 * The price of an order: pure arithmetic on exact integers, no clock, no I/O.
 *
 * With `face = quantity × unitPrice × rate`, per-card fee `f`, fee percentage
 * `p` and discount `d`:
 *
 * - gross: every part is rounded to the rules' places, then
 *   `amount = face + fee + smsFee` and `cost = amount − discount`;
 * - net: `cost = quantity × (unitPrice × rate × (1 − d + p) + f) + smsFee`,
 *   rounded once, to a micro-unit; `amount` is the cost to five places, and the
 *   parts are shown in the currency's minor unit.
 *
 * All rounding is half-up. Each formula reproduces the recorded orders of its
 * years to the last digit (see `quote.test.ts`).
 */
export function quote(request: QuoteRequest): Quote {
  return request.rules.amount === 'gross' ? quoteGross(request) : quoteNet(request)
}

/** Exact: micro-units times rate units, 10⁻¹⁸ of the account's unit. */
function exactFace({ quantity, unitPrice, rate }: QuoteRequest): bigint {
  return quantity * unitPrice * rate
}

function quoteGross(request: QuoteRequest): Quote {
  const { quantity, currency, rules, senderFee, smsFee } = request
  const places = rules.places === 'minor' ? currency.minorPlaces : rules.places
  const face = round(exactFace(request), RATE_UNIT, places)
  const fee = round(
    face * request.senderFeePercentage + quantity * senderFee * PERCENT_UNIT,
    PERCENT_UNIT,
    places,
  )
  const discount = round(face * request.discountPercentage, PERCENT_UNIT, places)
  const amount = face + fee + smsFee
  return { face, fee, smsFee, discount, amount, cost: amount - discount }
}

function quoteNet(request: QuoteRequest): Quote {
  const { quantity, currency, rules, senderFee, smsFee } = request
  const places = rules.places === 'minor' ? currency.minorPlaces : rules.places
  const face = exactFace(request)
  const unit = RATE_UNIT * PERCENT_UNIT
  const flatFee = quantity * senderFee * unit
  const kept = PERCENT_UNIT - request.discountPercentage + request.senderFeePercentage
  const cost = face * kept + flatFee + smsFee * unit
  return {
    face: round(face, RATE_UNIT, MICRO_PLACES),
    fee: round(face * request.senderFeePercentage + flatFee, unit, currency.minorPlaces),
    smsFee,
    discount: round(face * request.discountPercentage, unit, currency.minorPlaces),
    amount: round(cost, unit, places),
    cost: round(cost, unit, MICRO_PLACES),
  }
}

/** An amount in another currency, rounded half-up to decimal places of its unit. */
export function convert(amount: Micros, rate: Rate, places: number): Micros {
  return round(amount * rate, RATE_UNIT, places)
}

/** Rounds half-up to decimal places (0 to 12); the result is still a rate. */
export function roundRate(rate: Rate, places: number): Rate {
  const unit = 10n ** BigInt(RATE_PLACES - places)
  return divideHalfUp(rate, unit) * unit
}

/** The one rounding of an exact fraction of micro-units, half-up, to decimal places of the unit. */
function round(numerator: bigint, denominator: bigint, places: number): Micros {
  const unit = 10n ** BigInt(MICRO_PLACES - places)
  return divideHalfUp(numerator, denominator * unit) * unit
}
