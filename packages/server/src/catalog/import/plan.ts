import { getCurrency } from '../../core/currency.ts'
import { divideHalfUp } from '../../core/decimal.ts'
import type { Brand, Category, Product, Redemption } from '../model.ts'
import { RATE_PLACES, type Rate } from '../quote.ts'
import { findRate, PER_USD_PLACES, type Snapshot } from '../snapshot.ts'
import type { Problem } from './fields.ts'
import { inferRate } from './rates.ts'
import type { ListedProduct } from './row.ts'

/** A row that can be read, by its place in the list. */
export interface Listed {
  readonly index: number
  readonly product: ListedProduct
}

/** Why a row is not taken. */
export interface Refusal extends Problem {
  /** Place in the list, from 0. */
  readonly index: number
  /** As the row says it; null when it says none. */
  readonly productId: string | null
}

/** What the catalogue is going to be. */
export interface Plan {
  readonly categories: readonly Category[]
  readonly brands: readonly Brand[]
  readonly products: readonly Product[]
  /** Units of a currency for one US dollar, in 10⁻¹⁸. */
  readonly perUsd: ReadonlyMap<string, bigint>
  readonly refused: readonly Refusal[]
}

const PER_USD_UNIT = 10n ** BigInt(PER_USD_PLACES)
const RATE_UNIT = 10n ** BigInt(RATE_PLACES)

/** Publishers round prices to the cent, unless the currency has none. */
const PRICE_PLACES_MAX = 2

/** Checks the rows against each other and against what is known, and says what becomes of them. */
export function planImport(current: Snapshot, listed: readonly Listed[]): Plan {
  const { categories, categoryOfBrand, refused } = compareRows(listed)
  const brands = gatherBrands(current, listed, categoryOfBrand, refused)
  const names = { categories: [...categories.values()], brands: [...brands.values()] }
  if (refused.length > 0) return { ...names, perUsd: new Map(), products: [], refused }
  const perUsd = adoptRates(current, listed)
  const next = { ...current, perUsd: new Map([...current.perUsd, ...perUsd]) }
  const products: Product[] = []
  for (const { index, product } of listed) {
    const { id, currency, senderCurrency } = product
    const brand = brands.get(product.brand.id)
    const rate = findRate(next, currency, senderCurrency)
    if (rate === undefined) {
      const unknown = next.perUsd.has(senderCurrency) ? currency : senderCurrency
      refused.push({ ...nameRow(index, product), field: RATE, message: missingRate(unknown) })
    } else if (brand !== undefined) {
      products.push(toProduct(product, brand, current.products.get(id)?.redemption, rate))
    }
  }
  return { ...names, perUsd, products, refused }
}

const RATE = 'recipientCurrencyToSenderCurrencyExchangeRate'

function missingRate(currency: string): string {
  return `does not say, and nothing else does, what ${currency} is worth`
}

function nameRow(index: number, { id }: ListedProduct): Pick<Refusal, 'index' | 'productId'> {
  return { index, productId: id.toString() }
}

/** Finds the rows that contradict an earlier one, and what they call things. */
function compareRows(listed: readonly Listed[]) {
  const refused: Refusal[] = []
  const ids = new Set<bigint>()
  const brandNames = new Map<number, string>()
  const categories = new Map<number, Category>()
  const categoryOfBrand = new Map<number, Category>()
  const senderCurrency = listed[0]?.product.senderCurrency
  for (const { index, product } of listed) {
    const { id, brand, category } = product
    const expect = (isSo: boolean, field: string, message: string) => {
      if (!isSo) refused.push({ ...nameRow(index, product), field, message })
    }
    expect(!ids.has(id), 'productId', 'is listed twice')
    ids.add(id)
    expect(
      product.senderCurrency === senderCurrency,
      'senderCurrencyCode',
      `must be ${senderCurrency}, as in the first row`,
    )
    const brandName = setOnce(brandNames, brand.id, brand.name)
    expect(brand.name === brandName, 'brand.brandName', `is "${brandName}" in an earlier row`)
    if (category === null) continue
    const { name } = setOnce(categories, category.id, category)
    expect(category.name === name, 'category.name', `is "${name}" in an earlier row`)
    setOnce(categoryOfBrand, brand.id, category)
  }
  return { categories, categoryOfBrand, refused }
}

function setOnce<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  map.set(key, value)
  return value
}

/**
 * A brand has the category of its first row, and the texts it had or else those of that row. Under
 * another name it is another brand, as ids of two publishers can be the same.
 */
function gatherBrands(
  current: Snapshot,
  listed: readonly Listed[],
  categoryOfBrand: ReadonlyMap<number, Category>,
  refused: Refusal[],
): Map<number, Brand> {
  const brands = new Map<number, Brand>()
  for (const { index, product } of listed) {
    const { id, name } = product.brand
    if (brands.has(id)) continue
    const known = current.brands.get(id)
    const category = categoryOfBrand.get(id) ?? known?.category
    if (category !== undefined) {
      const redeem = known?.name === name ? known.redeem : product.redeem
      brands.set(id, { id, name, category, redeem })
      continue
    }
    const message = 'is missing, and nothing says which one the brand has'
    refused.push({ ...nameRow(index, product), field: 'category', message })
  }
  return brands
}

/**
 * The rates that the list was made with, so that what is shown is what is
 * charged. They are kept per US dollar: by what the list says of the dollar
 * itself, or else by our rate of its currency.
 */
function adoptRates(current: Snapshot, listed: readonly Listed[]): Map<string, bigint> {
  const sender = listed[0]?.product.senderCurrency ?? USD
  const places = Math.min(getCurrency(sender).minorPlaces, PRICE_PLACES_MAX)
  const evidence = Map.groupBy(listed, ({ product }) => product.currency)
  const rates = new Map<string, Rate>()
  for (const [currency, rows] of evidence) {
    const rate = inferRate(
      rows.map(({ product }) => product.evidence),
      places,
    )
    if (rate !== undefined && currency !== sender) rates.set(currency, rate)
  }
  const adopted = new Map<string, bigint>()
  const ofDollar = rates.get(USD)
  if (ofDollar !== undefined) adopted.set(sender, (ofDollar * PER_USD_UNIT) / RATE_UNIT)
  const senderPerUsd =
    sender === USD ? PER_USD_UNIT : (adopted.get(sender) ?? current.perUsd.get(sender))
  if (senderPerUsd === undefined) return adopted
  for (const [currency, rate] of rates) {
    if (currency !== USD) adopted.set(currency, divideHalfUp(senderPerUsd * RATE_UNIT, rate))
  }
  return adopted
}

const USD = 'USD'

function toProduct(
  listed: ListedProduct,
  brand: Brand,
  redemption: Redemption | undefined,
  rate: Rate,
): Product {
  const { senderCurrency, category, country, redeem } = listed
  const { name, flagUrl } = country
  const isAsBrand =
    redeem.concise === brand.redeem.concise && redeem.verbose === brand.redeem.verbose
  return {
    id: listed.id,
    name: listed.name,
    brand,
    countryCode: country.isoName,
    currency: listed.currency,
    isGlobal: listed.isGlobal,
    isActive: listed.isActive,
    faceValues: listed.faceValues,
    senderFee: { amount: listed.senderFee, currency: senderCurrency },
    senderFeePercentage: listed.senderFeePercentage,
    discountPercentage: listed.discountPercentage,
    supportsPreOrder: listed.supportsPreOrder,
    userIdRequired: listed.userIdRequired,
    redemption:
      redemption ?? (/payment/i.test((category ?? brand.category).name) ? 'link' : 'codeAndPin'),
    metadata: listed.metadata,
    published: {
      logoUrls: listed.logoUrls,
      brandLogoUrl: listed.brand.logoUrl,
      country: { name, flagUrl },
      categoryId: category === null || category.id === brand.category.id ? null : category.id,
      redeem: isAsBrand ? null : redeem,
      prices: { currency: senderCurrency, rate: rate.toString(), shown: listed.shown },
    },
  }
}
