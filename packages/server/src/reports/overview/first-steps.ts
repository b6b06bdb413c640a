import { keyOf, type Owner } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import type { Database } from '../../storage/database.ts'
import * as store from './store.ts'

/** How far a new account has come. */
export interface FirstSteps {
  /** Hears of every request of an API client; costs a look into memory, and nobody waits for it. */
  hear(exchange: Heard): void
  read(owner: Owner): Promise<store.Steps>
  /** Resolves when everything that was heard has been written. */
  settle(): Promise<void>
}

/** What is looked at of a request that is answered. */
export interface Heard {
  /** Of the endpoint; undefined when there is none. */
  readonly route: string | undefined
  readonly principal: Owner | undefined
  readonly status: number
}

export interface FirstStepsDependencies {
  readonly database: Database
  readonly clock: Clock
  onError(error: unknown): void
}

/** What one reads to know what there is to buy. */
const CATALOGUE = /^(\/countries\/:\w+)?\/products(\/:\w+)?$/

/** Forgetting whose steps are known costs a statement, no more. */
const KNOWN_MAX = 100_000

export function createFirstSteps({ database, clock, onError }: FirstStepsDependencies): FirstSteps {
  const known = new Set<string>()
  const writing = new Set<Promise<void>>()

  async function write(key: string, owner: Owner): Promise<void> {
    try {
      await store.insertCatalogueStep(database, owner, clock.now())
    } catch (error) {
      // The next request of the kind tries again.
      known.delete(key)
      onError(error)
    }
  }

  return {
    hear({ route, principal, status }) {
      if (principal === undefined || status >= 400 || !CATALOGUE.test(route ?? '')) return
      const key = keyOf(principal)
      if (known.has(key)) return
      if (known.size >= KNOWN_MAX) known.clear()
      known.add(key)
      const written = write(key, principal).finally(() => writing.delete(written))
      writing.add(written)
    },
    read: (owner) => store.readSteps(database, owner),
    async settle() {
      await Promise.all(writing)
    },
  }
}
