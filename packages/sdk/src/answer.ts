import { parseExact } from './decimal.ts'
import { type ApiError, ConnectionError, createApiError } from './errors.ts'
import { exchange, type Fetch, type HttpAnswer, type HttpRequest } from './http.ts'

/**
 * How one request ended. `refused` is certain: the server has read the request
 * and changed nothing. `lost` says nothing about what the server did; its
 * `error` is the reason of the signal when the caller gave up.
 */
export type Outcome =
  | { readonly is: 'answered'; readonly body: unknown }
  | { readonly is: 'refused'; readonly error: ApiError }
  | Lost

export interface Lost {
  readonly is: 'lost'
  readonly error: unknown
  /** How long the server asks to wait. */
  readonly retryAfterMs?: number | undefined
}

/** Statuses behind which a request may have been carried out, or may be later. */
const isLostStatus = (status: number) => [408, 425, 429].includes(status) || status >= 500

/** Sends one request, once. Never throws for what happens to it. */
export async function send(fetch: Fetch, request: HttpRequest): Promise<Outcome> {
  try {
    return toOutcome(await exchange(fetch, request), new URL(request.url).pathname)
  } catch (error) {
    return { is: 'lost', error }
  }
}

function toOutcome(answer: HttpAnswer, path: string): Outcome {
  const { status, headers, text } = answer
  const body = parseExact(text)
  if (status >= 200 && status < 300) {
    if (body !== undefined || status === 204) return { is: 'answered', body }
    const problem = `${path} was answered ${status} with something that is no JSON`
    return { is: 'lost', error: new ConnectionError(`${problem}; is it the right address?`) }
  }
  const retryAfterMs = readRetryAfter(headers.get('retry-after'))
  const requestId = headers.get('x-request-id') ?? undefined
  const error = toApiError({ status, body, path, retryAfterMs, requestId })
  return isLostStatus(status) ? { is: 'lost', error, retryAfterMs } : { is: 'refused', error }
}

interface ErrorAnswer {
  readonly status: number
  readonly body: unknown
  readonly path: string
  readonly retryAfterMs: number | undefined
  readonly requestId: string | undefined
}

/** Reads the envelope of the API, or what gateways and login services say instead. */
function toApiError({ status, body, path, retryAfterMs, requestId }: ErrorAnswer): ApiError {
  const envelope: Readonly<Record<string, unknown>> = isRecord(body) ? body : {}
  const { message, errorCode, error_description: description, error, details } = envelope
  const sentence = [message, description, error].find((text) => typeof text === 'string' && text)
  return createApiError({
    status,
    errorCode: typeof errorCode === 'string' ? errorCode : null,
    message: typeof sentence === 'string' ? sentence : explain(status, path),
    path,
    details: Array.isArray(details) ? details : [],
    retryAfterMs,
    requestId,
  })
}

function explain(status: number, path: string): string {
  // Browsers show a redirect that is not followed as status 0.
  return status === 0 || (status >= 300 && status < 400)
    ? `${path} is redirected, which is not followed; is it the right address?`
    : `${path} was answered ${status} without a message.`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Seconds or an HTTP date, in milliseconds from now. */
function readRetryAfter(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined
  const seconds = Number(text)
  const ms = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}
