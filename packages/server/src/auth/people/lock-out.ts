import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../../core/clock.ts'
import type { Database } from '../../storage/database.ts'
import * as store from './store.ts'

/** So many wrong passwords in a row lock an address, for a quarter of an hour. */
const FAILURES_MAX = 10
const LOCK_MS = 15 * 60_000

/** What a wrong password is answered with. */
const WRONG = 401

/**
 * Stops whoever tries passwords from many machines, which limits per machine do not. It counts for
 * every address, whether somebody has it or not, so that a lock tells nothing about that.
 */
export interface LockOut {
  /**
   * Answers a request and judges by the answer what was counted meanwhile: a success forgets all
   * wrong passwords of the address, and what was neither a success nor wrong is not counted.
   */
  judge(answer: () => Promise<Response>): Promise<Response>
  /** Counts an attempt as wrong until it is judged. @returns false when the address is locked */
  mayTry(email: string): Promise<boolean>
}

export function createLockOut(database: Database, clock: Clock): LockOut {
  const current = new AsyncLocalStorage<{ email?: string }>()

  async function settle(email: string, status: number): Promise<void> {
    if (status < 400) return store.forgetFailures(database, email)
    if (status !== WRONG)
      await store.takeBack(database, { email, at: clock.now(), max: FAILURES_MAX })
  }

  return {
    async judge(answer) {
      const attempt: { email?: string } = {}
      let status = 500
      try {
        const response = await current.run(attempt, answer)
        status = response.status
        return response
      } finally {
        if (attempt.email !== undefined) await settle(attempt.email, status)
      }
    },
    async mayTry(address) {
      const email = keyOf(address)
      const at = clock.now()
      const lockedUntil = new Date(at.getTime() + LOCK_MS)
      const attempt = { email, at, max: FAILURES_MAX, lockedUntil }
      const isCounted = await store.countAttempt(database, attempt)
      const request = current.getStore()
      if (isCounted && request !== undefined) request.email = email
      return isCounted
    },
  }
}

/** Addresses are compared as sign-in compares them, and kept no longer than any address is. */
function keyOf(email: string): string {
  return email.toLowerCase().replaceAll('\0', '').slice(0, 254)
}
