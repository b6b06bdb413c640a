import type { Exact } from '../decimal.ts'
import type { CallOptions } from '../http.ts'
import type { List } from '../list.ts'
import { type Id, type Transport, toSegment } from '../transport.ts'

/**
 * Where an order is. `PENDING` and `PROCESSING` are on their way; `SUCCESSFUL`
 * and `REFUNDED` are final; of a `FAILED` one the money has not come back yet.
 */
export type TransactionStatus = 'PENDING' | 'PROCESSING' | 'SUCCESSFUL' | 'FAILED' | 'REFUNDED'

/** An order as the API reports it. Amounts are in the wallet's currency, `currencyCode`. */
export type Transaction = Exact<TransactionOut>

interface TransactionOut {
  /** Names the order in `orders.cards` and `transactions.get`. */
  readonly transactionId: number
  /** Face value and fees; less the discount too, or not, depending on the server's year. */
  readonly amount: number
  /** Commission on the face value. */
  readonly discount: number
  /** Currency of the wallet, ISO 4217. */
  readonly currencyCode: string
  /** For buying, without the SMS. */
  readonly fee: number
  /** 0 without a phone number. */
  readonly smsFee: number
  /** `fee` and `smsFee`. */
  readonly totalFee: number
  /** Whether it was ordered with `preOrder`. */
  readonly preOrdered: boolean
  /** Who got the cards by e-mail; null when nobody did. */
  readonly recipientEmail: string | null
  /** Digits only, the country's calling code first. */
  readonly recipientPhone: string | null
  /** The caller's own name for the order. */
  readonly customIdentifier: string | null
  readonly status: TransactionStatus
  /** `yyyy-MM-dd HH:mm:ss` in UTC; it has no zone, so `new Date` would read it as local time. */
  readonly transactionCreatedTime: string
  readonly product: Exact<TransactionProductOut>
  readonly balanceInfo: Exact<BalanceInfoOut>
}

/** What was ordered. */
interface TransactionProductOut {
  readonly productId: number
  readonly productName: string
  /** Country of the product, ISO 3166 alpha-2. */
  readonly countryCode: string
  /** How many cards. */
  readonly quantity: number
  /** Face value of one card, in the card's currency. */
  readonly unitPrice: number
  /** `unitPrice` times `quantity`. */
  readonly totalPrice: number
  /** Currency of the card. */
  readonly currencyCode: string
  readonly brand: { readonly brandId: number; readonly brandName: string }
}

/** The wallet before and after this order. */
interface BalanceInfoOut {
  readonly oldBalance: number
  /** `oldBalance` less `cost`. */
  readonly newBalance: number
  /** What the order took from the wallet; 0 when it was given back. */
  readonly cost: number
  /** ISO 4217. */
  readonly currencyCode: string
  readonly currencyName: string
  /** As `transactionCreatedTime`. */
  readonly updatedAt: string
}

/** Which transactions a list has; what is absent does not restrict. */
export interface TransactionFilter {
  /** Compared without regard to case. */
  readonly customIdentifier?: string | undefined
  readonly status?: TransactionStatus | undefined
  /** `yyyy-MM-dd HH:mm:ss`, inclusive. OpenScrip reads UTC, Reloadly was seen to read UTC−4. */
  readonly startDate?: string | undefined
  /** As `startDate`. */
  readonly endDate?: string | undefined
  readonly brandId?: number | undefined
  readonly brandName?: string | undefined
  readonly productId?: number | undefined
  readonly productName?: string | undefined
  /** As it was ordered. */
  readonly recipientEmail?: string | undefined
  /** Page to begin with, counted from 1. */
  readonly page?: number | undefined
  /** At most 50. */
  readonly size?: number | undefined
}

/** `/reports/transactions` */
export class Transactions {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * One transaction.
   *
   * @throws NotFoundError when this account has no such transaction
   */
  async get(transactionId: Id, options?: CallOptions): Promise<Transaction> {
    const path = `/reports/transactions/${toSegment(transactionId, 'transactionId')}`
    return this.#transport.get<Transaction>({ path }, options)
  }

  /**
   * The transactions of this account, the newest first. Await it for a page,
   * iterate it for all of them:
   *
   *     const page = await giftCards.transactions.list({ status: 'FAILED' })
   *     for await (const transaction of giftCards.transactions.list()) …
   */
  list(filter: TransactionFilter = {}, options?: CallOptions): List<Transaction> {
    const keyOf = ({ transactionId }: Transaction) => transactionId
    const path = '/reports/transactions'
    return this.#transport.list({ path, query: { ...filter }, keyOf }, options)
  }
}
