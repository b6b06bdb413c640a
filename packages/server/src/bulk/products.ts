import { type Catalog, countries, isSold, type Product } from '../catalog/index.ts'
import { type ApiError, inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { type Micros, parseMicros } from '../core/money.ts'
import { rowErrors } from './errors.ts'
import type { Given } from './model.ts'

/** The product that a row means, or what is wrong with how it names it. */
export type FindProduct = (given: Given) => Product | ApiError

const IDS_SHOWN = 5

/**
 * Finds products by their id, or by their name or that of their brand, and the country where that
 * is not enough. Of several with one name it is the one that is sold at the row's value.
 */
export function createProductFinder({ products }: ReturnType<Catalog['current']>): FindProduct {
  const onSale = [...products.values()].filter(({ isActive }) => isActive)
  const byName = Map.groupBy(onSale, ({ name }) => plain(name))
  const byBrand = Map.groupBy(onSale, ({ brand }) => plain(brand.name))

  return (given) => {
    if (given.productId !== undefined) {
      const product = products.get(readId(given.productId) ?? -1n)
      return product ?? inputErrors.invalidField({ field: 'productId' })
    }
    if (given.product === undefined) return inputErrors.missingField({ field: 'productId' })
    const name = plain(given.product)
    const country = given.country === undefined ? undefined : readCountry(given.country)
    const place = given.country === undefined ? '' : ` in ${given.country}`
    const named = byName.get(name) ?? byBrand.get(name) ?? []
    const here = country === undefined ? named : named.filter(isIn(country))
    const fitting = here.length > 1 ? here.filter(isSoldAt(given)) : here
    const [product, ...others] = fitting.length > 0 ? fitting : here
    const field = 'product'
    if (product === undefined) return rowErrors.unknownProduct({ field, place })
    const ids = here.slice(0, IDS_SHOWN).map(({ id }) => id)
    return others.length === 0
      ? product
      : rowErrors.ambiguousProduct({ field, place, ids: ids.join(', ') })
  }
}

const isIn =
  (country: string) =>
  ({ countryCode }: Product) =>
    countryCode === country

function isSoldAt({ unitPrice }: Given) {
  const price: Micros | undefined = parseMicros(readDecimal(unitPrice ?? ''))
  return (product: Product) => price !== undefined && isSold(product, price)
}

/** With a comma where others have a point; where it stands between thousands, three digits follow. */
export function readDecimal(text: string): string {
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text
}

const countriesByName = new Map([...countries].map(([code, { name }]) => [plain(name), code]))

/** The code of a country that is given by its code or its English name. */
function readCountry(text: string): string {
  return countriesByName.get(plain(text)) ?? text.toUpperCase()
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}
