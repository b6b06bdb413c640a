import type { Accounts } from '../accounts/index.ts'
import type { Catalog } from '../catalog/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Events } from '../events/index.ts'
import type { Orders } from '../orders/index.ts'
import type { Database } from '../storage/database.ts'
import type { Wallets } from '../wallet/index.ts'
import { type BulkOrders, createBulkOrders } from './service.ts'
import { createWorker, type Worker } from './worker.ts'

/** Bulk orders and what places their rows. */
export interface Bulk extends Pick<Worker, 'start' | 'stop'> {
  readonly bulkOrders: BulkOrders
}

export interface BulkDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly catalog: Catalog
  readonly accounts: Accounts
  readonly orders: Orders
  readonly wallets: Wallets
  readonly events: Events
  /** Hears why rows could not be placed; they are tried again. */
  onError(error: unknown): void
}

export function createBulk(deps: BulkDependencies): Bulk {
  const worker = createWorker(deps)
  return {
    bulkOrders: createBulkOrders({ ...deps, onRunning: worker.wake }),
    start: worker.start,
    stop: worker.stop,
  }
}
