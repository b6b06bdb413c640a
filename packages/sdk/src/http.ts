import { ConnectionError, TimeoutError } from './errors.ts'

/** What is used of the web's fetch, so that another one can be given. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Settings of one call. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Time for one request and its whole answer; a repeated one has as much again. */
  readonly timeoutMs?: number | undefined
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Longer times make a timer fire at once. */
const TIMER_MAX_MS = 2 ** 31 - 1

/**
 * Sends one request, once, and reads the whole answer.
 *
 * @throws ConnectionError, TimeoutError, or the reason of the signal
 */
export async function exchange(fetch: Fetch, request: HttpRequest): Promise<HttpAnswer> {
  const { url, timeoutMs, signal, ...init } = request
  signal?.throwIfAborted()
  // By hand: AbortSignal.any and AbortSignal.timeout are not yet everywhere, or lose their timer.
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  const timer = setTimeout(() => controller.abort(), Math.min(timeoutMs, TIMER_MAX_MS))
  signal?.addEventListener('abort', abort, { once: true })
  try {
    // A redirect would hand the token or the secret to somebody else, or order once more.
    const options = { ...init, redirect: 'manual', signal: controller.signal } as const
    const response = await fetch(url, options)
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    const what = `${init.method} ${new URL(url).pathname}`
    if (controller.signal.aborted) {
      throw new TimeoutError(`${what} had no complete answer after ${timeoutMs} ms.`)
    }
    throw new ConnectionError(`${what} got no answer: ${reasonOf(error)}.`, { cause: error })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** fetch says only that it failed; its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause ? `${cause.code}` : cause.message
}

/** Waits; rejects with the reason of the signal as soon as that is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  return abortable(waiting, signal).finally(() => clearTimeout(timer))
}

/** The same promise, but for this signal: others who wait for it are not disturbed. */
export async function abortable<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return promise
  let abort: (() => void) | undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    if (abort !== undefined) signal.removeEventListener('abort', abort)
  }
}
