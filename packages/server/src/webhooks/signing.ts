import { createHmac } from 'node:crypto'
import type { Ids } from '../core/ids.ts'

const PREFIX = 'whsec_'

/** What is signed: one attempt to deliver one event. */
export interface Signable {
  /** The same in every attempt, so that a receiver can tell a repetition; without a full stop. */
  readonly id: string
  /** The bytes that will be sent. */
  readonly body: Buffer
  /** When this attempt is made: receivers refuse what was signed minutes ago. */
  readonly at: Date
  /** The current secret first, then those that are still valid while it replaces them. */
  readonly secrets: readonly [string, ...string[]]
}

/** A new signing secret: `whsec_` and 32 random bytes as base64. It serves both schemes. */
export function makeSecret(ids: Ids): string {
  return PREFIX + ids.bytes(32).toString('base64')
}

/**
 * Signs an attempt twice: as the original does, and by the Standard Webhooks
 * specification, whose verifiers exist in most languages. A receiver checks
 * whichever it knows.
 *
 * While a secret is replaced, the standard header carries a signature of each.
 * The original's has room for one, the current secret's.
 */
export function signHeaders({ id, body, at, secrets }: Signable): Record<string, string> {
  const milliseconds = String(at.getTime())
  const seconds = String(Math.floor(at.getTime() / 1_000))
  return {
    'X-Reloadly-Request-Timestamp': milliseconds,
    'X-Reloadly-Signature': signAsOriginal(secrets[0], body, milliseconds),
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': secrets
      .map((secret) => signAsStandard(secret, `${id}.${seconds}.`, body))
      .join(' '),
  }
}

function signAsOriginal(secret: string, body: Buffer, milliseconds: string): string {
  return createHmac('sha256', secret).update(body).update(`:${milliseconds}`).digest('hex')
}

/** The key is what the secret encodes; the original's key is the secret's text. */
function signAsStandard(secret: string, head: string, body: Buffer): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(head).update(body).digest('base64')}`
}
