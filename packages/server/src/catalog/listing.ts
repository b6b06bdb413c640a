import { countries, readCountryCode } from './countries.ts'
import { categoryIdOf, type Product } from './model.ts'
import type { Snapshot } from './snapshot.ts'

/** Which products a list shows; what is absent does not restrict. */
export interface ProductFilter {
  /** Part of the name, without regard to case, and so in lower case. */
  readonly productName?: string
  /** The product's own country, ISO alpha-2; world-wide products of others are not of it. */
  readonly countryCode?: string
  readonly categoryId?: number
  readonly isGlobal?: boolean
  /** The kinds of face values that are left out. */
  readonly without?: readonly Product['faceValues']['type'][]
}

/** The products on sale that fit, by id. */
export function findProducts({ products }: Snapshot, filter: ProductFilter = {}): Product[] {
  const { productName, countryCode, categoryId, isGlobal, without = [] } = filter
  const found: Product[] = []
  for (const product of products.values()) {
    if (!product.isActive) continue
    if (countryCode !== undefined && product.countryCode !== countryCode) continue
    if (categoryId !== undefined && categoryIdOf(product) !== categoryId) continue
    if (isGlobal !== undefined && product.isGlobal !== isGlobal) continue
    if (without.includes(product.faceValues.type)) continue
    if (productName !== undefined && !product.name.toLowerCase().includes(productName)) continue
    found.push(product)
  }
  return found
}

/** Whether ISO 3166 knows the country, or the catalogue uses it all the same. */
export function isCountry({ products }: Snapshot, code: string): boolean {
  if (countries.has(code)) return true
  for (const product of products.values()) if (product.countryCode === code) return true
  return false
}

type Query = Readonly<Record<string, string | undefined>>

/** Reads the filters of a query. Values that cannot be read do not restrict, as unknown ones do not. */
export function readProductFilter(query: Query): ProductFilter {
  const { productName, countryCode, productCategoryId } = query
  const isGlobal = readBoolean(query.global)
  const without = [
    ...(readBoolean(query.includeRange) === false ? (['RANGE'] as const) : []),
    ...(readBoolean(query.includeFixed) === false ? (['FIXED'] as const) : []),
  ]
  return {
    ...(productName && { productName: productName.toLowerCase() }),
    ...(countryCode && { countryCode: readCountryCode(countryCode) }),
    ...(/^\d{1,9}$/.test(productCategoryId ?? '') && { categoryId: Number(productCategoryId) }),
    ...(isGlobal !== undefined && { isGlobal }),
    ...(without.length > 0 && { without }),
  }
}

function readBoolean(text: string | undefined): boolean | undefined {
  const value = text?.toLowerCase()
  return value === 'true' ? true : value === 'false' ? false : undefined
}
