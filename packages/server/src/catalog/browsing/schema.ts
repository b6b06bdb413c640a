import Type, { type Static } from 'typebox'
import { jsonNumber } from '../../core/decimal.ts'
import { formatMicros, type Micros } from '../../core/money.ts'
import { Nullable } from '../../core/schema.ts'
import type { Product } from '../model.ts'
import { categoryOf } from '../schema.ts'
import { countryNameOf } from './browse.ts'
import type { BrowsedPage, BrowsedProduct, ProductPrice } from './service.ts'

const PriceOut = Type.Object(
  {
    unitPrice: Type.Number({ description: 'Face value of the card, in its own currency.' }),
    label: Nullable(Type.String(), 'What the face value is called, such as `60 UC`.'),
    currencyCode: Type.String({ description: 'Currency of the wallet, which the rest is in.' }),
    face: Type.Number({ description: 'The face value, converted.' }),
    fee: Type.Number(),
    discount: Type.Number(),
    cost: Type.Number({ description: 'What leaves the wallet: face and fee without discount.' }),
  },
  { title: 'ProductPrice', description: 'What one card costs.' },
)

const productFields = {
  productId: Type.Integer(),
  productName: Type.String(),
  brand: Type.Object({ brandId: Type.Integer(), brandName: Type.String() }, { title: 'BrandName' }),
  category: Type.Object({ id: Type.Integer(), name: Type.String() }, { title: 'CategoryName' }),
  country: Type.Object(
    { isoName: Type.String({ description: 'ISO 3166-1 alpha-2.' }), name: Type.String() },
    { title: 'CountryName' },
  ),
  isGlobal: Type.Boolean({ description: 'Whether it can be redeemed world-wide.' }),
  recipientCurrencyCode: Type.String({ description: 'Currency of the card, ISO 4217.' }),
  denominationType: Type.Enum(['FIXED', 'RANGE']),
  denominations: Type.Array(Type.Number(), {
    description: 'Face values that are sold; empty for RANGE.',
  }),
  minDenomination: Nullable(Type.Number(), 'Smallest face value; null for FIXED.'),
  maxDenomination: Nullable(Type.Number(), 'Largest face value; null for FIXED.'),
}

const pricedFields = {
  ...productFields,
  senderCurrencyCode: Type.String({ description: 'Currency of the wallet, ISO 4217.' }),
  senderFee: Nullable(
    Type.Number(),
    'Flat fee per card, in the currency of the wallet; null when there is no exchange rate to it.',
  ),
  senderFeePercentage: Type.Number({ description: 'In percent of the converted face value.' }),
  discountPercentage: Type.Number({ description: 'In percent of the converted face value.' }),
  hasOwnPrice: Type.Boolean({
    description: 'Whether fee or discount were agreed with this account.',
  }),
  logoUrl: Type.String({ description: 'Path of a square picture of the brand.' }),
  cardUrl: Type.String({ description: 'Path of a picture of the card.' }),
  price: Nullable(
    PriceOut,
    'For the amount that was asked for, or the smallest face value; null when it is not sold at it.',
  ),
}

export const PricedProductOut = Type.Object(pricedFields, { title: 'PricedProduct' })

export const ProductDetailsOut = Type.Object(
  {
    ...pricedFields,
    supportsPreOrder: Type.Boolean(),
    userIdRequired: Type.Boolean({
      description: 'Whether an order names the player or account that is topped up.',
    }),
    redeemInstruction: Type.Object(
      { concise: Type.String(), verbose: Type.String() },
      { title: 'RedeemTexts' },
    ),
    prices: Type.Array(PriceOut, {
      description: 'Of every face value, or of round ones between the bounds.',
    }),
  },
  { title: 'ProductDetails' },
)

const facetOf = <Id extends Type.TSchema>(id: Id, title: string) =>
  Type.Object({ id, name: Type.String(), count: Type.Integer({ minimum: 1 }) }, { title })

export const FacetsOut = Type.Object(
  {
    countries: Type.Array(facetOf(Type.String(), 'CountryFacet'), {
      description: 'By name; what there would be with another country.',
    }),
    categories: Type.Array(facetOf(Type.Integer(), 'CategoryFacet'), {
      description: 'By name; what there would be with another category.',
    }),
  },
  { title: 'ProductFacets' },
)

export const PricedProductPageOut = Type.Object(
  {
    content: Type.Array(PricedProductOut),
    total: Type.Integer({ minimum: 0 }),
    page: Type.Integer({ minimum: 1 }),
    size: Type.Integer({ minimum: 1 }),
    senderCurrencyCode: Type.String({ description: 'Currency of the wallet, ISO 4217.' }),
    facets: FacetsOut,
  },
  { title: 'PricedProductPage' },
)

const number = (amount: Micros) => jsonNumber(formatMicros(amount))

/** What a product is, whoever looks at it. */
export function toNamedProduct({
  product,
  snapshot,
}: Pick<BrowsedProduct, 'product' | 'snapshot'>) {
  const { faceValues, brand, countryCode } = product
  const bounds = faceValues.type === 'RANGE' ? faceValues : undefined
  const { id, name } = categoryOf(snapshot, product)
  return {
    productId: jsonNumber(product.id.toString()),
    productName: product.name,
    brand: { brandId: brand.id, brandName: brand.name },
    category: { id, name },
    country: { isoName: countryCode, name: countryNameOf(countryCode) },
    isGlobal: product.isGlobal,
    recipientCurrencyCode: product.currency,
    denominationType: faceValues.type,
    denominations: faceValues.type === 'FIXED' ? faceValues.values.map(number) : [],
    minDenomination: bounds ? number(bounds.min) : null,
    maxDenomination: bounds ? number(bounds.max) : null,
  }
}

export const NamedProduct = productFields

export function toPricedProductOut(seen: BrowsedProduct): Static<typeof PricedProductOut> {
  const { product, currency, senderFee, price } = seen
  return {
    ...toNamedProduct(seen),
    senderCurrencyCode: currency,
    senderFee: senderFee === undefined ? null : number(senderFee),
    senderFeePercentage: number(product.senderFeePercentage),
    discountPercentage: number(product.discountPercentage),
    hasOwnPrice: seen.hasOwnPrice,
    logoUrl: `/images/brands/${product.brand.id}.svg`,
    cardUrl: `/images/cards/${product.brand.id}.svg`,
    price: price === undefined ? null : toPriceOut(price, product, currency),
  }
}

function toPriceOut(
  { unitPrice, quote }: ProductPrice,
  { metadata }: Product,
  currency: string,
): Static<typeof PriceOut> {
  const label = metadata?.[formatMicros(unitPrice)] ?? metadata?.[formatMicros(unitPrice, 0)]
  return {
    unitPrice: number(unitPrice),
    label: typeof label === 'string' ? label : null,
    currencyCode: currency,
    face: number(quote.face),
    fee: number(quote.fee),
    discount: number(quote.discount),
    cost: number(quote.cost),
  }
}

export function toProductDetailsOut(seen: BrowsedProduct): Static<typeof ProductDetailsOut> {
  const { product, currency } = seen
  const { concise, verbose } = product.published?.redeem ?? product.brand.redeem
  return {
    ...toPricedProductOut(seen),
    supportsPreOrder: product.supportsPreOrder,
    userIdRequired: product.userIdRequired,
    redeemInstruction: { concise, verbose },
    prices: seen.prices().map((price) => toPriceOut(price, product, currency)),
  }
}

export function toPricedProductPageOut(
  page: BrowsedPage,
  { page: number, size }: { readonly page: number; readonly size: number },
): Static<typeof PricedProductPageOut> {
  return {
    content: page.products.map(toPricedProductOut),
    total: page.total,
    page: number,
    size,
    senderCurrencyCode: page.currency,
    facets: toFacetsOut(page),
  }
}

export function toFacetsOut({
  snapshot,
  countries,
  categories,
}: Pick<BrowsedPage, 'snapshot' | 'countries' | 'categories'>): Static<typeof FacetsOut> {
  const names = new Map(snapshot.categories.map(({ id, name }) => [id, name]))
  const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
    a.name.localeCompare(b.name, 'en')
  return {
    countries: [...countries]
      .map(([id, count]) => ({ id, name: countryNameOf(id), count }))
      .sort(byName),
    categories: [...categories]
      .map(([id, count]) => ({ id, name: names.get(id) ?? String(id), count }))
      .sort(byName),
  }
}
