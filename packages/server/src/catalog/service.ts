import { setTimeout as sleep } from 'node:timers/promises'
import type { Principal } from '../accounts/index.ts'
import { getCurrency } from '../core/currency.ts'
import { formatMicros, MICRO_PLACES, type Micros } from '../core/money.ts'
import type { Database } from '../storage/database.ts'
import type { Notifications } from '../storage/notifications.ts'
import { catalogErrors } from './errors.ts'
import { isSold, type Product } from './model.ts'
import { convert, type Quote, quote } from './quote.ts'
import { getRate, type Snapshot } from './snapshot.ts'
import * as store from './store.ts'

export interface Catalog {
  /** The catalogue as it is now; keep the answer for one use case, not longer. */
  current(): Snapshot
  /**
   * The product and price of an order, from memory.
   *
   * @throws invalidProduct, wrongPrice, testLimit, rateUnavailable
   */
  price(principal: Principal, request: PriceRequest): Priced
}

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

export interface Priced {
  readonly product: Product
  readonly unitPrice: Micros
  readonly quote: Quote
}

interface SellableRequest extends PriceRequest {
  readonly unitPrice: Micros
}

const RELOAD_RETRY_MS = 1_000

/** Loads the catalogue and follows its changes, whichever process makes them. */
export async function createCatalog(
  database: Database,
  notifications: Notifications,
  onError: (error: unknown) => void,
): Promise<Catalog> {
  let snapshot: Snapshot | undefined
  let isStale = false
  let isLoading = false

  // One after another: of two that overlap, the older could end last and stay.
  async function reload(): Promise<void> {
    if (isLoading) return
    isLoading = true
    while (isStale) {
      isStale = false
      try {
        snapshot = await store.loadSnapshot(database)
      } catch (error) {
        isStale = true
        // A new connection begins again, and after the last there is nothing to begin.
        if (!notifications.isLive) break
        onError(error)
        await sleep(RELOAD_RETRY_MS)
      }
    }
    isLoading = false
  }

  await notifications.on(store.CHANNEL, () => {
    isStale = true
    void reload()
  })
  // After listening, so that no change falls between the two.
  const first = await store.loadSnapshot(database)
  snapshot ??= first
  return {
    current: () => snapshot ?? first,
    price: (principal, request) => price(snapshot ?? first, principal, request),
  }
}

function price(snapshot: Snapshot, principal: Principal, request: PriceRequest): Priced {
  const { dialect, mode } = principal
  const product = snapshot.products.get(request.productId)
  if (product === undefined || !product.isActive) {
    throw catalogErrors.invalidProduct({ field: 'productId' })
  }
  const { unitPrice } = request
  if (unitPrice === undefined || !isSold(product, unitPrice)) {
    throw dialect.refusals === 'coded'
      ? catalogErrors.wrongPrice({ field: 'unitPrice' })
      : catalogErrors.wrongPriceOnce({ field: 'unitPrice' })
  }
  const limit = dialect.testOrderLimitUsd
  const sellable = { ...request, unitPrice }
  if (mode === 'test' && limit !== undefined) refuseOverLimit(snapshot, product, sellable, limit)
  return { product, unitPrice, quote: quoteOrder(snapshot, product, principal, sellable) }
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

function quoteOrder(
  snapshot: Snapshot,
  product: Product,
  { dialect }: Principal,
  request: SellableRequest,
): Quote {
  const { currency } = request
  const inAccountCurrency = (amount: Micros, from: string, places: number) =>
    convert(amount, getRate(snapshot, from, currency), places)
  const { minorPlaces } = getCurrency(currency)
  const feePlaces = dialect.pricing.places === 'minor' ? minorPlaces : dialect.pricing.places
  const { smsCountry } = request
  const smsUsd = smsCountry === undefined ? 0n : snapshot.smsPricesUsd.get(smsCountry)
  if (smsUsd === undefined) {
    throw catalogErrors.smsUnavailable({ field: 'recipientPhoneDetails', country: smsCountry })
  }
  return quote({
    rules: dialect.pricing,
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
