import Type, { type Static } from 'typebox'
import { findCurrency, getCurrency } from '../../core/currency.ts'
import { formatDecimal, jsonNumber, parseDecimal } from '../../core/decimal.ts'
import { inputErrors } from '../../core/errors.ts'
import { readId } from '../../core/ids.ts'
import { formatMicros, MAX_MICROS, type Micros, parseMicros } from '../../core/money.ts'
import { Nullable } from '../../core/schema.ts'
import type { BrowsePage } from '../browsing/browse.ts'
import { FacetsOut, NamedProduct, toFacetsOut, toNamedProduct } from '../browsing/schema.ts'
import { type AccountPrice, type PriceTarget, priceIdOf, priceTargets } from '../prices.ts'
import { PER_USD_PLACES, type Snapshot } from '../snapshot.ts'
import type { ProductTerms, RateRow } from './model.ts'
import type { NamedPrice, OperatedProduct } from './service.ts'

/** A decimal number; as text where a program’s floats would change it. */
const decimalIn = (description: string) =>
  Type.Optional(
    Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 64 })], { description }),
  )

const feesIn = {
  discountPercentage: decimalIn('Commission in percent of the converted face value, 0 to 100.'),
  senderFee: decimalIn('Flat fee per card.'),
  senderFeeCurrencyCode: Type.Optional(
    Type.String({ maxLength: 3, description: 'Currency of the flat fee; USD when absent.' }),
  ),
  senderFeePercentage: decimalIn('Fee in percent of the converted face value, 0 to 100.'),
}

export const ProductTermsIn = Type.Object(
  { isActive: Type.Optional(Type.Boolean({ description: 'Whether it is sold.' })), ...feesIn },
  { title: 'ProductTerms', examples: [{ discountPercentage: 1.5 }] },
)

export const OperatedProductOut = Type.Object(
  {
    ...NamedProduct,
    isActive: Type.Boolean({ description: 'Whether it is sold.' }),
    senderFee: Type.Number({ description: 'Flat fee per card.' }),
    senderFeeCurrencyCode: Type.String(),
    senderFeePercentage: Type.Number(),
    discountPercentage: Type.Number(),
  },
  { title: 'OperatedProduct' },
)

export const OperatedProductPageOut = Type.Object(
  {
    content: Type.Array(OperatedProductOut),
    total: Type.Integer({ minimum: 0 }),
    page: Type.Integer({ minimum: 1 }),
    size: Type.Integer({ minimum: 1 }),
    facets: FacetsOut,
  },
  { title: 'OperatedProductPage' },
)

export const RateIn = Type.Object(
  {
    perUsd: Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 64 })], {
      description: 'What one US dollar is worth, with up to 18 decimals.',
    }),
    force: Type.Optional(
      Type.Boolean({ description: 'Confirms a change of more than ten percent.' }),
    ),
  },
  { title: 'RateUpdate', examples: [{ perUsd: 15.6 }] },
)

export const RateOut = Type.Object(
  {
    currencyCode: Type.String(),
    name: Type.String(),
    perUsd: Type.Number({ description: 'What one US dollar is worth.' }),
    updatedAt: Type.String({ description: 'ISO 8601, in UTC.' }),
  },
  { title: 'ExchangeRate' },
)

export const RatesOut = Type.Object({ content: Type.Array(RateOut) }, { title: 'ExchangeRates' })

export const AccountPriceIn = Type.Object(
  {
    brandId: Type.Optional(Type.Integer({ minimum: 1, description: 'For one brand.' })),
    productId: Type.Optional(
      Type.Integer({ minimum: 1, description: 'For one product; without both, for everything.' }),
    ),
    ...feesIn,
  },
  { title: 'AccountPriceUpdate', examples: [{ brandId: 2, discountPercentage: 2.5 }] },
)

export const AccountPriceOut = Type.Object(
  {
    id: Type.String({ examples: ['brand-2'] }),
    appliesTo: Type.Enum([...priceTargets]),
    brandId: Nullable(Type.Integer(), 'Null unless it holds for a brand.'),
    productId: Nullable(Type.Integer(), 'Null unless it holds for a product.'),
    name: Nullable(Type.String(), 'Of the brand or the product; null for everything.'),
    discountPercentage: Nullable(Type.Number(), 'Null where the next wider price holds.'),
    senderFee: Nullable(Type.Number(), 'Null where the next wider price holds.'),
    senderFeeCurrencyCode: Nullable(Type.String(), 'Null without a flat fee.'),
    senderFeePercentage: Nullable(Type.Number(), 'Null where the next wider price holds.'),
    updatedAt: Type.String({ description: 'ISO 8601, in UTC.' }),
    updatedBy: Type.String({ description: 'E-mail address of the operator, or name of a token.' }),
  },
  { title: 'AccountPrice' },
)

export const AccountPricesOut = Type.Object(
  { content: Type.Array(AccountPriceOut) },
  { title: 'AccountPrices', description: 'The widest first; the narrowest that fits holds.' },
)

const number = (amount: Micros) => jsonNumber(formatMicros(amount))
const nullableNumber = (amount: Micros | null | undefined) =>
  amount === null || amount === undefined ? null : number(amount)

export function toOperatedProductOut(operated: OperatedProduct): Static<typeof OperatedProductOut> {
  const { isActive, senderFee, senderFeePercentage, discountPercentage } = operated.product
  return {
    ...toNamedProduct(operated),
    isActive,
    senderFee: number(senderFee.amount),
    senderFeeCurrencyCode: senderFee.currency,
    senderFeePercentage: number(senderFeePercentage),
    discountPercentage: number(discountPercentage),
  }
}

export function toOperatedProductPageOut(
  found: BrowsePage & { readonly snapshot: Snapshot },
  { page, size }: { readonly page: number; readonly size: number },
): Static<typeof OperatedProductPageOut> {
  const { snapshot, products, total } = found
  return {
    content: products.map((product) => toOperatedProductOut({ snapshot, product })),
    total,
    page,
    size,
    facets: toFacetsOut(found),
  }
}

export function toRateOut({ currency, perUsd, updatedAt }: RateRow): Static<typeof RateOut> {
  return {
    currencyCode: currency,
    name: getCurrency(currency).name,
    perUsd: jsonNumber(formatDecimal(perUsd, PER_USD_PLACES, 0)),
    updatedAt: updatedAt.toISOString(),
  }
}

export function toAccountPriceOut(price: NamedPrice): Static<typeof AccountPriceOut> {
  const { kind, id } = price.target
  return {
    id: priceIdOf(price.target),
    appliesTo: kind,
    brandId: kind === 'brand' ? jsonNumber(id.toString()) : null,
    productId: kind === 'product' ? jsonNumber(id.toString()) : null,
    name: price.name,
    discountPercentage: nullableNumber(price.discountPercentage),
    senderFee: nullableNumber(price.senderFee?.amount),
    senderFeeCurrencyCode: price.senderFee?.currency ?? null,
    senderFeePercentage: nullableNumber(price.senderFeePercentage),
    updatedAt: price.updatedAt.toISOString(),
    updatedBy: price.updatedBy,
  }
}

const HUNDRED_PERCENT: Micros = 100_000_000n

/** Nobody's fee; enough for one in a currency of small units. */
const FEE_MAX: Micros = MAX_MICROS / 1_000_000n

type FeesIn = Static<typeof AccountPriceIn>

/** @throws invalidField */
function readDecimal(
  body: FeesIn,
  field: 'discountPercentage' | 'senderFee' | 'senderFeePercentage',
  max: Micros,
): Micros | undefined {
  const given = body[field]
  if (given === undefined) return undefined
  const value = parseMicros(String(given))
  if (value === undefined || value < 0n || value > max) throw inputErrors.invalidField({ field })
  return value
}

/** @throws invalidField, also for a currency of no fee */
function readFees(body: FeesIn) {
  const fee = readDecimal(body, 'senderFee', FEE_MAX)
  const currency = (body.senderFeeCurrencyCode ?? 'USD').toUpperCase()
  const isCurrencyAlone = fee === undefined && body.senderFeeCurrencyCode !== undefined
  if (isCurrencyAlone || findCurrency(currency) === undefined) {
    throw inputErrors.invalidField({ field: 'senderFeeCurrencyCode' })
  }
  return {
    discountPercentage: readDecimal(body, 'discountPercentage', HUNDRED_PERCENT),
    senderFee: fee === undefined ? undefined : { amount: fee, currency },
    senderFeePercentage: readDecimal(body, 'senderFeePercentage', HUNDRED_PERCENT),
  }
}

/** @throws invalidField */
export function readProductTerms(body: Static<typeof ProductTermsIn>): Partial<ProductTerms> {
  const { discountPercentage, senderFee, senderFeePercentage } = readFees(body)
  return {
    ...(body.isActive !== undefined && { isActive: body.isActive }),
    ...(discountPercentage !== undefined && { discountPercentage }),
    ...(senderFee !== undefined && { senderFee }),
    ...(senderFeePercentage !== undefined && { senderFeePercentage }),
  }
}

/** @throws invalidField, missingField when it says nothing */
export function readAccountPrice(body: Static<typeof AccountPriceIn>): AccountPrice {
  const { discountPercentage = null, senderFee = null, senderFeePercentage = null } = readFees(body)
  if (discountPercentage === null && senderFee === null && senderFeePercentage === null) {
    throw inputErrors.missingField({ field: 'discountPercentage' })
  }
  return { target: readTarget(body), discountPercentage, senderFee, senderFeePercentage }
}

function readTarget({ brandId, productId }: Static<typeof AccountPriceIn>): PriceTarget {
  if (brandId !== undefined && productId !== undefined) {
    throw inputErrors.invalidField({ field: 'productId' })
  }
  for (const [kind, given] of [
    ['brand', brandId],
    ['product', productId],
  ] as const) {
    if (given === undefined) continue
    const id = readId(String(given))
    if (id === undefined || id === 0n) throw inputErrors.invalidField({ field: `${kind}Id` })
    return { kind, id }
  }
  return { kind: 'everything', id: 0n }
}

/** A dollar is never worth more of anything. */
const PER_USD_MAX = 10n ** 12n * 10n ** BigInt(PER_USD_PLACES)

/** @throws invalidField */
export function readPerUsd({ perUsd }: Static<typeof RateIn>): bigint {
  const value = parseDecimal(String(perUsd), PER_USD_PLACES)
  if (value === undefined || value <= 0n || value > PER_USD_MAX) {
    throw inputErrors.invalidField({ field: 'perUsd' })
  }
  return value
}
