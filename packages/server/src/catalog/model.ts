import type { Micros } from '../core/money.ts'

/** Millionths of a percent: 0.9 % is `900_000n`. */
export type MicroPercent = bigint

export interface Category {
  readonly id: number
  readonly name: string
}

export interface Brand {
  readonly id: number
  readonly name: string
  readonly category: Category
  readonly redeem: RedeemTexts
}

export interface RedeemTexts {
  readonly concise: string
  readonly verbose: string
}

/** What a card of a product consists of. */
export type Redemption = 'code' | 'codeAndPin' | 'link'

export interface Product {
  readonly id: bigint
  readonly name: string
  readonly brand: Brand
  readonly countryCode: string
  /** Currency of the card's face value. */
  readonly currency: string
  readonly isGlobal: boolean
  readonly isActive: boolean
  readonly faceValues: FaceValues
  /** Flat fee per card. */
  readonly senderFee: { readonly amount: Micros; readonly currency: string }
  /** Fee on the converted face value, on top of the flat one. */
  readonly senderFeePercentage: MicroPercent
  /** Commission on the converted face value. */
  readonly discountPercentage: MicroPercent
  readonly supportsPreOrder: boolean
  readonly userIdRequired: boolean
  readonly redemption: Redemption
  /** Names of face values, such as `{"0.99": "60 UC"}`; null for a range. */
  readonly metadata: Readonly<Record<string, unknown>> | null
  readonly published: Published | null
}

/**
 * What the list that a product was imported from says and our own columns do
 * not hold. It is served as it was published.
 */
export interface Published {
  /** Null for the picture that we draw, as are the addresses below. */
  readonly logoUrls: readonly string[] | null
  readonly brandLogoUrl: string | null
  readonly country: { readonly name: string; readonly flagUrl: string | null }
  /** Null where it is the brand's, as are the texts. */
  readonly categoryId: number | null
  readonly redeem: RedeemTexts | null
  readonly prices: PublishedPrices
}

/** Prices as the publisher converted and rounded them: shown, never reckoned with. */
export interface PublishedPrices {
  readonly currency: string
  /** Our rate when they were imported, in 10⁻¹² as text; at any other they are out of date. */
  readonly rate: string
  readonly shown: ShownPrices
}

/** The price fields of the wire, as far as the publisher's row has them. */
export interface ShownPrices {
  readonly minSenderDenomination?: number | null
  readonly maxSenderDenomination?: number | null
  readonly fixedSenderDenominations?: readonly number[] | null
  readonly fixedRecipientToSenderDenominationsMap?: Readonly<Record<string, number>> | null
  readonly recipientCurrencyToSenderCurrencyExchangeRate?: number
}

/** What may be bought of a product: certain values, or anything in a range. */
export type FaceValues =
  | { readonly type: 'FIXED'; readonly values: readonly Micros[] }
  | { readonly type: 'RANGE'; readonly min: Micros; readonly max: Micros }

export function categoryIdOf({ published, brand }: Product): number {
  return published?.categoryId ?? brand.category.id
}

/** The wire accepts up to five decimals in a face value of a range. */
const FACE_VALUE_UNIT: Micros = 10n

export function isSold(product: Product, unitPrice: Micros): boolean {
  const { faceValues } = product
  if (faceValues.type === 'FIXED') return faceValues.values.includes(unitPrice)
  const { min, max } = faceValues
  return unitPrice >= min && unitPrice <= max && unitPrice % FACE_VALUE_UNIT === 0n
}
