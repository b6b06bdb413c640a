import type { DialectName, Mode, Principal } from '../accounts/index.ts'
import type { Product, Quote } from '../catalog/index.ts'
import type { Micros } from '../core/money.ts'

export const orderStatuses = ['PENDING', 'PROCESSING', 'SUCCESSFUL', 'FAILED', 'REFUNDED'] as const

export type OrderStatus = (typeof orderStatuses)[number]

/**
 * An order as it arrived. Its identifier decides before anything else that may
 * be wrong with it, so the rest is read after that.
 */
export interface OrderRequest {
  readonly customIdentifier: string | null
  /** @throws what is wrong with the other fields, naming the first */
  read(): PlaceOrder
}

/** An order as the caller wants it, with every field read and checked. */
export interface PlaceOrder {
  readonly productId: bigint
  readonly quantity: number
  /** Face value of one card; undefined for an amount that is finer or larger than money can be. */
  readonly unitPrice: Micros | undefined
  readonly customIdentifier: string | null
  readonly preOrder: boolean
  readonly senderName: string | null
  readonly recipientEmail: string | null
  readonly recipientPhone: RecipientPhone | null
  /** The player or account that a top-up card is for. */
  readonly recipientUserId: string | null
}

export interface RecipientPhone {
  /** Calling code and national number, digits only. */
  readonly digits: string
  /** ISO country, which the price of the SMS depends on. */
  readonly countryCode: string
}

/** An order that has a price and a supplier, and now needs its money. */
export interface PricedOrder {
  readonly principal: Principal
  readonly request: PlaceOrder
  readonly product: Product
  readonly unitPrice: Micros
  readonly quote: Quote
  readonly currency: string
}

export interface Order {
  readonly accountId: bigint
  readonly mode: Mode
  /** The wire's `transactionId`. */
  readonly id: bigint
  readonly clientId: string
  readonly dialect: DialectName
  readonly customIdentifier: string | null
  readonly status: OrderStatus
  readonly product: OrderedProduct
  readonly quantity: number
  readonly unitPrice: Micros
  /** The account's currency: that of every amount below. */
  readonly currency: string
  readonly amount: Micros
  readonly discount: Micros
  readonly fee: Micros
  readonly smsFee: Micros
  /** What left the wallet. */
  readonly cost: Micros
  readonly oldBalance: Micros
  readonly newBalance: Micros
  /** When the old balance had come about. */
  readonly oldBalanceAt: Date
  readonly isPreOrder: boolean
  readonly senderName: string | null
  readonly recipientEmail: string | null
  readonly recipientPhone: string | null
  readonly recipientUserId: string | null
  readonly supplier: string
  readonly createdAt: Date
}

/** An order as far as whoever knows its identifier needs it. */
export interface IdentifiedOrder {
  readonly id: bigint
  readonly customIdentifier: string
  /** Who placed it. */
  readonly clientId: string
  readonly cost: Micros
}

/** The product as it was when it was bought. */
export interface OrderedProduct {
  readonly id: bigint
  readonly name: string
  readonly countryCode: string
  readonly currency: string
  readonly brandId: number
  readonly brandName: string
}
