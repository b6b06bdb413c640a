import { LRUCache } from 'lru-cache'
import type { Owner } from '../../accounts/index.ts'
import { type Database, transact } from '../../storage/database.ts'
import type { Card, Vault } from '../../vault/index.ts'
import { orderErrors } from '../errors.ts'

/** Opens cards for people who say why. */
export interface Revealing {
  /**
   * The cards of an order that exists. Who has seen them, and why, is on record before they are
   * answered.
   *
   * @throws revealedTooOften
   */
  reveal(owner: Owner, orderId: bigint, request: RevealRequest): Promise<readonly Card[]>
}

export interface RevealRequest {
  /** The actor, as records name them. */
  readonly by: string
  readonly reason: string
}

/** Nobody who helps customers is faster; whoever copies a stock of cards is slowed down. */
const REVEALS_MAX = 30
const WINDOW_MS = 60_000

/** Bounds the memory that actors can take. */
const ACTORS_MAX = 10_000

export function createRevealing({
  database,
  vault,
}: {
  readonly database: Database
  readonly vault: Vault
}): Revealing {
  // By process: several of them let somebody see that many times as much.
  const counts = new LRUCache<string, number>({
    max: ACTORS_MAX,
    ttl: WINDOW_MS,
    // A window begins with its first reveal and is not made longer by the others.
    noUpdateTTL: true,
  })

  function count(actor: string): void {
    const known = counts.get(actor) ?? 0
    if (known >= REVEALS_MAX) throw orderErrors.revealedTooOften({ limit: REVEALS_MAX })
    counts.set(actor, known + 1)
  }

  return {
    async reveal(owner, orderId, { by, reason }) {
      count(by)
      const reveal = { orderIds: [orderId], by, via: 'manage', reason } as const
      const cards = await transact(database, (tx) => vault.open(tx, owner, reveal))
      return cards.get(orderId) ?? []
    },
  }
}
