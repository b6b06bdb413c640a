import type { Owner } from '../accounts/index.ts'
import type { Micros } from '../core/money.ts'
import type { Executor } from '../storage/database.ts'
import type { PlacedOrder } from './model.ts'

/**
 * Orders as the feed follows them. In one account and mode, orders commit in
 * the order of their ids, so whoever reads those after an id misses none.
 */
export interface OrderLog {
  /** The first orders after this id, by id. */
  placedAfter(db: Executor, owner: Owner, id: bigint, limit: number): Promise<PlacedOrder[]>
  /** Those of the owners who have an order after the id that stands with them. */
  findBehind(db: Executor, positions: readonly Position[]): Promise<Owner[]>
  /** Orders as the Gift Cards API shows them, by id. */
  describe(
    db: Executor,
    owner: Owner,
    ids: readonly bigint[],
  ): Promise<ReadonlyMap<bigint, OrderDescription>>
  /** Below which balance an owner wants to be told; 0 for never. */
  lowBalanceThreshold(db: Executor, owner: Owner): Promise<Micros>
}

export interface Position {
  readonly owner: Owner
  readonly lastOrderId: bigint
}

/** The transaction of the wire; of its fields only these mean something here. */
export interface OrderDescription {
  readonly transactionId: number
  readonly status: string
  readonly customIdentifier: string | null
}
