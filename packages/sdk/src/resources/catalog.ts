import type { Exact } from '../decimal.ts'
import type { CallOptions } from '../http.ts'
import { List, toPage } from '../list.ts'
import { type Id, type Transport, toSegment } from '../transport.ts'
import type { Discount, Product } from './product.ts'

export interface Country {
  /** ISO 3166 alpha-2. */
  readonly isoName: string
  readonly name: string
  readonly continent: string
  readonly currencyCode: string
  readonly currencyName: string
  readonly currencySymbol: string
  readonly flag: string
  /** With the plus sign: `['+1268']`. */
  readonly callingCodes: readonly string[]
}

export interface ProductCategory {
  readonly id: number
  readonly name: string
}

export interface ProductFilter {
  /** Part of the name. */
  readonly productName?: string | undefined
  readonly countryCode?: string | undefined
  readonly productCategoryId?: number | undefined
  /** Whether products with any face value between two bounds are included. Default: true. */
  readonly includeRange?: boolean | undefined
  /** Whether products with fixed face values are included. Default: true. */
  readonly includeFixed?: boolean | undefined
  /** Page to begin with, counted from 1. */
  readonly page?: number | undefined
  /** At most 200. */
  readonly size?: number | undefined
}

/** `/countries` */
export class Countries {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** All countries. */
  async list(options?: CallOptions): Promise<readonly Country[]> {
    return this.#transport.get<Country[]>({ path: '/countries' }, options)
  }

  /** @throws NotFoundError for a country without gift cards */
  async get(countryCode: string, options?: CallOptions): Promise<Country> {
    const path = `/countries/${toCountry(countryCode)}`
    return this.#transport.get<Country>({ path }, options)
  }
}

/** `/products` */
export class Products {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** @throws InvalidProductError when there is no such product, or it is no longer sold */
  async get(productId: Id, options?: CallOptions): Promise<Product> {
    const path = `/products/${toSegment(productId, 'productId')}`
    return this.#transport.get<Product>({ path }, options)
  }

  /** The catalogue: await it for a page, iterate it for all products. */
  list(filter: ProductFilter = {}, options?: CallOptions): List<Product> {
    return new List({
      firstPage: filter.page ?? 1,
      keyOf: ({ productId }) => productId,
      load: async (page) => {
        const query = { ...filter, page }
        return toPage(await this.#transport.get({ path: '/products', query }, options))
      },
    })
  }

  /** @throws NotFoundError for a country without gift cards */
  async listByCountry(
    countryCode: string,
    filter: Omit<ProductFilter, 'countryCode' | 'page' | 'size'> = {},
    options?: CallOptions,
  ): Promise<readonly Product[]> {
    const path = `/countries/${toCountry(countryCode)}/products`
    return this.#transport.get<Product[]>({ path, query: { ...filter } }, options)
  }
}

/** `/product-categories` */
export class ProductCategories {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** All categories. */
  async list(options?: CallOptions): Promise<readonly ProductCategory[]> {
    return this.#transport.get<ProductCategory[]>({ path: '/product-categories' }, options)
  }
}

/** `/discounts` */
export class Discounts {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** @throws NotFoundError for a product without a discount */
  async get(productId: Id, options?: CallOptions): Promise<Discount> {
    const path = `/products/${toSegment(productId, 'productId')}/discounts`
    return this.#transport.get<Discount>({ path }, options)
  }

  /** The discounts of this account: await it for a page, iterate it for all of them. */
  list(
    filter: { readonly page?: number | undefined; readonly size?: number | undefined } = {},
    options?: CallOptions,
  ): List<Discount> {
    return new List({
      firstPage: filter.page ?? 1,
      keyOf: ({ product }) => product.productId,
      load: async (page) => {
        const query = { ...filter, page }
        return toPage(await this.#transport.get({ path: '/discounts', query }, options))
      },
    })
  }
}

export type FxRate = Exact<{
  readonly senderCurrency: string
  readonly senderAmount: number
  readonly recipientCurrency: string
  readonly recipientAmount: number
}>

export interface FxRateRequest {
  /** Currency of the card. */
  readonly currencyCode: string
  /** In that currency: a number, or decimal text. */
  readonly amount: number | string
}

/** `/fx-rate` */
export class FxRates {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** What an amount in a card's currency is in the wallet's, before fees and discount. */
  async get({ currencyCode, amount }: FxRateRequest, options?: CallOptions): Promise<FxRate> {
    const query = { currencyCode, amount }
    return this.#transport.get<FxRate>({ path: '/fx-rate', query }, options)
  }
}

function toCountry(countryCode: string): string {
  if (/^[a-z]{2}$/i.test(countryCode)) return countryCode
  throw new TypeError(`countryCode must have two letters, as in "US", not "${countryCode}".`)
}
