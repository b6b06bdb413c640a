import type { Check } from '../../../packages/server/test/contract.ts'
import type { Credentials } from '../api.ts'
import type { Dialect } from './dialects.ts'
import { sendWire, type WireAnswer, type WireRequest } from './wire.ts'

export type Mode = 'test' | 'live'

/** A request and what it was answered; the answer fits the document that the server publishes. */
export interface Exchange extends WireAnswer {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Of the answer, as it was sent; empty when there was none. */
  readonly contentType: string
  /** The caller's; undefined when nobody knows who calls. */
  readonly dialect: Dialect | undefined
}

/** Headers to send; one that is undefined is left out. */
export type Headers = Readonly<Record<string, string | undefined>>

/** Sends requests in somebody's name. */
export interface Sender {
  readonly origin: string
  send(request: Partial<WireRequest> & Pick<WireRequest, 'path'>): Promise<Exchange>
  get(path: string, headers?: Headers): Promise<Exchange>
  /** Sends a text as it is, anything else as JSON. */
  post(path: string, body: unknown, headers?: Headers): Promise<Exchange>
}

/** A client of the API with a token, in one dialect. */
export interface Caller extends Sender {
  readonly dialect: Dialect
  readonly mode: Mode
  readonly credentials: Credentials
  readonly token: string
}

export interface SenderOptions {
  readonly origin: string
  readonly check: Check
  readonly dialect?: Dialect | undefined
  readonly token?: string | undefined
}

/** @throws from every request whose answer the document does not allow */
export function createSender({ origin, check, dialect, token }: SenderOptions): Sender {
  async function send(
    request: Partial<WireRequest> & Pick<WireRequest, 'path'>,
  ): Promise<Exchange> {
    const { method = 'GET', path, headers = {} } = request
    const answer = await sendWire(origin, { ...request, method, path, headers })
    const contentType = answer.headers['content-type'] ?? ''
    const exchange = { ...answer, method, path, contentType, dialect }
    if (!isUndocumented(path)) {
      const problems = check({
        ...exchange,
        contentType: contentType || undefined,
        body: answer.text,
      })
      if (problems.length > 0) throw new Error(problems.join('\n'))
    }
    return exchange
  }

  const headersOf = (own: Headers, headers: Headers = {}) =>
    Object.fromEntries(
      Object.entries({
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...own,
        ...headers,
      }).filter((header): header is [string, string] => header[1] !== undefined),
    )

  return {
    origin,
    send,
    get: (path, headers) => send({ path, headers: headersOf({}, headers) }),
    post: (path, body, headers) =>
      send({
        method: 'POST',
        path,
        headers: headersOf({ 'content-type': 'application/json' }, headers),
        body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
  }
}

/** The document, pages for people and the probes are no part of the API that it describes. */
function isUndocumented(path: string): boolean {
  return /^\/(openapi\.json|docs|healthz|readyz|claim|receive|manage\/v1\/auth)(\/|\?|$)/.test(path)
}
