import type { Exact } from '../decimal.ts'
import type { CallOptions } from '../http.ts'
import type { Transport } from '../transport.ts'

/** The account's wallet. */
export type WalletBalance = Exact<{
  /** What can be spent. */
  readonly balance: number
  /** What is reserved; null for nothing, absent before 2026. */
  readonly frozenBalance?: number | null
  /** ISO 4217. */
  readonly currencyCode: string
  readonly currencyName: string
  /** `yyyy-MM-dd HH:mm:ss`, without a zone; UTC from OpenScrip. */
  readonly updatedAt: string
  /** An alert is sent below this; 0 for none, absent before 2026. */
  readonly lowBalanceThreshold?: number
  /** The most that the threshold can be set to. */
  readonly maxLowBalanceThreshold?: number
}>

/** `/accounts/balance` */
export class Balance {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** The wallet as it is now. */
  async get(options?: CallOptions): Promise<WalletBalance> {
    return this.#transport.get<WalletBalance>({ path: '/accounts/balance' }, options)
  }
}
