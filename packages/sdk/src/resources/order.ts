import type { Transaction } from './transactions.ts'

/** What to order, and for whom. */
export interface OrderRequest {
  readonly productId: number
  /** How many cards, at least 1. */
  readonly quantity: number
  /**
   * Face value of one card, in the card's currency: a number, or decimal text
   * such as `'25.00'`, which is sent digit by digit.
   */
  readonly unitPrice: number | string
  /** Unique among all orders of the account, at most 150 characters. Default: a UUID. */
  readonly customIdentifier?: string | undefined
  /** Who gives the card, as its recipient reads it. Required in live mode. */
  readonly senderName?: string | undefined
  /** Who gets the card by e-mail; without it nothing is mailed. */
  readonly recipientEmail?: string | undefined
  /** Who gets the card by SMS, for a fee. */
  readonly recipientPhoneDetails?: RecipientPhone | undefined
  /** Whether to wait when the product is out of stock. Default: false. */
  readonly preOrder?: boolean | undefined
  /** For products that say `additionalRequirements.userIdRequired`. */
  readonly productAdditionalRequirements?: { readonly userId: string } | undefined
}

/** Where an SMS is sent to. */
export interface RecipientPhone {
  /** ISO 3166 alpha-2. */
  readonly countryCode: string
  /** Of that country, or with its calling code. */
  readonly phoneNumber: string
}

/** The order's transaction, and how it came to be known. */
export type PlacedOrder = Transaction & {
  /** True when the answer was lost and the order was found by its identifier. */
  readonly recovered: boolean
}

/** What is needed to spend a card; depending on the product, some of it is null. */
export interface Card {
  /** Number or code. */
  readonly number: string | null
  readonly pin: string | null
  /** Page on which the card is redeemed. */
  readonly url: string | null
}
