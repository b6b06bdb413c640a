import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Keys for one purpose each, derived from the master key with HKDF-SHA256
 * (RFC 5869), so that a key that leaks from one use opens nothing else.
 */
export interface Keyring {
  /** 32 bytes; the same for the same purpose, for ever. */
  derive(purpose: string): Buffer
}

export function createKeyring(masterKey: Buffer): Keyring {
  return {
    derive: (purpose) => Buffer.from(hkdfSync('sha256', masterKey, '', `openscrip ${purpose}`, 32)),
  }
}

/** This database was set up with another master key: nothing in it could be read or verified. */
export class WrongMasterKeyError extends Error {
  override readonly name = 'WrongMasterKeyError'
}

/**
 * Remembers the master key's fingerprint at the first start and compares it at
 * every other, so that a wrong key is noticed before it writes anything.
 *
 * @throws WrongMasterKeyError
 */
export async function checkMasterKey(database: Database, keyring: Keyring): Promise<void> {
  const check = createHmac('sha256', keyring.derive('master key check')).digest()
  await sql`
    insert into installation (master_key_check) values (${check})
    on conflict do nothing`.execute(database)
  const { rows } = await sql<{ check: Buffer }>`
    select master_key_check as check from installation`.execute(database)
  const stored = rows[0]?.check
  if (stored === undefined || stored.length !== check.length || !timingSafeEqual(stored, check)) {
    throw new WrongMasterKeyError(
      'This database was set up with another master key. Set SCRIP_MASTER_KEY to that key, or use ' +
        'the data directory that holds it.',
    )
  }
}
