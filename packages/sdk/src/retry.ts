import type { Lost, Outcome } from './answer.ts'
import { sleep } from './http.ts'

export interface RetryOptions {
  readonly retriesMax: number
  readonly signal?: AbortSignal | undefined
}

/** A server that asks for more patience than this is not waited for. */
const WAIT_MAX_MS = 60_000

/**
 * Carries out what only reads, and again as long as its answer is lost: at most
 * `retriesMax` more times, with growing pauses, or with the server's own.
 *
 * @throws ApiError, ConnectionError, TimeoutError, or the reason of the signal
 */
export async function retrying(
  attempt: () => Promise<Outcome>,
  { retriesMax, signal }: RetryOptions,
): Promise<unknown> {
  for (let retries = 0; ; retries++) {
    const outcome = await attempt()
    if (outcome.is === 'answered') return outcome.body
    if (outcome.is === 'refused' || retries >= retriesMax || signal?.aborted) throw outcome.error
    await sleep(pauseMs(retries, outcome), signal)
  }
}

/**
 * How long to wait before a lost request is sent again.
 *
 * @throws the request's error when the server asks for too long a wait
 */
export function pauseMs(retries: number, { error, retryAfterMs = 0 }: Lost): number {
  if (retryAfterMs > WAIT_MAX_MS) throw error
  return Math.max(backOffMs(retries), retryAfterMs)
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 8_000

/** Doubles from a quarter of a second on; a random half of it, so that callers do not march in step. */
export function backOffMs(retries: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** retries)
  return pause * (0.5 + Math.random() / 2)
}
