import type { Micros } from '../../core/money.ts'
import { countries } from '../countries.ts'
import { categoryIdOf, isSold, type Product } from '../model.ts'
import type { Snapshot } from '../snapshot.ts'
import { createProductSearch, type ProductSearch } from './search.ts'

/** Which products people look at; what is undefined does not restrict. */
export interface BrowseFilter {
  readonly text: string | undefined
  readonly countryCode: string | undefined
  readonly categoryId: number | undefined
  readonly brandId: number | undefined
  /** Of the card. */
  readonly currency: string | undefined
  readonly denominationType: Product['faceValues']['type'] | undefined
  /** A face value that the product is sold at. */
  readonly denomination: Micros | undefined
  readonly isActive: boolean | undefined
}

export const browseOrders = [
  'name',
  '-name',
  'country',
  '-country',
  'discount',
  '-discount',
] as const

export interface BrowseRequest {
  readonly filter: BrowseFilter
  /** The best fit first when undefined and there is a text, else by name. */
  readonly order: (typeof browseOrders)[number] | undefined
  /** Counted from 1. */
  readonly page: number
  readonly size: number
}

export interface BrowsePage {
  readonly products: readonly Product[]
  readonly total: number
  /** How many there would be with another country, or another category. */
  readonly countries: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<number, number>
}

/**
 * A page of the products that fit, from memory. Each facet counts what its own
 * filter leaves out, so that it says what choosing something else would give.
 *
 * @param discountOf of the account that looks
 */
export function browse(
  snapshot: Snapshot,
  { filter, order, page, size }: BrowseRequest,
  discountOf: (product: Product) => bigint,
): BrowsePage {
  const { byName, search } = indexOf(snapshot)
  const scores = filter.text === undefined ? undefined : search.find(filter.text)
  const inCountries = new Map<string, number>()
  const inCategories = new Map<number, number>()
  const found: Product[] = []
  for (const product of byName) {
    if (!fits(product, filter) || scores?.has(product) === false) continue
    const { countryCode, categoryId } = filter
    const category = categoryIdOf(product)
    const isOfCountry = countryCode === undefined || product.countryCode === countryCode
    const isOfCategory = categoryId === undefined || category === categoryId
    if (isOfCategory) count(inCountries, product.countryCode)
    if (isOfCountry) count(inCategories, category)
    if (isOfCountry && isOfCategory) found.push(product)
  }
  const byFit = (product: Product) => -(scores?.get(product) ?? 0)
  sort(found, order, order === undefined ? byFit : undefined, discountOf)
  return {
    products: found.slice((page - 1) * size, page * size),
    total: found.length,
    countries: inCountries,
    categories: inCategories,
  }
}

function fits(product: Product, filter: BrowseFilter): boolean {
  const { brandId, currency, denominationType, denomination, isActive } = filter
  return (
    (isActive === undefined || product.isActive === isActive) &&
    (brandId === undefined || product.brand.id === brandId) &&
    (currency === undefined || product.currency === currency) &&
    (denominationType === undefined || product.faceValues.type === denominationType) &&
    (denomination === undefined || isSold(product, denomination))
  )
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** They come by name, and stay so among equals. */
function sort(
  products: Product[],
  order: BrowseRequest['order'],
  byFit: ((product: Product) => number) | undefined,
  discountOf: (product: Product) => bigint,
): void {
  const by = (value: (product: Product) => number, sign = 1) =>
    products.sort((a, b) => sign * (value(a) - value(b)))
  switch (order) {
    case undefined:
      return void (byFit && by(byFit))
    case 'name':
      return
    case '-name':
      return void products.reverse()
    case 'country':
      return void by(countryRank)
    case '-country':
      return void by(countryRank, -1)
    case 'discount':
      return void by((product) => Number(discountOf(product)))
    case '-discount':
      return void by((product) => Number(discountOf(product)), -1)
  }
}

const countryRanks = new Map([...countries.keys()].map((code, rank) => [code, rank]))

/** Countries are listed by name. */
const countryRank = ({ countryCode }: Product) => countryRanks.get(countryCode) ?? -1

export function countryNameOf(code: string): string {
  return countries.get(code)?.name ?? code
}

interface Index {
  readonly byName: readonly Product[]
  readonly search: ProductSearch
}

/** Made when somebody first looks at a catalogue; most are replaced before anybody does. */
const indexes = new WeakMap<Snapshot['products'], Index>()

function indexOf({ products }: Snapshot): Index {
  const known = indexes.get(products)
  if (known !== undefined) return known
  const named = [...products.values()].map(
    (product) => [product.name.toLowerCase(), product] as const,
  )
  const byName = named
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, product]) => product)
  const made = { byName, search: createProductSearch(byName, countryNameOf) }
  indexes.set(products, made)
  return made
}
