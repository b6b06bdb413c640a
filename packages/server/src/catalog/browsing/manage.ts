import Type from 'typebox'
import { ModeIn } from '../../accounts/index.ts'
import { type ErrorBuilder, inputErrors } from '../../core/errors.ts'
import { readId } from '../../core/ids.ts'
import { MAX_MICROS, parseMicros } from '../../core/money.ts'
import { integerOf, manageRoute, ownerOf, type Route, wordOf } from '../../http/index.ts'
import { readCountryCode } from '../countries.ts'
import { catalogErrors } from '../errors.ts'
import { type BrowseRequest, browseOrders } from './browse.ts'
import {
  PricedProductPageOut,
  ProductDetailsOut,
  toPricedProductPageOut,
  toProductDetailsOut,
} from './schema.ts'
import type { Browsing } from './service.ts'

const PAGE = { min: 1, max: 1_000_000, fallback: 1 }
const SIZE = { min: 1, max: 200, fallback: 50 }
const ID = { min: 1, max: 2_147_483_647, fallback: 0 }

const TEXT_MAX = 200

/** What lists of products are asked for, by accounts and operators. */
export const browseQuery = {
  q: Type.Optional(
    Type.String({
      maxLength: TEXT_MAX,
      description: 'Words of the name, the brand and the country, or an id. Slips are forgiven.',
      examples: ['amazon'],
    }),
  ),
  country: Type.Optional(Type.String({ description: 'ISO 3166-1 alpha-2.', examples: ['US'] })),
  category: Type.Optional(Type.Integer({ minimum: 1 })),
  brand: Type.Optional(Type.Integer({ minimum: 1 })),
  currency: Type.Optional(Type.String({ description: 'Of the card, ISO 4217.' })),
  denominationType: Type.Optional(Type.Enum(['FIXED', 'RANGE'])),
  denomination: Type.Optional(
    Type.Number({ description: 'Only products that are sold at this face value.' }),
  ),
  sort: Type.Optional(
    Type.Enum([...browseOrders], {
      description: 'With a minus downwards. By default the best fit comes first, else by name.',
    }),
  ),
  page: Type.Optional(
    Type.Integer({ minimum: PAGE.min, maximum: PAGE.max, default: 1, description: 'From 1.' }),
  ),
  size: Type.Optional(
    Type.Integer({ minimum: 1, maximum: SIZE.max, default: SIZE.fallback, examples: [2] }),
  ),
}

const amount = Type.Optional(
  Type.Number({
    description: 'The face value that prices are for: `denomination`, or else the smallest.',
  }),
)

/** @param currencyErrors what `currencyOf` of the browsing refuses callers with */
export function browsingRoutes(
  browsing: Browsing,
  currencyErrors: readonly ErrorBuilder[],
): Route[] {
  const common = { scope: 'catalog:read', tag: 'Catalogue' } as const
  return [
    manageRoute({
      ...common,
      method: 'GET',
      path: '/manage/v1/products',
      operationId: 'browseProducts',
      summary: 'Browse products',
      description:
        'The products on sale with what a card of each costs the account in the end: exchange rate, ' +
        'fees and discount, the account’s own if it has any. Filters that are combined must all ' +
        'fit; the facets count what there would be with another country or category.',
      query: { ...browseQuery, amount, mode: ModeIn },
      response: { 'application/json': PricedProductPageOut },
      errors: [inputErrors.invalidField, ...currencyErrors],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const request = readBrowseRequest(query)
        const page = await browsing.browse(
          owner,
          request,
          readAmount(query, 'amount') ?? request.filter.denomination,
        )
        return { body: toPricedProductPageOut(page, request) }
      },
    }),
    manageRoute({
      ...common,
      method: 'GET',
      path: '/manage/v1/products/:productId',
      operationId: 'getPricedProduct',
      summary: 'Get a product with its prices',
      description:
        'One product on sale: how it is redeemed, and what a card of each face value costs.',
      params: { productId: Type.Integer({ minimum: 1, examples: [5] }) },
      query: { amount, mode: ModeIn },
      response: { 'application/json': ProductDetailsOut },
      errors: [catalogErrors.productNotFound, inputErrors.invalidField, ...currencyErrors],
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        const seen = await browsing.get(
          owner,
          readId(params.productId),
          readAmount(query, 'amount'),
        )
        return { body: toProductDetailsOut(seen) }
      },
    }),
  ]
}

type Query = Readonly<Record<string, string | undefined>>

/** @throws invalidField */
export function readBrowseRequest(query: Query): BrowseRequest {
  const { q, country, currency } = query
  if (q !== undefined && q.length > TEXT_MAX) throw inputErrors.invalidField({ field: 'q' })
  return {
    filter: {
      text: q?.trim() || undefined,
      countryCode: country === undefined ? undefined : readCountryCode(country),
      categoryId: integerOf(query, 'category', ID) || undefined,
      brandId: integerOf(query, 'brand', ID) || undefined,
      currency: currency?.toUpperCase(),
      denominationType: wordOf(query, 'denominationType', ['FIXED', 'RANGE']),
      denomination: readAmount(query, 'denomination'),
      isActive: undefined,
    },
    order: wordOf(query, 'sort', browseOrders),
    page: integerOf(query, 'page', PAGE),
    size: integerOf(query, 'size', SIZE),
  }
}

/** @throws invalidField */
function readAmount(query: Query, field: string): bigint | undefined {
  const text = query[field]
  if (text === undefined) return undefined
  const value = parseMicros(text)
  if (value === undefined || value <= 0n || value > MAX_MICROS) {
    throw inputErrors.invalidField({ field })
  }
  return value
}
