import type { Clock } from '../../core/clock.ts'
import type { Database } from '../../storage/database.ts'
import * as store from './store.ts'

const KEPT_MS = 30 * 24 * 3_600_000

/** Small enough that nobody waits for it. */
const CHUNK = 1_000

/** Deletes attempts that are older than 30 days. @returns how many there were */
export async function deleteOldAttempts(database: Database, clock: Clock): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_MS)
  for (let total = 0; ; ) {
    const count = await store.deleteAttemptsBefore(database, before, CHUNK)
    total += count
    if (count < CHUNK) return total
  }
}
