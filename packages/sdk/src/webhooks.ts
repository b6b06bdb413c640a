import { parseExact } from './decimal.ts'
import { WebhookVerificationError } from './errors.ts'
import type { Transaction } from './resources/transactions.ts'

/** Text, or the bytes as they came; never an object that has been parsed and printed again. */
export type WebhookBody = string | Uint8Array | ArrayBuffer

/** What a webhook call brought, and the secret to check it with. */
export interface WebhookCall {
  /** As it arrived. */
  readonly body: WebhookBody
  /** Header `X-Reloadly-Signature`. */
  readonly signature: string | null | undefined
  /** Header `X-Reloadly-Request-Timestamp`: milliseconds since 1970, as text. */
  readonly timestamp: string | null | undefined
  /** Signing secret of the endpoint; not the API client's. */
  readonly secret: string
  /** How far the timestamp may be from now, in seconds. Default: 300. */
  readonly toleranceSeconds?: number | undefined
}

/** The body of a webhook call. Calls are repeated: expect to see an event more than once. */
export interface WebhookEvent {
  /** What happened: `giftcard_transaction.status` when an order's status has changed. */
  readonly type: 'giftcard_transaction.status' | (string & {})
  /** False for events of test mode. */
  readonly liveMode: boolean
  /** OpenScrip sends the whole transaction; calls of Reloadly with less have been seen. */
  readonly data: Partial<Transaction> & Pick<Transaction, 'transactionId' | 'status'>
}

/**
 * The event of a webhook call that was signed with the secret, not long ago.
 * The signature is compared in constant time.
 *
 * @throws WebhookVerificationError; answer such a call with status 400
 */
export async function verifyWebhook(call: WebhookCall): Promise<WebhookEvent> {
  const { body, signature, timestamp, secret, toleranceSeconds = 300 } = call
  const bytes = toBytes(body)
  const time = readTimestamp(timestamp)
  const isSigned = await crypto.subtle.verify(
    'HMAC',
    await importKey(secret, 'verify'),
    readSignature(signature),
    message(bytes, time),
  )
  if (!isSigned) {
    const hint = 'check the secret, and that the body is verified as it arrived'
    throw new WebhookVerificationError('signature', `The signature does not match; ${hint}.`)
  }
  // Written so that NaN as tolerance refuses.
  if (!(Math.abs(Date.now() - Number(time)) <= toleranceSeconds * 1000)) {
    const age = `${time} is more than ${toleranceSeconds} s from now`
    throw new WebhookVerificationError('timestamp', `The timestamp ${age}.`)
  }
  return parseEvent(bytes)
}

/** What to sign. */
export interface WebhookToSign {
  readonly body: WebhookBody
  /** Signing secret of the endpoint. */
  readonly secret: string
  /** Milliseconds since 1970. Default: now. */
  readonly timestamp?: number | string | undefined
}

/** A signature, as fields for `verifyWebhook` and as headers. */
export interface SignedWebhook {
  /** 64 hexadecimal digits. */
  readonly signature: string
  /** Milliseconds since 1970, as text. */
  readonly timestamp: string
  /** The two headers of the call. */
  readonly headers: Readonly<Record<string, string>>
}

/** Signs a body as the server does, so that a test can call its own webhook handler. */
export async function signWebhook(webhook: WebhookToSign): Promise<SignedWebhook> {
  const { body, secret } = webhook
  const timestamp = String(webhook.timestamp ?? Date.now())
  const key = await importKey(secret, 'sign')
  const mac = await crypto.subtle.sign('HMAC', key, message(toBytes(body), timestamp))
  const signature = Array.from(new Uint8Array(mac), toHex).join('')
  return {
    signature,
    timestamp,
    headers: {
      'X-Reloadly-Signature': signature,
      'X-Reloadly-Request-Timestamp': timestamp,
    },
  }
}

type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

/** The raw body, a colon, and the timestamp as it was sent. */
function message(body: Bytes, timestamp: string): Bytes {
  const end = encoder.encode(`:${timestamp}`)
  const bytes = new Uint8Array(body.length + end.length)
  bytes.set(body)
  bytes.set(end, body.length)
  return bytes
}

function toBytes(body: WebhookBody): Bytes {
  if (typeof body === 'string') return encoder.encode(body)
  if (isBytes(body)) return new Uint8Array(body)
  throw new TypeError('The body of a webhook must be its text or bytes, before they are parsed.')
}

/** Not by `instanceof`, which is false for the bytes of another realm: a frame's, a test runner's. */
function isBytes(body: unknown): boolean {
  return ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === '[object ArrayBuffer]'
}

function importKey(secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> {
  if (typeof secret !== 'string' || secret === '') {
    throw new TypeError('A webhook is verified with its signing secret, which is missing.')
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [use])
}

function readTimestamp(timestamp: string | null | undefined): string {
  if (typeof timestamp === 'string' && /^\d{1,15}$/.test(timestamp)) return timestamp
  throw new WebhookVerificationError(
    'timestamp',
    'The header X-Reloadly-Request-Timestamp is missing or is no time in milliseconds.',
  )
}

function readSignature(signature: string | null | undefined): Bytes {
  if (typeof signature === 'string' && /^[0-9a-f]{64}$/i.test(signature)) {
    return Uint8Array.from(signature.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  }
  throw new WebhookVerificationError(
    'signature',
    'The header X-Reloadly-Signature is missing or is not 64 hexadecimal digits.',
  )
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

function parseEvent(bytes: Bytes): WebhookEvent {
  const event = parseExact(new TextDecoder().decode(bytes))
  const { type, data } = (event ?? {}) as { readonly type?: unknown; readonly data?: unknown }
  if (typeof type === 'string' && typeof data === 'object' && data !== null) {
    return event as WebhookEvent
  }
  throw new WebhookVerificationError('body', 'The body is signed but is no event.')
}
