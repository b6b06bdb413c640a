import Type from 'typebox'
import { type ErrorBuilder, inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { pageQuery, readPageRequest } from '../core/page.ts'
import { GIFT_CARDS_V1, getRoute, type PreparedAnswer, type Route } from '../http/index.ts'
import { catalogErrors } from './errors.ts'
import { readProductFilter } from './listing.ts'
import type { Prepared } from './prepared.ts'
import {
  BrandInstructionOut,
  CategoryOut,
  CountryOut,
  DiscountOut,
  DiscountPageOut,
  FxRateOut,
  ProductInstructionOut,
  ProductOut,
  ProductPageOut,
  ProductsOut,
} from './schema.ts'
import type { Storefront } from './storefront.ts'

const PRODUCT_PAGES = { sizeDefault: 200, sizeMax: 200 }
const DISCOUNT_PAGES = { sizeDefault: 200, sizeMax: 300 }

/** What callers may keep and must ask about before they use it again. */
const answer = (prepared: Prepared): PreparedAnswer => ({
  ...prepared,
  contentType: GIFT_CARDS_V1,
  cacheControl: 'private, no-cache',
})

const common = {
  access: 'client',
  scope: 'catalog:read',
  tag: 'Catalogue',
  isPrepared: true,
} as const

/** @param currencyErrors what `currencyOf` of the storefront refuses callers with */
export function catalogRoutes(
  storefront: Storefront,
  currencyErrors: readonly ErrorBuilder[],
): Route[] {
  const pricingErrors = [...currencyErrors, catalogErrors.rateUnavailable]
  return [
    ...countryRoutes(storefront),
    ...productRoutes(storefront, pricingErrors),
    ...instructionRoutes(storefront),
    ...priceRoutes(storefront, pricingErrors),
    ...pictureRoutes(storefront),
  ]
}

function countryRoutes(storefront: Storefront): Route[] {
  return [
    getRoute({
      ...common,
      path: '/countries',
      operationId: 'listCountries',
      summary: 'List countries',
      description: 'Every country of ISO 3166 with its currency and calling codes, by name.',
      response: { [GIFT_CARDS_V1]: Type.Array(CountryOut) },
      errors: [],
      handle: async () => answer(storefront.listCountries()),
    }),
    getRoute({
      ...common,
      path: '/countries/:countryCode',
      operationId: 'getCountry',
      summary: 'Get one country',
      description: 'One country by its ISO code, in upper or lower case.',
      params: { countryCode: CountryCode },
      response: { [GIFT_CARDS_V1]: CountryOut },
      errors: [catalogErrors.countryNotSupported],
      handle: async ({ params }) => answer(storefront.getCountry(params.countryCode ?? '')),
    }),
  ]
}

function productRoutes(storefront: Storefront, pricingErrors: readonly ErrorBuilder[]): Route[] {
  return [
    getRoute({
      ...common,
      path: '/products',
      operationId: 'listProducts',
      summary: 'List products',
      description:
        'The products on sale by id, with prices in the currency of the account. Filters that are ' +
        'combined must all fit; values that cannot be read do not restrict.',
      query: {
        ...pageQuery(PRODUCT_PAGES),
        countryCode: Type.Optional(
          Type.String({
            description: 'The product’s own country; world-wide products of others are not of it.',
          }),
        ),
        ...filterQuery,
      },
      response: { [GIFT_CARDS_V1]: ProductPageOut },
      errors: pricingErrors,
      handle: async ({ principal, query }) => {
        const page = readPageRequest(query, PRODUCT_PAGES)
        return answer(await storefront.listProducts(principal, readProductFilter(query), page))
      },
    }),
    getRoute({
      ...common,
      path: '/products/:productId',
      operationId: 'getProduct',
      summary: 'Get one product',
      description: 'One product on sale, with prices in the currency of the account.',
      params: { productId: ProductId },
      response: { [GIFT_CARDS_V1]: ProductOut },
      errors: [catalogErrors.productNotFound, catalogErrors.productNotFoundOnce, ...pricingErrors],
      handle: async ({ principal, params }) =>
        answer(await storefront.getProduct(principal, readId(params.productId))),
    }),
    getRoute({
      ...common,
      path: '/countries/:countryCode/products',
      operationId: 'listCountryProducts',
      summary: 'List the products of a country',
      description: 'All products on sale of one country, in one list.',
      params: { countryCode: CountryCode },
      query: filterQuery,
      response: { [GIFT_CARDS_V1]: ProductsOut },
      errors: [
        catalogErrors.countryNotSupported,
        catalogErrors.noProducts,
        catalogErrors.noProductsOnce,
        ...pricingErrors,
      ],
      handle: async ({ principal, params, query }) => {
        const filter = readProductFilter(query)
        return answer(
          await storefront.listCountryProducts(principal, params.countryCode ?? '', filter),
        )
      },
    }),
    getRoute({
      ...common,
      path: '/product-categories',
      operationId: 'listCategories',
      summary: 'List product categories',
      description: 'The categories of the products on sale, which they are filtered by.',
      response: { [GIFT_CARDS_V1]: Type.Array(CategoryOut) },
      errors: [],
      handle: async () => answer(storefront.listCategories()),
    }),
  ]
}

function instructionRoutes(storefront: Storefront): Route[] {
  const ofBrand = (path: string, operationId: string): Route =>
    getRoute({
      ...common,
      path,
      operationId,
      summary: 'Get the redeem instructions of a brand',
      description:
        'How a card of the brand is redeemed. Both paths are in use and answer the same.',
      params: { brandId: BrandId },
      response: { [GIFT_CARDS_V1]: BrandInstructionOut },
      errors: [catalogErrors.noRedeemInstruction, catalogErrors.noRedeemInstructionOnce],
      handle: async ({ principal, params }) =>
        answer(storefront.getBrandInstruction(principal, readId(params.brandId))),
    })
  return [
    getRoute({
      ...common,
      path: '/redeem-instructions',
      operationId: 'listRedeemInstructions',
      summary: 'List redeem instructions',
      description: 'How cards are redeemed, one row per brand that has products on sale.',
      response: { [GIFT_CARDS_V1]: Type.Array(BrandInstructionOut) },
      errors: [],
      handle: async () => answer(storefront.listRedeemInstructions()),
    }),
    ofBrand('/redeem-instructions/:brandId', 'getRedeemInstruction'),
    ofBrand('/brands/:brandId/redeem-instructions', 'getBrandRedeemInstruction'),
    getRoute({
      ...common,
      path: '/products/:productId/redeem-instructions',
      operationId: 'getProductRedeemInstruction',
      summary: 'Get the redeem instructions of a product',
      description: 'How a card of the product is redeemed.',
      params: { productId: ProductId },
      response: { [GIFT_CARDS_V1]: ProductInstructionOut },
      errors: [catalogErrors.productNotFound, catalogErrors.productNotFoundOnce],
      handle: async ({ principal, params }) =>
        answer(storefront.getProductInstruction(principal, readId(params.productId))),
    }),
  ]
}

function priceRoutes(storefront: Storefront, pricingErrors: readonly ErrorBuilder[]): Route[] {
  return [
    getRoute({
      ...common,
      path: '/fx-rate',
      operationId: 'getFxRate',
      summary: 'Convert an amount',
      description:
        'What an amount in the currency of a card is in the currency of the account, without fees ' +
        'and discount.',
      query: {
        currencyCode: Type.String({ description: 'Currency of the card.', examples: ['USD'] }),
        amount: Type.Number({
          exclusiveMinimum: 0,
          description: 'In that currency.',
          examples: [94.99],
        }),
      },
      response: { [GIFT_CARDS_V1]: FxRateOut },
      errors: [
        inputErrors.missingField,
        inputErrors.invalidField,
        catalogErrors.invalidAmount,
        ...pricingErrors,
      ],
      handle: async ({ principal, query }) => {
        const { currencyCode, amount } = query
        return answer(await storefront.exchange(principal, { currencyCode, amount }))
      },
    }),
    getRoute({
      ...common,
      path: '/discounts',
      operationId: 'listDiscounts',
      summary: 'List discounts',
      description: 'The commission on every product on sale, by product id.',
      query: pageQuery(DISCOUNT_PAGES),
      response: { [GIFT_CARDS_V1]: DiscountPageOut },
      errors: [],
      handle: async ({ principal, query }) =>
        answer(storefront.listDiscounts(principal, readPageRequest(query, DISCOUNT_PAGES))),
    }),
    getRoute({
      ...common,
      path: '/products/:productId/discounts',
      operationId: 'getDiscount',
      summary: 'Get the discount of a product',
      description: 'The commission on one product on sale.',
      params: { productId: ProductId },
      response: { [GIFT_CARDS_V1]: DiscountOut },
      errors: [catalogErrors.noDiscount],
      handle: async ({ principal, params }) =>
        answer(storefront.getDiscount(principal, readId(params.productId))),
    }),
  ]
}

/** For anybody: pictures are shown where nobody has a token. */
function pictureRoutes(storefront: Storefront): Route[] {
  const picture = (prepared: Prepared): PreparedAnswer => ({
    ...prepared,
    contentType: SVG,
    cacheControl: 'public, max-age=86400',
  })
  const ofPicture = {
    access: 'none',
    tag: 'Pictures',
    isPrepared: true,
    response: { [SVG]: Type.String() },
  } as const
  return [
    getRoute({
      ...ofPicture,
      path: '/images/brands/:brandId.svg',
      operationId: 'getBrandPicture',
      summary: 'Get the monogram of a brand',
      description: 'A square picture, drawn from the name of the brand.',
      params: { brandId: BrandId },
      errors: [catalogErrors.noPicture],
      handle: async ({ params }) => picture(storefront.drawBrand(readId(params.brandId))),
    }),
    getRoute({
      ...ofPicture,
      path: '/images/cards/:brandId.svg',
      operationId: 'getCardPicture',
      summary: 'Get the picture of a brand’s cards',
      description: 'A picture in the shape of a card, drawn from the name of the brand.',
      params: { brandId: BrandId },
      errors: [catalogErrors.noPicture],
      handle: async ({ params }) => picture(storefront.drawCard(readId(params.brandId))),
    }),
    getRoute({
      ...ofPicture,
      path: '/images/flags/:countryCode.svg',
      operationId: 'getFlag',
      summary: 'Get the flag of a country',
      description: 'The flag, three to two.',
      params: { countryCode: FlagCode },
      errors: [catalogErrors.noPicture],
      handle: async ({ params }) => picture(await storefront.findFlag(params.countryCode ?? '')),
    }),
  ]
}

const SVG = 'image/svg+xml'
const CountryCode = Type.String({ description: 'ISO 3166-1 alpha-2.', examples: ['US'] })
const FlagCode = Type.String({ description: 'ISO 3166-1 alpha-2.', examples: ['NG'] })
const ProductId = Type.Integer({ minimum: 1, examples: [5] })
const BrandId = Type.Integer({ minimum: 1, examples: [2] })

const filterQuery = {
  productName: Type.Optional(
    Type.String({ description: 'Part of the name, without regard to case.' }),
  ),
  productCategoryId: Type.Optional(Type.Integer({ description: 'One of the product categories.' })),
  includeRange: Type.Optional(
    Type.Boolean({ default: true, description: 'Whether to list products of any face value.' }),
  ),
  includeFixed: Type.Optional(
    Type.Boolean({
      default: true,
      description: 'Whether to list products of certain face values.',
    }),
  ),
  global: Type.Optional(Type.Boolean({ description: 'Only those that are world-wide, or not.' })),
  simplified: Type.Optional(
    Type.Boolean({ description: 'Accepted; rows have all their fields either way.' }),
  ),
}
