import type { Database } from '../storage/database.ts'
import type { Notifications } from '../storage/notifications.ts'
import type { Client } from './model.ts'
import * as store from './store.ts'

/**
 * Finds clients by id and by the key of a token, from memory where possible:
 * every request asks. A change reaches every process by notification; while the
 * notifications are down nothing is remembered, so a revoked client is never
 * served from memory.
 */
export interface Directory {
  findById(clientId: string): Promise<Client | undefined>
  /** What `findById` would answer, where memory has it. */
  peekById(clientId: string): Client | undefined
  findByKey(kid: string): Promise<Client | undefined>
  /** What `findByKey` would answer, where memory has it; saves the hot path a turn of the event loop. */
  peekByKey(kid: string): Client | undefined
}

/** Bounds the memory that made-up ids in requests can take. */
const CLIENTS_MAX = 10_000

export async function createDirectory(
  database: Database,
  notifications: Notifications,
): Promise<Directory> {
  const byId = new Map<string, Client>()
  const byKey = new Map<string, Client>()
  // A look-up that began before a change may end after it, and must not bring the old state back.
  let generation = 0

  await notifications.on(store.CHANNEL, (clientId) => {
    generation++
    if (clientId === undefined) {
      byId.clear()
      byKey.clear()
      return
    }
    byId.delete(clientId)
    for (const [kid, client] of byKey) if (client.id === clientId) byKey.delete(kid)
  })

  async function find(
    memory: Map<string, Client>,
    key: string,
    look: (db: Database, key: string) => Promise<Client | undefined>,
  ): Promise<Client | undefined> {
    const known = notifications.isLive ? memory.get(key) : undefined
    if (known !== undefined) return known
    const before = generation
    const client = await look(database, key)
    if (client !== undefined && notifications.isLive && before === generation) {
      if (memory.size >= CLIENTS_MAX) memory.clear()
      memory.set(key, client)
    }
    return client
  }

  return {
    findById: (clientId) => find(byId, clientId, store.findClient),
    peekById: (clientId) => (notifications.isLive ? byId.get(clientId) : undefined),
    findByKey: (kid) => find(byKey, kid, store.findClientByKey),
    peekByKey: (kid) => (notifications.isLive ? byKey.get(kid) : undefined),
  }
}
