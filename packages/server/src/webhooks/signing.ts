import { createHmac, timingSafeEqual } from 'node:crypto'
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

/** What a receiver of an attempt has got. */
export interface Signed {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

/** Whether a request carries a signature of either scheme. */
export function isSigned({ headers }: Pick<Signed, 'headers'>): boolean {
  return headers['webhook-signature'] !== undefined || headers['x-reloadly-signature'] !== undefined
}

/** Whether every signature that a request carries was made with this secret. */
export function isSignedWith(secret: string, { headers, body }: Signed): boolean {
  const id = headers['webhook-id'] ?? ''
  const seconds = headers['webhook-timestamp'] ?? ''
  const milliseconds = headers['x-reloadly-request-timestamp'] ?? ''
  const standard = headers['webhook-signature']?.split(' ')
  const original = headers['x-reloadly-signature']
  const isStandard = standard?.some((signature) =>
    isSame(signature, signAsStandard(secret, `${id}.${seconds}.`, body)),
  )
  const isOriginal = original && isSame(original, signAsOriginal(secret, body, milliseconds))
  return isSigned({ headers }) && isStandard !== false && isOriginal !== false
}

function isSame(theirs: string, ours: string): boolean {
  const bytes = Buffer.from(theirs)
  return bytes.length === Buffer.byteLength(ours) && timingSafeEqual(bytes, Buffer.from(ours))
}

function signAsOriginal(secret: string, body: Buffer, milliseconds: string): string {
  return createHmac('sha256', secret).update(body).update(`:${milliseconds}`).digest('hex')
}

/** The key is what the secret encodes; the original's key is the secret's text. */
function signAsStandard(secret: string, head: string, body: Buffer): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(head).update(body).digest('base64')}`
}
