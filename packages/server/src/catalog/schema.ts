import Type, { type Static } from 'typebox'
import { getCurrency } from '../core/currency.ts'
import { formatDecimal, jsonNumber } from '../core/decimal.ts'
import { formatMicros, formatRounded, MICRO_PLACES, type Micros } from '../core/money.ts'
import { pageOf } from '../core/page.ts'
import { type Country, countries } from './countries.ts'
import {
  type Brand,
  type Category,
  categoryIdOf,
  type Product,
  type Published,
  type ShownPrices,
} from './model.ts'
import { convert, RATE_PLACES, type Rate, roundRate } from './quote.ts'
import { getRate, type Snapshot } from './snapshot.ts'

const countryCode = Type.String({ description: 'ISO 3166-1 alpha-2.' })
const address = Type.String({ description: 'Address of a picture.' })

export const CountryOut = Type.Object(
  {
    isoName: countryCode,
    name: Type.String(),
    continent: Type.String(),
    currencyCode: Type.String({ description: 'ISO 4217.' }),
    currencyName: Type.String(),
    currencySymbol: Type.String(),
    flag: address,
    callingCodes: Type.Array(Type.String(), { description: 'With the plus sign.' }),
  },
  { title: 'Country' },
)

export const CategoryOut = Type.Object(
  { id: Type.Integer(), name: Type.String() },
  { title: 'Category' },
)

const BrandOut = Type.Object(
  { brandId: Type.Integer(), brandName: Type.String(), logoUrl: address },
  { title: 'Brand' },
)

const ProductCountryOut = Type.Object(
  { isoName: countryCode, name: Type.String(), flagUrl: address },
  { title: 'ProductCountry' },
)

const instruction = {
  concise: Type.String({ description: 'How the card is redeemed, in a sentence.' }),
  verbose: Type.String({ description: 'The same at length, with conditions.' }),
}

const nullableNumber = (description: string) =>
  Type.Union([Type.Number(), Type.Null()], { description })

export const ProductOut = Type.Object(
  {
    productId: Type.Integer(),
    productName: Type.String(),
    global: Type.Boolean({ description: 'Whether it can be redeemed world-wide.' }),
    status: Type.Enum(['ACTIVE'], { description: 'Products that are not sold are not shown.' }),
    supportsPreOrder: Type.Boolean({ description: 'Whether an order may have `preOrder`.' }),
    senderFee: Type.Number({ description: 'Flat fee per card, in the account’s currency.' }),
    senderFeePercentage: Type.Number({
      description: 'Fee in percent of the converted face value.',
    }),
    discountPercentage: Type.Number({
      description: 'Commission in percent of the converted face value.',
    }),
    denominationType: Type.Enum(['FIXED', 'RANGE'], {
      description: 'Whether certain face values are sold, or any within bounds.',
    }),
    recipientCurrencyCode: Type.String({ description: 'Currency of the card, ISO 4217.' }),
    minRecipientDenomination: nullableNumber('Smallest face value; null for FIXED.'),
    maxRecipientDenomination: nullableNumber('Largest face value; null for FIXED.'),
    senderCurrencyCode: Type.String({ description: 'Currency of the account, ISO 4217.' }),
    minSenderDenomination: nullableNumber(
      'Price of the smallest face value before fees and discount; null for FIXED.',
    ),
    maxSenderDenomination: nullableNumber(
      'Price of the largest face value before fees and discount; null for FIXED.',
    ),
    fixedRecipientDenominations: Type.Array(Type.Number(), {
      description: 'Face values that are sold; empty for RANGE.',
    }),
    fixedSenderDenominations: Type.Union([Type.Array(Type.Number()), Type.Null()], {
      description: 'Their prices before fees and discount, in the same order; null for RANGE.',
    }),
    fixedRecipientToSenderDenominationsMap: Type.Union(
      [Type.Record(Type.String(), Type.Number()), Type.Null()],
      {
        description:
          'Face value as text, to its price before fees and discount, rounded; null for RANGE.',
      },
    ),
    metadata: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()], {
      description: 'Names of face values, such as `60 Diamonds`, by face value.',
    }),
    logoUrls: Type.Array(Type.String(), { description: 'Addresses of pictures of the card.' }),
    brand: BrandOut,
    category: CategoryOut,
    country: ProductCountryOut,
    redeemInstruction: Type.Object(instruction),
    additionalRequirements: Type.Object({
      userIdRequired: Type.Boolean({
        description: 'Whether an order names the player or account that is topped up.',
      }),
    }),
    recipientCurrencyToSenderCurrencyExchangeRate: Type.Number({
      description: 'What one unit of the card’s currency costs, to six decimals.',
    }),
  },
  { title: 'Product' },
)

export const ProductsOut = Type.Array(ProductOut)
export const ProductPageOut = pageOf(ProductOut, 'ProductPage')

export const BrandInstructionOut = Type.Object(
  { brandId: Type.Integer(), brandName: Type.String(), ...instruction },
  { title: 'BrandInstruction' },
)

export const ProductInstructionOut = Type.Object(
  { productId: Type.Integer(), productName: Type.String(), ...instruction },
  { title: 'ProductInstruction' },
)

export const DiscountOut = Type.Object(
  {
    product: Type.Object(
      {
        productId: Type.Integer(),
        productName: Type.String(),
        countryCode,
        global: Type.Boolean({ description: 'Whether it can be redeemed world-wide.' }),
      },
      { title: 'DiscountedProduct' },
    ),
    discountPercentage: Type.Number({
      description: 'Commission in percent of the converted face value.',
    }),
  },
  { title: 'Discount' },
)

export const DiscountPageOut = pageOf(DiscountOut, 'DiscountPage')

export const FxRateOut = Type.Object(
  {
    senderCurrency: Type.String({ description: 'Currency of the account, ISO 4217.' }),
    senderAmount: Type.Number({ description: 'To five decimals, without fees and discount.' }),
    recipientCurrency: Type.String({ description: 'Currency of the card, ISO 4217.' }),
    recipientAmount: Type.Number({ description: 'The amount that was asked about.' }),
  },
  { title: 'FxRate' },
)

export function toCountryOut(country: Country, ownUrl: string): Static<typeof CountryOut> {
  const { isoName, callingCodes, ...rest } = country
  return { isoName, ...rest, flag: flagUrl(isoName, ownUrl), callingCodes: [...callingCodes] }
}

/** Who looks at the catalogue: it shows prices in their currency, and pictures at our address. */
export interface Viewer {
  readonly currency: string
  readonly ownUrl: string
}

/** A product as the wire shows it; numbers have the decimals of the recorded answers. */
export function toProductOut(
  snapshot: Snapshot,
  product: Product,
  viewer: Viewer,
): Static<typeof ProductOut> {
  const { published, brand, faceValues } = product
  const { currency } = viewer
  const bounds = faceValues.type === 'RANGE' ? faceValues : undefined
  const prices = toPricesOut(product, getRate(snapshot, product.currency, currency), currency)
  const { logoUrls, brand: brandOut, country } = toPicturesOut(product, viewer.ownUrl)
  return {
    productId: jsonNumber(product.id.toString()),
    productName: product.name,
    global: product.isGlobal,
    status: 'ACTIVE',
    supportsPreOrder: product.supportsPreOrder,
    senderFee: money(feeIn(snapshot, product, currency)),
    senderFeePercentage: money(product.senderFeePercentage),
    discountPercentage: money(product.discountPercentage),
    denominationType: faceValues.type,
    recipientCurrencyCode: product.currency,
    minRecipientDenomination: bounds ? money(bounds.min) : null,
    maxRecipientDenomination: bounds ? money(bounds.max) : null,
    senderCurrencyCode: currency,
    minSenderDenomination: prices.minSenderDenomination,
    maxSenderDenomination: prices.maxSenderDenomination,
    fixedRecipientDenominations: faceValues.type === 'FIXED' ? faceValues.values.map(money) : [],
    fixedSenderDenominations: prices.fixedSenderDenominations,
    fixedRecipientToSenderDenominationsMap: prices.fixedRecipientToSenderDenominationsMap,
    metadata: product.metadata,
    logoUrls,
    brand: brandOut,
    category: categoryOf(snapshot, product),
    country,
    redeemInstruction: published?.redeem ?? brand.redeem,
    additionalRequirements: { userIdRequired: product.userIdRequired },
    recipientCurrencyToSenderCurrencyExchangeRate:
      prices.recipientCurrencyToSenderCurrencyExchangeRate,
  }
}

export function categoryOf({ categories }: Snapshot, product: Product): Category {
  const id = categoryIdOf(product)
  const { category } = product.brand
  return id === category.id ? category : (categories.find((each) => each.id === id) ?? category)
}

export function feeIn(snapshot: Snapshot, { senderFee }: Product, currency: string): Micros {
  if (senderFee.currency === currency) return senderFee.amount
  const rate = getRate(snapshot, senderFee.currency, currency)
  return convert(senderFee.amount, rate, getCurrency(currency).minorPlaces)
}

type Pictures = 'logoUrls' | 'brand' | 'country'

function toPicturesOut(
  { brand, published, countryCode }: Product,
  ownUrl: string,
): Pick<Static<typeof ProductOut>, Pictures> {
  const logoUrl = published?.brandLogoUrl ?? `${ownUrl}/images/brands/${brand.id}.svg`
  return {
    logoUrls: [...(published?.logoUrls ?? [`${ownUrl}/images/cards/${brand.id}.svg`])],
    brand: { brandId: brand.id, brandName: brand.name, logoUrl },
    country: {
      isoName: countryCode,
      name: published?.country.name ?? countries.get(countryCode)?.name ?? countryCode,
      flagUrl: published?.country.flagUrl ?? flagUrl(countryCode, ownUrl),
    },
  }
}

type PricesOut = Pick<Static<typeof ProductOut>, keyof ShownPrices>

function toPricesOut({ faceValues, published }: Product, rate: Rate, currency: string): PricesOut {
  const { minorPlaces } = getCurrency(currency)
  const price = (value: Micros) => money(convert(value, rate, minorPlaces))
  const bounds = faceValues.type === 'RANGE' ? faceValues : undefined
  const fixed = faceValues.type === 'FIXED' ? faceValues.values : undefined
  return {
    minSenderDenomination: bounds ? price(bounds.min) : null,
    maxSenderDenomination: bounds ? price(bounds.max) : null,
    fixedSenderDenominations: fixed ? fixed.map(price) : null,
    fixedRecipientToSenderDenominationsMap: fixed
      ? Object.fromEntries(fixed.map((value) => [formatMicros(value), price(value)]))
      : null,
    recipientCurrencyToSenderCurrencyExchangeRate: Number(
      formatDecimal(roundRate(rate, MICRO_PLACES), RATE_PLACES, 1),
    ),
    ...toPublishedPrices(published, rate, currency),
  }
}

/** What was published counts as long as the rate is the one that it was imported with. */
function toPublishedPrices(
  published: Published | null,
  rate: Rate,
  currency: string,
): Partial<PricesOut> {
  const prices = published?.prices
  const isInForce = prices?.currency === currency && prices.rate === rate.toString()
  return isInForce ? (prices.shown as Partial<PricesOut>) : {}
}

export function toBrandInstructionOut(brand: Brand): Static<typeof BrandInstructionOut> {
  return { brandId: brand.id, brandName: brand.name, ...brand.redeem }
}

export function toProductInstructionOut(product: Product): Static<typeof ProductInstructionOut> {
  const { concise, verbose } = product.published?.redeem ?? product.brand.redeem
  return {
    productId: jsonNumber(product.id.toString()),
    productName: product.name,
    concise,
    verbose,
  }
}

export function toDiscountOut(product: Product): Static<typeof DiscountOut> {
  return {
    product: {
      productId: jsonNumber(product.id.toString()),
      productName: product.name,
      countryCode: product.countryCode,
      global: product.isGlobal,
    },
    discountPercentage: money(product.discountPercentage),
  }
}

/** The original shows an exchanged amount to this many decimals, whatever the currency. */
const FX_PLACES = 5

export function toFxRateOut(exchange: {
  readonly from: { readonly currency: string; readonly amount: Micros }
  readonly to: string
  readonly rate: Rate
}): Static<typeof FxRateOut> {
  const { from, to, rate } = exchange
  return {
    senderCurrency: to,
    senderAmount: jsonNumber(formatRounded(convert(from.amount, rate, FX_PLACES), FX_PLACES)),
    recipientCurrency: from.currency,
    recipientAmount: money(from.amount),
  }
}

const money = (amount: Micros) => jsonNumber(formatMicros(amount))

function flagUrl(countryCode: string, ownUrl: string): string {
  return `${ownUrl}/images/flags/${countryCode.toLowerCase()}.svg`
}
