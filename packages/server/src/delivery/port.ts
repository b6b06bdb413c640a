import type { Owner } from '../accounts/index.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type { Channel, Gift, MessageKey, Recipients } from './model.ts'

/** Orders as far as messages need them. */
export interface OrderBook {
  /** Whom these orders are for. */
  recipientsOf(db: Executor, owner: Owner, ids: readonly bigint[]): Promise<readonly Recipients[]>
  /** What the recipients of these orders are told, by the order. */
  giftsOf(db: Executor, owner: Owner, ids: readonly bigint[]): Promise<ReadonlyMap<bigint, Gift>>
  /** An address as orders keep it. @throws invalidField, naming `to` */
  readAddress(channel: Channel, text: string): string
}

/** Where messages wait until somebody sends them. */
export interface SendQueue {
  /** Queues messages, for the times at which they are due, in the transaction that makes them so. */
  enqueue(tx: Tx, due: readonly DueMessage[]): Promise<void>
}

export interface DueMessage {
  readonly key: MessageKey
  readonly at: Date
}
