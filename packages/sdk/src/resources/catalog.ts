import type { Exact } from '../decimal.ts'
import type { CallOptions } from '../http.ts'
import type { List } from '../list.ts'
import { type Id, type Transport, toSegment } from '../transport.ts'
import type { Discount, Product, ProductCategory } from './product.ts'

/** A country of the catalogue. */
export interface Country {
  /** ISO 3166 alpha-2. */
  readonly isoName: string
  readonly name: string
  readonly continent: string
  /** ISO 4217. */
  readonly currencyCode: string
  readonly currencyName: string
  readonly currencySymbol: string
  /** Address of a picture. */
  readonly flag: string
  /** With the plus sign: `['+1268']`. */
  readonly callingCodes: readonly string[]
}

/** Which products a list has; what is absent does not restrict. */
export interface ProductFilter {
  /** Part of the name. */
  readonly productName?: string | undefined
  /** ISO 3166 alpha-2; the product's own country, world-wide products of others are left out. */
  readonly countryCode?: string | undefined
  readonly productCategoryId?: number | undefined
  /** Whether products with any face value between two bounds are included. Default: true. */
  readonly includeRange?: boolean | undefined
  /** Whether products with fixed face values are included. Default: true. */
  readonly includeFixed?: boolean | undefined
  /** True: only what can be redeemed world-wide. False: only what cannot. */
  readonly global?: boolean | undefined
  /** Asks for shorter rows, which servers may ignore; OpenScrip's are whole. Default: false. */
  readonly simplified?: boolean | undefined
  /** Page to begin with, counted from 1. */
  readonly page?: number | undefined
  /** At most 200. */
  readonly size?: number | undefined
}

/** Which part of the discounts a list has. */
export interface DiscountFilter {
  /** Page to begin with, counted from 1. */
  readonly page?: number | undefined
  /** At most 300. */
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

  /**
   * One country by its ISO 3166 alpha-2 code, in any case.
   *
   * @throws NotFoundError when there is no such country, or nothing is sold for it
   */
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

  /**
   * One product.
   *
   * @throws InvalidProductError when there is no such product, or it is no longer sold
   */
  async get(productId: Id, options?: CallOptions): Promise<Product> {
    const path = `/products/${toSegment(productId, 'productId')}`
    return this.#transport.get<Product>({ path }, options)
  }

  /** The catalogue: await it for a page, iterate it for all products. */
  list(filter: ProductFilter = {}, options?: CallOptions): List<Product> {
    const keyOf = ({ productId }: Product) => productId
    return this.#transport.list({ path: '/products', query: { ...filter }, keyOf }, options)
  }

  /**
   * All products of one country that fit the filter, in one list.
   *
   * @throws NotFoundError when there is none
   */
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

  /**
   * The commission on one product.
   *
   * @throws NotFoundError for a product without a discount
   */
  async get(productId: Id, options?: CallOptions): Promise<Discount> {
    const path = `/products/${toSegment(productId, 'productId')}/discounts`
    return this.#transport.get<Discount>({ path }, options)
  }

  /** The discounts of this account: await it for a page, iterate it for all of them. */
  list(filter: DiscountFilter = {}, options?: CallOptions): List<Discount> {
    const keyOf = ({ product }: Discount) => product.productId
    return this.#transport.list({ path: '/discounts', query: { ...filter }, keyOf }, options)
  }
}

/** An amount in two currencies. */
export type FxRate = Exact<{
  /** Currency of the wallet. */
  readonly senderCurrency: string
  /** What the amount is in the wallet's currency, before fees and discount. */
  readonly senderAmount: number
  /** Currency of the card. */
  readonly recipientCurrency: string
  /** The amount that was asked for. */
  readonly recipientAmount: number
}>

/** What to convert. */
export interface FxRateRequest {
  /** Currency of the card, ISO 4217. */
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

  /**
   * What an amount in a card's currency is in the wallet's, before fees and discount.
   *
   * @throws InvalidInputError for a currency or amount that is none
   */
  async get({ currencyCode, amount }: FxRateRequest, options?: CallOptions): Promise<FxRate> {
    const query = { currencyCode, amount }
    return this.#transport.get<FxRate>({ path: '/fx-rate', query }, options)
  }
}

function toCountry(countryCode: string): string {
  if (/^[a-z]{2}$/i.test(countryCode)) return countryCode
  throw new TypeError(`countryCode must have two letters, as in "US", not "${countryCode}".`)
}
