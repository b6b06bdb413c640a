import { jsonNumber } from '../core/decimal.ts'
import type { Tx } from '../storage/database.ts'

/** What is told of products, so many of them at once. */
export interface ProductEvent {
  readonly type: 'product.changed' | 'product.withdrawn'
  readonly data: { readonly productIds: readonly number[] }
}

/** How accounts hear of products. Without an account, every one that has a wallet hears of them. */
export interface Telling {
  /** Before the transaction, because that locks the events of whom it tells. */
  prepare(accountId?: bigint): Promise<void>
  /** In the transaction in which it happens, at its end. */
  tell(tx: Tx, events: readonly ProductEvent[], accountId?: bigint): Promise<void>
}

/** Products of one event. */
const TOLD_MAX = 1_000

export function toProductEvents(
  changed: readonly bigint[],
  withdrawn: readonly bigint[],
): readonly ProductEvent[] {
  const tell = (type: ProductEvent['type'], ids: readonly bigint[]): ProductEvent[] =>
    Array.from({ length: Math.ceil(ids.length / TOLD_MAX) }, (_, index) => {
      const told = ids.slice(index * TOLD_MAX, (index + 1) * TOLD_MAX)
      return { type, data: { productIds: told.map((id) => jsonNumber(id.toString())) } }
    })
  return [...tell('product.changed', changed), ...tell('product.withdrawn', withdrawn)]
}
