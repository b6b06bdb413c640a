import Type, { type Static } from 'typebox'
import { getCurrency } from '../core/currency.ts'
import { formatDecimal, jsonNumber } from '../core/decimal.ts'
import { formatMicros, formatRounded, MICRO_PLACES, type Micros } from '../core/money.ts'
import { pageOf } from '../core/page.ts'
import { type Country, countries } from './countries.ts'
import type { Brand, Product, Published } from './model.ts'
import { convert, RATE_PLACES, type Rate, roundRate } from './quote.ts'
import { getRate, type Snapshot } from './snapshot.ts'

const Nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const CountryOut = Type.Object({
  isoName: Type.String({ description: 'ISO 3166-1 alpha-2.' }),
  name: Type.String(),
  continent: Type.String(),
  currencyCode: Type.String({ description: 'ISO 4217.' }),
  currencyName: Type.String(),
  currencySymbol: Type.String(),
  flag: Type.String({ description: 'Address of a picture.' }),
  callingCodes: Type.Array(Type.String(), { description: 'With the plus sign.' }),
})

export const CategoryOut = Type.Object({ id: Type.Integer(), name: Type.String() })

export const ProductOut = Type.Object({
  productId: Type.Integer(),
  productName: Type.String(),
  global: Type.Boolean({ description: 'Whether it can be redeemed world-wide.' }),
  status: Type.Enum(['ACTIVE']),
  supportsPreOrder: Type.Boolean(),
  senderFee: Type.Number({ description: 'Flat fee per card, in the account’s currency.' }),
  senderFeePercentage: Type.Number({ description: 'Fee in percent of the converted face value.' }),
  discountPercentage: Type.Number({
    description: 'Commission in percent of the converted face value.',
  }),
  denominationType: Type.Enum(['FIXED', 'RANGE']),
  recipientCurrencyCode: Type.String({ description: 'Currency of the card.' }),
  minRecipientDenomination: Nullable(Type.Number()),
  maxRecipientDenomination: Nullable(Type.Number()),
  senderCurrencyCode: Type.String({ description: 'Currency of the account.' }),
  minSenderDenomination: Nullable(Type.Number()),
  maxSenderDenomination: Nullable(Type.Number()),
  fixedRecipientDenominations: Type.Array(Type.Number(), {
    description: 'Face values that are sold; empty for RANGE.',
  }),
  fixedSenderDenominations: Nullable(Type.Array(Type.Number())),
  fixedRecipientToSenderDenominationsMap: Nullable(
    Type.Record(Type.String(), Type.Number(), {
      description: 'Face value as text, to its price before fees and discount, rounded.',
    }),
  ),
  metadata: Nullable(Type.Record(Type.String(), Type.Unknown())),
  logoUrls: Type.Array(Type.String()),
  brand: Type.Object({
    brandId: Type.Integer(),
    brandName: Type.String(),
    logoUrl: Type.String(),
  }),
  category: CategoryOut,
  country: Type.Object({ isoName: Type.String(), name: Type.String(), flagUrl: Type.String() }),
  redeemInstruction: Type.Object({ concise: Type.String(), verbose: Type.String() }),
  additionalRequirements: Type.Object({ userIdRequired: Type.Boolean() }),
  recipientCurrencyToSenderCurrencyExchangeRate: Type.Number({
    description: 'What one unit of the card’s currency costs, to six decimals.',
  }),
})

export const ProductsOut = Type.Array(ProductOut)
export const ProductPageOut = pageOf(ProductOut)

export const BrandInstructionOut = Type.Object({
  brandId: Type.Integer(),
  brandName: Type.String(),
  concise: Type.String(),
  verbose: Type.String(),
})

export const ProductInstructionOut = Type.Object({
  productId: Type.Integer(),
  productName: Type.String(),
  concise: Type.String(),
  verbose: Type.String(),
})

export const DiscountOut = Type.Object({
  product: Type.Object({
    productId: Type.Integer(),
    productName: Type.String(),
    countryCode: Type.String(),
    global: Type.Boolean(),
  }),
  discountPercentage: Type.Number(),
})

export const DiscountPageOut = pageOf(DiscountOut)

export const FxRateOut = Type.Object({
  senderCurrency: Type.String({ description: 'Currency of the account.' }),
  senderAmount: Type.Number({ description: 'To five decimals, without fees and discount.' }),
  recipientCurrency: Type.String(),
  recipientAmount: Type.Number(),
})

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
    category: brand.category,
    country,
    redeemInstruction: published?.redeem ?? brand.redeem,
    additionalRequirements: { userIdRequired: product.userIdRequired },
    recipientCurrencyToSenderCurrencyExchangeRate:
      prices.recipientCurrencyToSenderCurrencyExchangeRate,
  }
}

function feeIn(snapshot: Snapshot, { senderFee }: Product, currency: string): Micros {
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

type Prices =
  | 'minSenderDenomination'
  | 'maxSenderDenomination'
  | 'fixedSenderDenominations'
  | 'fixedRecipientToSenderDenominationsMap'
  | 'recipientCurrencyToSenderCurrencyExchangeRate'

function toPricesOut(
  { faceValues, published }: Product,
  rate: Rate,
  currency: string,
): Pick<Static<typeof ProductOut>, Prices> {
  const shownRate = Number(formatDecimal(roundRate(rate, MICRO_PLACES), RATE_PLACES, 1))
  if (isInForce(published, shownRate, currency)) return toPublishedPrices(published, shownRate)
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
    recipientCurrencyToSenderCurrencyExchangeRate: shownRate,
  }
}

/** What was published counts as long as the rate is the one it was published with. */
function isInForce(
  published: Published | null,
  shownRate: number,
  currency: string,
): published is Published {
  const prices = published?.prices
  return prices?.currency === currency && (prices.rate ?? shownRate) === shownRate
}

function toPublishedPrices(
  { prices }: Published,
  shownRate: number,
): Pick<Static<typeof ProductOut>, Prices> {
  return {
    minSenderDenomination: prices.min,
    maxSenderDenomination: prices.max,
    fixedSenderDenominations: prices.fixed && [...prices.fixed],
    fixedRecipientToSenderDenominationsMap: prices.map && { ...prices.map },
    recipientCurrencyToSenderCurrencyExchangeRate: prices.rate ?? shownRate,
  }
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
