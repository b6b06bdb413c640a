import type { PricingRules, Principal } from '../accounts/index.ts'
import { getCurrency } from '../core/currency.ts'
import { formatMicros, MICRO_PLACES, type Micros } from '../core/money.ts'
import { catalogErrors } from './errors.ts'
import { isSold, type Product } from './model.ts'
import { priceFor } from './prices.ts'
import { convert, type Quote, quote } from './quote.ts'
import { getRate, type Snapshot } from './snapshot.ts'

export interface PriceRequest {
  readonly productId: bigint
  readonly quantity: number
  /** In the card's currency; undefined for an amount that no card can have. */
  readonly unitPrice: Micros | undefined
  /** The account's currency. */
  readonly currency: string
  /** ISO country of the phone that gets an SMS; undefined for none. */
  readonly smsCountry: string | undefined
}

/** The product is as the account gets it: with its own fees and discount, if it has any. */
export interface Priced {
  readonly product: Product
  readonly unitPrice: Micros
  readonly quote: Quote
}

interface SellableRequest {
  readonly quantity: number
  readonly unitPrice: Micros
  readonly currency: string
  readonly smsCountry: string | undefined
}

/**
 * The product and price of an order, from memory.
 *
 * @throws invalidProduct, wrongPrice, testLimit, rateUnavailable
 */
export function price(snapshot: Snapshot, principal: Principal, request: PriceRequest): Priced {
  const { dialect, mode } = principal
  const listed = snapshot.products.get(request.productId)
  if (listed === undefined || !listed.isActive) {
    throw catalogErrors.invalidProduct({ field: 'productId' })
  }
  const product = priceFor(snapshot.priceLists.get(principal.accountId), listed)
  const { unitPrice } = request
  if (unitPrice === undefined || !isSold(product, unitPrice)) {
    throw dialect.refusals === 'coded'
      ? catalogErrors.wrongPrice({ field: 'unitPrice' })
      : catalogErrors.wrongPriceOnce({ field: 'unitPrice' })
  }
  const limit = dialect.testOrderLimitUsd
  const sellable = { ...request, unitPrice }
  if (mode === 'test' && limit !== undefined) refuseOverLimit(snapshot, product, sellable, limit)
  return { product, unitPrice, quote: quoteProduct(snapshot, product, dialect.pricing, sellable) }
}

function refuseOverLimit(
  snapshot: Snapshot,
  product: Product,
  request: SellableRequest,
  limit: Micros,
): void {
  const rate = getRate(snapshot, product.currency, 'USD')
  const usd = convert(BigInt(request.quantity) * request.unitPrice, rate, MICRO_PLACES)
  if (usd > limit) {
    throw catalogErrors.testLimit({ field: 'unitPrice', limit: formatMicros(limit, 0) })
  }
}

/** What so many cards of a product cost. @throws smsUnavailable, rateUnavailable */
export function quoteProduct(
  snapshot: Snapshot,
  product: Product,
  rules: PricingRules,
  request: SellableRequest,
): Quote {
  const { currency } = request
  const inAccountCurrency = (amount: Micros, from: string, places: number) =>
    convert(amount, getRate(snapshot, from, currency), places)
  const { minorPlaces } = getCurrency(currency)
  const feePlaces = rules.places === 'minor' ? minorPlaces : rules.places
  const { smsCountry } = request
  const smsUsd = smsCountry === undefined ? 0n : snapshot.smsPricesUsd.get(smsCountry)
  if (smsUsd === undefined) {
    throw catalogErrors.smsUnavailable({ field: 'recipientPhoneDetails', country: smsCountry })
  }
  return quote({
    rules,
    currency: getCurrency(currency),
    quantity: BigInt(request.quantity),
    unitPrice: request.unitPrice,
    rate: getRate(snapshot, product.currency, currency),
    discountPercentage: product.discountPercentage,
    senderFeePercentage: product.senderFeePercentage,
    senderFee: inAccountCurrency(product.senderFee.amount, product.senderFee.currency, feePlaces),
    // The one part that every year shows and charges in the minor unit.
    smsFee: inAccountCurrency(smsUsd, 'USD', minorPlaces),
  })
}
