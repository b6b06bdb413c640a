import { findCurrency } from '../../core/currency.ts'
import { divideHalfUp, parseDecimal } from '../../core/decimal.ts'
import { ID_MAX } from '../../core/ids.ts'
import { MICROS_PER_UNIT, type Micros } from '../../core/money.ts'
import type { Category, FaceValues, MicroPercent, RedeemTexts, ShownPrices } from '../model.ts'
import { RATE_PLACES, type Rate } from '../quote.ts'
import { Fields, isObject, isStorableJson, type Problem } from './fields.ts'
import type { RateEvidence } from './rates.ts'

/** A product as a list of the API has it, read and checked by itself. */
export interface ListedProduct {
  readonly id: bigint
  readonly name: string
  readonly isGlobal: boolean
  readonly isActive: boolean
  readonly currency: string
  /** The currency of every price in the row but the face values. */
  readonly senderCurrency: string
  readonly faceValues: FaceValues
  readonly senderFee: Micros
  readonly senderFeePercentage: MicroPercent
  readonly discountPercentage: MicroPercent
  readonly supportsPreOrder: boolean
  readonly userIdRequired: boolean
  readonly metadata: Readonly<Record<string, unknown>> | null
  readonly brand: { readonly id: number; readonly name: string; readonly logoUrl: string | null }
  /** Null in rows from before 2024. */
  readonly category: Category | null
  readonly country: {
    readonly isoName: string
    readonly name: string
    readonly flagUrl: string | null
  }
  readonly logoUrls: readonly string[] | null
  readonly redeem: RedeemTexts
  readonly shown: ShownPrices
  readonly evidence: RateEvidence
}

export interface ReadRow {
  /** Undefined when there is a problem. */
  readonly product: ListedProduct | undefined
  /** As the row says it, whatever it is; null when it says none. */
  readonly productId: string | null
  readonly problems: readonly Problem[]
  /** Fields that the API does not have, or that we do not know of yet. */
  readonly unread: ReadonlySet<string>
}

const CONCISE_MAX = 10_000
const VERBOSE_MAX = 100_000
const PICTURES_MAX = 20
const FACE_VALUES_MAX = 1_000
const METADATA_MAX = 100_000
const METADATA_DEPTH = 8

const INTEGER_MAX = 2n ** 31n - 1n
/** Up to here a float has the six decimals of an amount. */
const FACE_VALUE_MAX: Micros = 10n ** 9n * MICROS_PER_UNIT
const PERCENTAGE = { min: 0n, max: 100n * MICROS_PER_UNIT, absent: 0n }

/** Reads one row, of today's shape or of an earlier year's. */
export function readRow(value: unknown): ReadRow {
  const fields = Fields.of(value)
  const { problems, unread } = fields
  const productId = fields.take('productId')
  const said = typeof productId === 'number' || typeof productId === 'string'
  const product = isObject(value) ? readProduct(fields) : undefined
  return {
    product: problems.length === 0 ? product : undefined,
    productId: said ? String(productId) : null,
    problems,
    unread,
  }
}

function readProduct(fields: Fields): ListedProduct {
  const faceValues = readFaceValues(fields)
  return {
    id: fields.id('productId', ID_MAX),
    name: fields.name('productName'),
    isGlobal: fields.boolean('global', false),
    isActive: fields.name('status', 'ACTIVE') === 'ACTIVE',
    currency: readCurrency(fields, 'recipientCurrencyCode'),
    senderCurrency: readCurrency(fields, 'senderCurrencyCode'),
    faceValues,
    senderFee: fields.amount('senderFee'),
    senderFeePercentage: fields.amount('senderFeePercentage', PERCENTAGE),
    discountPercentage: fields.amount('discountPercentage', PERCENTAGE),
    supportsPreOrder: fields.boolean('supportsPreOrder', false),
    userIdRequired: fields.object('additionalRequirements').boolean('userIdRequired', false),
    metadata: readMetadata(fields, faceValues),
    brand: readBrand(fields.object('brand')),
    category: fields.has('category') ? readCategory(fields.object('category')) : null,
    country: readCountry(fields.object('country')),
    logoUrls: fields.addresses('logoUrls', PICTURES_MAX),
    redeem: readRedeem(fields.object('redeemInstruction')),
    ...readPrices(fields, faceValues),
  }
}

function readFaceValues(fields: Fields): FaceValues {
  const kind = fields.name('denominationType')
  const bounds = { min: 1n, max: FACE_VALUE_MAX }
  const [lowest, highest] = ['minRecipientDenomination', 'maxRecipientDenomination'] as const
  const several = 'fixedRecipientDenominations'
  if (kind === 'RANGE') {
    const min = fields.amount(lowest, bounds)
    const max = fields.amount(highest, bounds)
    if (min > max) fields.refuse(highest, `must not be less than ${lowest}`)
    if (fields.list(several, FACE_VALUES_MAX)?.length)
      fields.refuse(several, 'must be empty for RANGE')
    return { type: 'RANGE', min, max }
  }
  if (kind !== 'FIXED' && kind !== '') fields.refuse('denominationType', 'must be FIXED or RANGE')
  const values = fields.amounts(several, FACE_VALUES_MAX, bounds)
  if (values.length === 0) fields.refuse(several, 'must not be empty for FIXED')
  for (const name of [lowest, highest]) {
    if (fields.has(name)) fields.refuse(name, 'must be null for FIXED')
  }
  return { type: 'FIXED', values }
}

function readCurrency(fields: Fields, name: string): string {
  const code = fields.name(name)
  if (code !== '' && findCurrency(code) === undefined) {
    fields.refuse(name, `is no currency of ISO 4217: ${code.slice(0, 20)}`)
  }
  return code
}

function readMetadata(fields: Fields, { type }: FaceValues): ListedProduct['metadata'] {
  const metadata = fields.take('metadata')
  if (metadata === undefined) return fields.isNull('metadata') || type === 'RANGE' ? null : {}
  if (!isObject(metadata)) {
    fields.refuse('metadata', 'must be an object or null')
    return null
  }
  if (!isStorableJson(metadata, METADATA_DEPTH) || JSON.stringify(metadata).length > METADATA_MAX) {
    fields.refuse('metadata', 'is too large or cannot be stored')
  }
  return metadata
}

function readBrand(brand: Fields): ListedProduct['brand'] {
  return {
    id: Number(brand.id('brandId', INTEGER_MAX)),
    name: brand.name('brandName'),
    logoUrl: brand.address('logoUrl'),
  }
}

function readCategory(category: Fields): Category {
  return { id: Number(category.id('id', INTEGER_MAX)), name: category.name('name') }
}

function readCountry(country: Fields): ListedProduct['country'] {
  const isoName = country.name('isoName')
  if (isoName !== '' && !/^[A-Z]{2}$/.test(isoName)) {
    country.refuse('isoName', 'must have two capital letters')
  }
  return { isoName, name: country.name('name'), flagUrl: country.address('flagUrl') }
}

function readRedeem(redeem: Fields): RedeemTexts {
  return {
    concise: redeem.text('concise', CONCISE_MAX, ''),
    verbose: redeem.text('verbose', VERBOSE_MAX, ''),
  }
}

const RATE = 'recipientCurrencyToSenderCurrencyExchangeRate'
const MAP = 'fixedRecipientToSenderDenominationsMap'
const LOWEST = 'minSenderDenomination'
const HIGHEST = 'maxSenderDenomination'
const SEVERAL = 'fixedSenderDenominations'

/** The converted prices: what is shown of them, and what they say about the rate. */
function readPrices(
  fields: Fields,
  faceValues: FaceValues,
): Pick<ListedProduct, 'shown' | 'evidence'> {
  const several = fields.has(SEVERAL) ? fields.amounts(SEVERAL, FACE_VALUES_MAX) : undefined
  const bounds = [LOWEST, HIGHEST].map((name) =>
    fields.has(name) ? fields.amount(name) : undefined,
  )
  const isFixed = faceValues.type === 'FIXED'
  const faces = isFixed ? faceValues.values : [faceValues.min, faceValues.max]
  const prices = isFixed ? (several ?? []) : bounds
  if (isFixed && several !== undefined && several.length !== faces.length) {
    fields.refuse(SEVERAL, 'must have a price for each face value')
  }
  const rate = readRate(fields)
  const map = readMap(fields)
  const shown = {
    ...fields.copy([LOWEST, HIGHEST, SEVERAL]),
    ...(map !== undefined && { [MAP]: map }),
    ...(rate !== null && fields.copy([RATE])),
  }
  const known = faces.flatMap((face, index) => {
    const price = prices[index]
    return price === undefined ? [] : [{ face, price }]
  })
  return { shown, evidence: { rate, prices: known } }
}

/** Longer than any number; what a rate has beyond its places is rounded away. */
const LONG_PLACES = 30

function readRate(fields: Fields): Rate | null {
  const value = fields.take(RATE)
  if (value === undefined) return null
  const rate = typeof value === 'number' ? parseDecimal(String(value), LONG_PLACES) : undefined
  if (rate !== undefined && rate >= 0n && rate <= FACE_VALUE_MAX * 10n ** 24n) {
    return divideHalfUp(rate, 10n ** BigInt(LONG_PLACES - RATE_PLACES))
  }
  fields.refuse(RATE, 'must be a number and not negative')
  return null
}

/** An object; the documentation of some years has a list of objects with one name each instead. */
function readMap(fields: Fields): ShownPrices[typeof MAP] {
  const value = fields.take(MAP)
  if (value === undefined) return fields.isNull(MAP) ? null : undefined
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
  const entries = parts.flatMap((part) => (isObject(part) ? Object.entries(part) : [[MAP, part]]))
  if (entries.length > FACE_VALUES_MAX) {
    fields.refuse(MAP, `has more than ${FACE_VALUES_MAX} entries`)
  }
  const isPriced = ([face, price]: unknown[]) =>
    Number.isFinite(price) && Number(price) >= 0 && /^\d{1,15}(\.\d{1,6})?$/.test(String(face))
  if (!entries.every(isPriced)) fields.refuse(MAP, 'must have a price for each face value')
  return Object.fromEntries(entries) as Record<string, number>
}
