import type { Exact } from '../decimal.ts'
import type { CallOptions } from '../http.ts'
import { List, toPage } from '../list.ts'
import { type Id, type Transport, toSegment } from '../transport.ts'

export type TransactionStatus = 'PENDING' | 'PROCESSING' | 'SUCCESSFUL' | 'FAILED' | 'REFUNDED'

/** An order as the API reports it. Amounts are in the wallet's currency, `currencyCode`. */
export type Transaction = Exact<TransactionOut>

interface TransactionOut {
  readonly transactionId: number
  readonly amount: number
  /** Commission on the face value. */
  readonly discount: number
  readonly currencyCode: string
  readonly fee: number
  /** 0 without a phone number. */
  readonly smsFee: number
  readonly totalFee: number
  readonly preOrdered: boolean
  readonly recipientEmail: string | null
  /** Digits only, the country's calling code first. */
  readonly recipientPhone: string | null
  readonly customIdentifier: string | null
  readonly status: TransactionStatus
  /** `yyyy-MM-dd HH:mm:ss` in UTC; it has no zone, so `new Date` would read it as local time. */
  readonly transactionCreatedTime: string
  readonly product: Exact<TransactionProductOut>
  readonly balanceInfo: Exact<BalanceInfoOut>
}

interface TransactionProductOut {
  readonly productId: number
  readonly productName: string
  readonly countryCode: string
  readonly quantity: number
  /** Face value of one card, in the card's currency. */
  readonly unitPrice: number
  readonly totalPrice: number
  /** Currency of the card. */
  readonly currencyCode: string
  readonly brand: { readonly brandId: number; readonly brandName: string }
}

/** The wallet before and after this order. */
interface BalanceInfoOut {
  readonly oldBalance: number
  readonly newBalance: number
  /** What the order took from the wallet. */
  readonly cost: number
  readonly currencyCode: string
  readonly currencyName: string
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
    return new List({
      firstPage: filter.page ?? 1,
      keyOf: ({ transactionId }) => transactionId,
      load: async (page) => {
        const query = { ...filter, page }
        return toPage(await this.#transport.get({ path: '/reports/transactions', query }, options))
      },
    })
  }
}
