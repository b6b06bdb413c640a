import type { Clock } from '../../core/clock.ts'
import type { Database } from '../../storage/database.ts'
import * as store from './store.ts'

/** So many wrong passwords in a row lock an address, for a quarter of an hour. */
const FAILURES_MAX = 10
const LOCK_MS = 15 * 60_000

/**
 * Stops whoever tries passwords from many machines, which limits per machine do not. It counts for
 * every address, whether somebody has it or not, so that a lock tells nothing about that.
 */
export interface LockOut {
  /** Counts an attempt as wrong until it has succeeded. @returns false when the address is locked */
  mayTry(email: string): Promise<boolean>
  succeeded(email: string): Promise<void>
}

export function createLockOut(database: Database, clock: Clock): LockOut {
  return {
    mayTry(email) {
      const at = clock.now()
      const lockedUntil = new Date(at.getTime() + LOCK_MS)
      return store.countAttempt(database, {
        email: keyOf(email),
        at,
        max: FAILURES_MAX,
        lockedUntil,
      })
    },
    succeeded: (email) => store.forgetFailures(database, keyOf(email)),
  }
}

/** Addresses are compared as sign-in compares them, and kept no longer than any address is. */
function keyOf(email: string): string {
  return email.toLowerCase().replaceAll('\0', '').slice(0, 254)
}
