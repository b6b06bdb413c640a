import { createHash, createHmac } from 'node:crypto'
import type { Keyring } from '../../storage/keyring.ts'
import { type Message, messageName } from '../model.ts'

/** Names claim links. A token is 192 bits that nobody can guess, and is stored nowhere. */
export interface ClaimTokens {
  /** The same at every attempt to send a message, and never that of another. */
  tokenOf(message: Message): string
  /** What is stored of a token; undefined for what cannot be one. */
  hashOf(token: string): Buffer | undefined
}

const BYTES = 24

const TOKEN = /^[A-Za-z0-9_-]{32}$/

export function createClaimTokens(keyring: Keyring): ClaimTokens {
  const key = keyring.derive('claim links')
  return {
    tokenOf: (message) =>
      createHmac('sha256', key)
        .update(messageName(message))
        .digest()
        .subarray(0, BYTES)
        .toString('base64url'),
    hashOf: (token) =>
      TOKEN.test(token) ? createHash('sha256').update(token).digest() : undefined,
  }
}
