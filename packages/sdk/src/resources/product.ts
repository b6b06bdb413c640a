import type { Exact } from '../decimal.ts'
import type { Instruction } from './redeem-instructions.ts'

/** A gift card of the catalogue. */
export type Product = Exact<ProductOut>

/** `sender` is the account and its wallet's currency, `recipient` the card and its currency. */
interface ProductOut {
  readonly productId: number
  readonly productName: string
  /** Whether it can be redeemed world-wide. */
  readonly global: boolean
  /** `ACTIVE`; others have not been seen. */
  readonly status: string
  /** Whether an order may wait for stock, with `preOrder`. */
  readonly supportsPreOrder: boolean
  /** Per card, in the wallet's currency. */
  readonly senderFee: number
  /** Per card, in percent of the face value. */
  readonly senderFeePercentage: number
  /** Commission, in percent of the face value. */
  readonly discountPercentage: number
  /** Whether it is sold at certain face values, or at any between two bounds. */
  readonly denominationType: 'FIXED' | 'RANGE'
  /** Currency of the card, in which `unitPrice` is given. */
  readonly recipientCurrencyCode: string
  /** The least face value; null for FIXED. */
  readonly minRecipientDenomination: number | null
  /** The largest face value; null for FIXED. */
  readonly maxRecipientDenomination: number | null
  /** Currency of the wallet. */
  readonly senderCurrencyCode: string
  /** The least face value in the wallet's currency; null for FIXED. */
  readonly minSenderDenomination: number | null
  /** The largest face value in the wallet's currency; null for FIXED. */
  readonly maxSenderDenomination: number | null
  /** The face values; empty for RANGE. */
  readonly fixedRecipientDenominations: readonly number[]
  /** The face values in the wallet's currency, to the cent; null for RANGE. */
  readonly fixedSenderDenominations: readonly number[] | null
  /**
   * Face value as text with two decimals → the same in the wallet's currency,
   * to the cent; null for RANGE. Orders are priced with the exact rate.
   */
  readonly fixedRecipientToSenderDenominationsMap: Readonly<Record<string, number>> | null
  /** What face values are called, where they are no amounts: `{ '0.99': '55 Diamonds' }`. */
  readonly metadata: Readonly<Record<string, unknown>> | null
  /** Addresses of pictures of the card; normally one. */
  readonly logoUrls: readonly string[]
  readonly brand: {
    readonly brandId: number
    readonly brandName: string
    /** Absent before 2025. */
    readonly logoUrl?: string
  }
  readonly category: ProductCategory
  /** Where it can be redeemed, unless it is `global`. */
  readonly country: { readonly isoName: string; readonly name: string; readonly flagUrl: string }
  readonly redeemInstruction: Instruction
  /** With `userIdRequired`, an order needs `productAdditionalRequirements.userId`. */
  readonly additionalRequirements: { readonly userIdRequired: boolean }
  /** Price of one unit of the card's currency in the wallet's. */
  readonly recipientCurrencyToSenderCurrencyExchangeRate: number
}

/** A category of products. */
export interface ProductCategory {
  /** As in `ProductFilter.productCategoryId`. */
  readonly id: number
  readonly name: string
}

/** The commission on a product. */
export type Discount = Exact<{
  readonly product: {
    readonly productId: number
    readonly productName: string
    /** ISO 3166 alpha-2. */
    readonly countryCode: string
    /** Whether it can be redeemed world-wide. */
    readonly global: boolean
  }
  /** In percent of the face value. */
  readonly discountPercentage: number
}>
