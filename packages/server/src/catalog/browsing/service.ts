import { getDialect, type Owner } from '../../accounts/index.ts'
import type { Micros } from '../../core/money.ts'
import { catalogErrors } from '../errors.ts'
import { isSold, type Product } from '../model.ts'
import { priceFor } from '../prices.ts'
import { quoteProduct } from '../pricing.ts'
import type { Quote } from '../quote.ts'
import { feeIn } from '../schema.ts'
import type { Catalog } from '../service.ts'
import { findRate, type Snapshot } from '../snapshot.ts'
import { type BrowsePage, type BrowseRequest, browse } from './browse.ts'

/** The catalogue as people of an account look at it: with what they pay in the end. */
export interface Browsing {
  /** Every product has its price for this face value, or for its smallest one. */
  browse(owner: Owner, request: BrowseRequest, amount: Micros | undefined): Promise<BrowsedPage>
  /** @throws productNotFound for unknown products and those no longer sold */
  get(owner: Owner, id: bigint | undefined, amount: Micros | undefined): Promise<BrowsedProduct>
}

export interface BrowsedPage extends Omit<BrowsePage, 'products'> {
  readonly snapshot: Snapshot
  /** The wallet's, which all prices are in. */
  readonly currency: string
  readonly products: readonly BrowsedProduct[]
}

export interface BrowsedProduct {
  readonly snapshot: Snapshot
  readonly currency: string
  /** As the account gets it. */
  readonly product: Product
  /** Whether a part of its price was agreed with the account. */
  readonly hasOwnPrice: boolean
  /** Flat fee per card in the wallet's currency; undefined when nothing has a price in that. */
  readonly senderFee: Micros | undefined
  /** Undefined when it is not sold at the face value that was asked for. */
  readonly price: ProductPrice | undefined
  /** Prices of all face values, or of round ones between the bounds. */
  prices(): readonly ProductPrice[]
}

/** What one card costs. */
export interface ProductPrice {
  readonly unitPrice: Micros
  readonly quote: Quote
}

export interface BrowsingDependencies {
  readonly catalog: Catalog
  /** The currency of the owner's wallet. @throws noWallet */
  currencyOf(owner: Owner): Promise<string>
}

export function createBrowsing({ catalog, currencyOf }: BrowsingDependencies): Browsing {
  return {
    async browse(owner, request, amount) {
      const currency = await currencyOf(owner)
      const snapshot = catalog.current()
      const list = snapshot.priceLists.get(owner.accountId)
      const page = browse(
        snapshot,
        { ...request, filter: { ...request.filter, isActive: true } },
        (product) => priceFor(list, product).discountPercentage,
      )
      const look = (product: Product) => lookAt(snapshot, owner, currency, product, amount)
      return { ...page, snapshot, currency, products: page.products.map(look) }
    },
    async get(owner, id, amount) {
      const currency = await currencyOf(owner)
      const snapshot = catalog.current()
      const product = id === undefined ? undefined : snapshot.products.get(id)
      if (product === undefined || !product.isActive) throw catalogErrors.productNotFound()
      return lookAt(snapshot, owner, currency, product, amount)
    },
  }
}

/** Rounded as for the clients of most accounts; other years differ in the last decimals. */
const RULES = getDialect('2022-06').pricing

function lookAt(
  snapshot: Snapshot,
  { accountId }: Owner,
  currency: string,
  listed: Product,
  amount: Micros | undefined,
): BrowsedProduct {
  const product = priceFor(snapshot.priceLists.get(accountId), listed)
  const { faceValues, senderFee } = product
  const hasRates = [product.currency, senderFee.currency].every(
    (from) => findRate(snapshot, from, currency) !== undefined,
  )
  const priceOf = (unitPrice: Micros): ProductPrice => ({
    unitPrice,
    quote: quoteProduct(snapshot, product, RULES, {
      unitPrice,
      quantity: 1,
      currency,
      smsCountry: undefined,
    }),
  })
  const wanted = amount ?? (faceValues.type === 'FIXED' ? faceValues.values[0] : faceValues.min)
  const isPriced = hasRates && wanted !== undefined && isSold(product, wanted)
  return {
    snapshot,
    currency,
    product,
    hasOwnPrice: product !== listed,
    senderFee: hasRates ? feeIn(snapshot, product, currency) : undefined,
    price: isPriced ? priceOf(wanted) : undefined,
    prices: () => (hasRates ? valuesOf(product).map(priceOf) : []),
  }
}

/** Steps that people think in; of a range, those between its bounds, and the bounds. */
const STEPS = [1n, 2n, 5n]
const LADDER = Array.from({ length: 13 }, (_, power) =>
  STEPS.map((step) => step * 10n ** BigInt(power + 6)),
).flat()

function valuesOf({ faceValues }: Product): readonly Micros[] {
  if (faceValues.type === 'FIXED') return faceValues.values
  const { min, max } = faceValues
  const between = LADDER.filter((value) => value > min && value < max)
  return min === max ? [min] : [min, ...between, max]
}
