import { setTimeout as sleep } from 'node:timers/promises'
import type { Principal } from '../accounts/index.ts'
import type { Database } from '../storage/database.ts'
import type { Notifications } from '../storage/notifications.ts'
import { type Priced, type PriceRequest, price } from './pricing.ts'
import type { Snapshot } from './snapshot.ts'
import * as store from './store.ts'

export interface Catalog {
  /** The catalogue as it is now; keep the answer for one use case, not longer. */
  current(): Snapshot
  /**
   * The product and price of an order, from memory.
   *
   * @throws invalidProduct, wrongPrice, testLimit, rateUnavailable
   */
  price(principal: Principal, request: PriceRequest): Priced
  /** Resolves when what was committed before the call is in `current`, as far as the database can be read. */
  refresh(): Promise<void>
}

const RELOAD_RETRY_MS = 1_000

/** Loads the catalogue and follows its changes, whichever process makes them. */
export async function createCatalog(
  database: Database,
  notifications: Notifications,
  onError: (error: unknown) => void,
): Promise<Catalog> {
  let snapshot: Snapshot | undefined
  let isStale = false
  let loading: Promise<void> | undefined

  // One after another: of two that overlap, the older could end last and stay.
  function reload(): Promise<void> {
    isStale = true
    loading ??= load()
    return loading
  }

  async function load(): Promise<void> {
    while (isStale) {
      isStale = false
      try {
        snapshot = await store.loadSnapshot(database)
      } catch (error) {
        isStale = true
        // A new connection begins again, and after the last there is nothing to begin.
        if (!notifications.isLive) break
        onError(error)
        await sleep(RELOAD_RETRY_MS)
      }
    }
    loading = undefined
  }

  await notifications.on(store.CHANNEL, () => {
    void reload()
  })
  // After listening, so that no change falls between the two.
  const first = await store.loadSnapshot(database)
  snapshot ??= first
  return {
    current: () => snapshot ?? first,
    price: (principal, request) => price(snapshot ?? first, principal, request),
    refresh: reload,
  }
}
