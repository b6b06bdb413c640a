import type { Exact } from '../decimal.ts'

/** A gift card of the catalogue. */
export type Product = Exact<ProductOut>

/** `sender` is the account and its wallet's currency, `recipient` the card and its currency. */
interface ProductOut {
  readonly productId: number
  readonly productName: string
  /** Whether it can be redeemed world-wide. */
  readonly global: boolean
  readonly status: string
  readonly supportsPreOrder: boolean
  /** Per card, in the wallet's currency. */
  readonly senderFee: number
  /** Per card, in percent of the face value. */
  readonly senderFeePercentage: number
  /** Commission, in percent of the face value. */
  readonly discountPercentage: number
  readonly denominationType: 'FIXED' | 'RANGE'
  readonly recipientCurrencyCode: string
  /** Null for FIXED, as the three other bounds. */
  readonly minRecipientDenomination: number | null
  readonly maxRecipientDenomination: number | null
  readonly senderCurrencyCode: string
  readonly minSenderDenomination: number | null
  readonly maxSenderDenomination: number | null
  /** Empty for RANGE. */
  readonly fixedRecipientDenominations: readonly number[]
  /** Null for RANGE. */
  readonly fixedSenderDenominations: readonly number[] | null
  /** Face value as text with two decimals → the same in the wallet's currency, to the cent. */
  readonly fixedRecipientToSenderDenominationsMap: Readonly<Record<string, number>> | null
  readonly metadata: Readonly<Record<string, unknown>> | null
  readonly logoUrls: readonly string[]
  readonly brand: {
    readonly brandId: number
    readonly brandName: string
    readonly logoUrl?: string
  }
  readonly category: { readonly id: number; readonly name: string }
  readonly country: { readonly isoName: string; readonly name: string; readonly flagUrl: string }
  readonly redeemInstruction: { readonly concise: string; readonly verbose: string }
  readonly additionalRequirements: { readonly userIdRequired: boolean }
  /** Price of one unit of the card's currency in the wallet's. */
  readonly recipientCurrencyToSenderCurrencyExchangeRate: number
}

export type Discount = Exact<{
  readonly product: {
    readonly productId: number
    readonly productName: string
    readonly countryCode: string
    readonly global: boolean
  }
  readonly discountPercentage: number
}>
