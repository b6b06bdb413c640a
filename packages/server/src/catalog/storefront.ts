import type { Principal } from '../accounts/index.ts'
import { findCurrency } from '../core/currency.ts'
import { inputErrors } from '../core/errors.ts'
import { MAX_MICROS, parseMicros } from '../core/money.ts'
import { type PageRequest, toPageOut } from '../core/page.ts'
import { countries, readCountryCode } from './countries.ts'
import { catalogErrors } from './errors.ts'
import { findProducts, isCountry, type ProductFilter } from './listing.ts'
import { type Brand, categoryIdOf, type Product } from './model.ts'
import { drawCard, drawMonogram } from './pictures.ts'
import { createPreparedAnswers, type Prepared, prepare, prepareBytes } from './prepared.ts'
import { priceFor } from './prices.ts'
import {
  toBrandInstructionOut,
  toCountryOut,
  toDiscountOut,
  toFxRateOut,
  toProductInstructionOut,
  toProductOut,
  type Viewer,
} from './schema.ts'
import type { Catalog } from './service.ts'
import { getRate, type Snapshot } from './snapshot.ts'

/**
 * The catalogue as its readers see it: prices in the currency of their wallet,
 * refusals in their dialect. Answers are prepared bytes; they are those of the
 * catalogue at the moment of the call.
 */
export interface Storefront {
  listProducts(caller: Principal, filter: ProductFilter, page: PageRequest): Promise<Prepared>
  /** @throws productNotFound for unknown products and those no longer sold */
  getProduct(caller: Principal, id: bigint | undefined): Promise<Prepared>
  /** @throws countryNotSupported, noProducts */
  listCountryProducts(
    caller: Principal,
    countryCode: string,
    filter: ProductFilter,
  ): Promise<Prepared>
  /** Those that have products on sale. */
  listCategories(): Prepared
  listCountries(): Prepared
  /** @throws countryNotSupported */
  getCountry(countryCode: string): Prepared
  /** Of the brands that have products on sale. */
  listRedeemInstructions(): Prepared
  /** @throws noRedeemInstruction */
  getBrandInstruction(caller: Principal, brandId: bigint | undefined): Prepared
  /** @throws productNotFound */
  getProductInstruction(caller: Principal, productId: bigint | undefined): Prepared
  listDiscounts(caller: Principal, page: PageRequest): Prepared
  /** @throws noDiscount for unknown products and those no longer sold */
  getDiscount(caller: Principal, productId: bigint | undefined): Prepared
  /**
   * What an amount of a card's currency is in the caller's.
   *
   * @throws missingField, invalidField, invalidAmount, rateUnavailable
   */
  exchange(caller: Principal, request: ExchangeRequest): Promise<Prepared>
  /** Pictures, as SVG. @throws noPicture */
  drawBrand(brandId: bigint | undefined): Prepared
  drawCard(brandId: bigint | undefined): Prepared
  findFlag(countryCode: string): Promise<Prepared>
}

export interface ExchangeRequest {
  readonly currencyCode: string | undefined
  readonly amount: string | undefined
}

export interface StorefrontDependencies {
  readonly catalog: Catalog
  /** The currency of the caller's wallet. */
  currencyOf(caller: Principal): Promise<string>
  /** The address that pictures are reached by. */
  ownUrl(): string
}

export function createStorefront(deps: StorefrontDependencies): Storefront {
  const { catalog, ownUrl } = deps
  const { answer, answerList } = createPreparedAnswers()

  /** How the caller sees the catalogue; callers with one key see the same. */
  async function viewOf(caller: Principal) {
    const viewer: Viewer = { currency: await deps.currencyOf(caller), ownUrl: ownUrl() }
    const snapshot = catalog.current()
    const { list, key } = pricesOf(snapshot, caller)
    return {
      snapshot,
      viewer,
      key: `${JSON.stringify(viewer)}${key}`,
      toOut: (product: Product) => toProductOut(snapshot, priceFor(list, product), viewer),
    }
  }

  return {
    async listProducts(caller, filter, page) {
      const { snapshot, key, toOut } = await viewOf(caller)
      return answer(snapshot, `products ${JSON.stringify([filter, page])} ${key}`, () =>
        toPageOut(slice(findProducts(snapshot, filter), page), toOut),
      )
    },
    async getProduct(caller, id) {
      const { snapshot, key, toOut } = await viewOf(caller)
      const product = getOnSale(snapshot, id, caller)
      return answer(snapshot, `product ${id} ${key}`, () => toOut(product))
    },
    async listCountryProducts(caller, code, filter) {
      const { snapshot, key, toOut } = await viewOf(caller)
      const countryCode = readCountryCode(code)
      const isCoded = caller.dialect.refusals === 'coded'
      if (isCoded && !isCountry(snapshot, countryCode)) throw catalogErrors.countryNotSupported()
      const found = findProducts(snapshot, { ...filter, countryCode })
      if (found.length === 0) {
        throw isCoded ? catalogErrors.noProducts() : catalogErrors.noProductsOnce()
      }
      return answerList(
        snapshot,
        `of ${JSON.stringify([countryCode, filter])} ${key}`,
        found,
        toOut,
      )
    },
    listCategories() {
      const snapshot = catalog.current()
      return answer(snapshot, 'categories', () => {
        const used = new Set(findProducts(snapshot).map(categoryIdOf))
        return snapshot.categories.filter(({ id }) => used.has(id))
      })
    },
    listCountries: () =>
      answer(catalog.current(), `countries ${ownUrl()}`, () =>
        [...countries.values()].map((country) => toCountryOut(country, ownUrl())),
      ),
    getCountry(countryCode) {
      const country = countries.get(readCountryCode(countryCode))
      if (country === undefined) throw catalogErrors.countryNotSupported()
      return prepare(toCountryOut(country, ownUrl()))
    },
    listRedeemInstructions() {
      const snapshot = catalog.current()
      return answer(snapshot, 'instructions', () => {
        const sold = new Set(findProducts(snapshot).map(({ brand }) => brand.id))
        const brands = [...snapshot.brands.values()].filter(({ id }) => sold.has(id))
        return brands.map(toBrandInstructionOut)
      })
    },
    getBrandInstruction({ dialect }, brandId) {
      const brand = findBrand(catalog.current(), brandId)
      if (brand !== undefined) return prepare(toBrandInstructionOut(brand))
      throw dialect.refusals === 'coded'
        ? catalogErrors.noRedeemInstruction()
        : catalogErrors.noRedeemInstructionOnce()
    },
    getProductInstruction(caller, productId) {
      return prepare(toProductInstructionOut(getOnSale(catalog.current(), productId, caller)))
    },
    listDiscounts(caller, page) {
      const snapshot = catalog.current()
      const { list, key } = pricesOf(snapshot, caller)
      return answer(snapshot, `discounts ${JSON.stringify(page)} ${key}`, () =>
        toPageOut(slice(findProducts(snapshot), page), (product) =>
          toDiscountOut(priceFor(list, product)),
        ),
      )
    },
    getDiscount(caller, productId) {
      const snapshot = catalog.current()
      const product = findOnSale(snapshot, productId)
      if (product === undefined) throw catalogErrors.noDiscount()
      return prepare(toDiscountOut(priceFor(pricesOf(snapshot, caller).list, product)))
    },
    async exchange(caller, { currencyCode, amount }) {
      const from = readMoney(currencyCode, amount)
      const to = await deps.currencyOf(caller)
      const rate = getRate(catalog.current(), from.currency, to)
      return prepare(toFxRateOut({ from, to, rate }))
    },
    drawBrand: (brandId) => drawn(drawMonogram, findBrand(catalog.current(), brandId)),
    drawCard: (brandId) => drawn(drawCard, findBrand(catalog.current(), brandId)),
    async findFlag(countryCode) {
      const flags: Readonly<Record<string, string>> = await import('country-flag-icons/string/3x2')
      const code = readCountryCode(countryCode)
      const flag = countries.has(code) ? flags[code] : undefined
      if (flag === undefined) throw catalogErrors.noPicture()
      return prepareBytes(Buffer.from(flag))
    },
  }
}

/** Accounts without prices of their own have one key, and so have those whose prices are the same. */
function pricesOf({ priceLists }: Snapshot, { accountId }: Principal) {
  const list = priceLists.get(accountId)
  return { list, key: list?.key ?? '' }
}

function drawn(draw: (brand: Brand) => string, brand: Brand | undefined): Prepared {
  if (brand === undefined) throw catalogErrors.noPicture()
  return prepareBytes(Buffer.from(draw(brand)))
}

function findBrand({ brands }: Snapshot, id: bigint | undefined): Brand | undefined {
  return id === undefined ? undefined : brands.get(Number(id))
}

function findOnSale({ products }: Snapshot, id: bigint | undefined): Product | undefined {
  const product = id === undefined ? undefined : products.get(id)
  return product?.isActive ? product : undefined
}

function getOnSale(snapshot: Snapshot, id: bigint | undefined, { dialect }: Principal): Product {
  const product = findOnSale(snapshot, id)
  if (product !== undefined) return product
  throw dialect.refusals === 'coded'
    ? catalogErrors.productNotFound()
    : catalogErrors.productNotFoundOnce()
}

function slice(products: readonly Product[], { number, size }: PageRequest) {
  const rows = products.slice(number * size, (number + 1) * size)
  return { rows, total: products.length, number, size }
}

function readMoney(currencyCode: string | undefined, amount: string | undefined) {
  if (!currencyCode) throw inputErrors.missingField({ field: 'currencyCode' })
  if (!amount) throw inputErrors.missingField({ field: 'amount' })
  const currency = currencyCode.toUpperCase()
  if (findCurrency(currency) === undefined) {
    throw inputErrors.invalidField({ field: 'currencyCode' })
  }
  const micros = parseMicros(amount)
  if (micros === undefined || micros <= 0n || micros > MAX_MICROS) {
    throw catalogErrors.invalidAmount({ field: 'amount' })
  }
  return { currency, amount: micros }
}
