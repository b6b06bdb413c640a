import type { Clock } from '../../core/clock.ts'
import type { Database } from '../../storage/database.ts'
import type { Client } from '../model.ts'
import { type Use, updateLastUsed } from './store.ts'

/** Remembers when clients were used, and writes it once in a while: requests do not wait for it. */
export interface Usage {
  /** Costs a look into memory. */
  mark(client: Client): void
  /** Writes what has not been written. */
  flush(): Promise<void>
  /** Begins to write by itself; `flush` writes the rest. */
  start(): void
  stop(): Promise<void>
}

/** How old the time may be that a client is said to have been used last. */
const WRITTEN_MS = 60_000

/** How soon the first use of a client can be seen. */
const FLUSH_MS = 1_000

/** Bounds the memory that clients take which come once and never again. */
const CLIENTS_MAX = 10_000

export function createUsage(deps: {
  readonly database: Database
  readonly clock: Clock
  onError(error: unknown): void
}): Usage {
  const { database, clock } = deps
  /** When each client's use is due to be written again. */
  const dueAt = new Map<string, number>()
  let unwritten: Use[] = []
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    if (unwritten.length === 0) return
    const uses = unwritten
    unwritten = []
    await updateLastUsed(database, uses)
  }

  return {
    mark({ id: clientId, accountId }) {
      const at = clock.now()
      const now = at.getTime()
      if (now < (dueAt.get(clientId) ?? 0)) return
      if (dueAt.size >= CLIENTS_MAX) dueAt.clear()
      dueAt.set(clientId, now + WRITTEN_MS)
      unwritten.push({ accountId, clientId, at })
    },
    flush,
    start() {
      // What could not be written is of the past by the time that it could be again.
      timer = setInterval(() => void flush().catch(deps.onError), FLUSH_MS).unref()
    },
    async stop() {
      clearInterval(timer)
      await flush().catch(deps.onError)
    },
  }
}
