import { ConnectionError, TimeoutError } from '@openscrip/sdk'
import { accountIdNow } from '../../app/account.ts'
import { audiences } from '../../app/first-calls.ts'
import { send } from '../../app/send.ts'
import { texts } from '../../texts/index.ts'
import type { Operation } from './operations.ts'
import type { Request } from './request.ts'

const { lost: words } = texts.reference

/** A token of a test client; it lives as long as the page is open. */
export interface TestToken {
  readonly clientId: string
  readonly value: string
}

/** Exchanges the credentials of a test client, which are kept by nobody here. */
export async function fetchToken(clientId: string, clientSecret: string): Promise<TestToken> {
  const response = await send('/oauth/token', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      audience: audiences.test,
    }),
  })
  const { access_token: value } = (await response.json()) as { readonly access_token: string }
  return { clientId, value }
}

/** What was answered, whatever the status. */
export interface Answered {
  readonly status: number
  readonly milliseconds: number
  /** Of interest, by their names as they are known. */
  readonly headers: readonly (readonly [string, string])[]
  readonly requestId: string | undefined
  /** Undefined for what is no text. */
  readonly text: string | undefined
  readonly bytes: number
  /** Whether more was answered than is kept. */
  readonly isCut: boolean
}

/** More is no use on a page. */
const BYTES_MAX = 1_000_000

/** A feed may be waited for; nothing here takes longer. */
const TIMEOUT_MS = 60_000

const shownHeaders = [
  'X-Request-Id',
  'Content-Type',
  'Content-Disposition',
  'ETag',
  'Location',
  'Retry-After',
  'WWW-Authenticate',
]

/**
 * Sends a request to this server: as the session and in the account of this tab, or with a token.
 *
 * @throws ConnectionError when nothing was answered, or not all of it
 * @throws TimeoutError when that took too long
 */
export async function call(
  { access }: Pick<Operation, 'access'>,
  { method, path, headers, body }: Request,
  token: TestToken | undefined,
): Promise<Answered> {
  const accountId = accountIdNow()
  const isSession = access === 'manager' || access === 'session'
  // What cannot be a header is refused here, and not taken for a server that does not answer.
  const sentHeaders = new Headers({
    ...headers,
    ...(isSession && accountId !== undefined && { 'Scrip-Account': String(accountId) }),
    ...(access === 'client' && token && { Authorization: `Bearer ${token.value}` }),
  })
  const start = performance.now()
  const response = await fetch(path, {
    method,
    credentials: isSession ? 'same-origin' : 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: sentHeaders,
    ...(body !== undefined && { body }),
  }).catch(failWith(words.unreachable))
  const milliseconds = performance.now() - start
  const { content, isCut } = await readBounded(response).catch(failWith(words.broken))
  return {
    status: response.status,
    milliseconds,
    headers: shownHeaders.flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    }),
    requestId: response.headers.get('x-request-id') ?? undefined,
    text: isText(response) ? new TextDecoder().decode(content) : undefined,
    bytes: content.length,
    isCut,
  }
}

const failWith =
  (sentence: string) =>
  (cause: unknown): never => {
    const isLate = cause instanceof Error && cause.name === 'TimeoutError'
    if (isLate) throw new TimeoutError(words.late(TIMEOUT_MS / 1_000), { cause })
    throw new ConnectionError(sentence, { cause })
  }

const isText = ({ headers }: Response): boolean =>
  /^text\/|json|xml/.test(headers.get('content-type') ?? 'text/plain')

/** The beginning of an answer; the rest is not waited for. */
async function readBounded({ body }: Response) {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  if (body !== null) {
    // Leaving the loop cancels what is still on its way.
    for await (const part of readParts(body)) {
      parts.push(part)
      size += part.length
      if (size > BYTES_MAX) break
    }
  }
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer())
  return { content: whole.subarray(0, BYTES_MAX), isCut: size > BYTES_MAX }
}

/** Streams of some browsers cannot be looped over. */
async function* readParts(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
