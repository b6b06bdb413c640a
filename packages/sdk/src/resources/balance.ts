import type { Exact } from '../decimal.ts'
import type { CallOptions } from '../http.ts'
import type { Transport } from '../transport.ts'

/** The account's wallet. */
export type WalletBalance = Exact<{
  /** What can be spent. */
  readonly balance: number
  readonly frozenBalance?: number | null
  readonly currencyCode: string
  readonly currencyName: string
  readonly updatedAt: string
  /** 0: no alert. */
  readonly lowBalanceThreshold?: number
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
