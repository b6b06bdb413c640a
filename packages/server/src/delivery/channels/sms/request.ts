import { deferred, type Outcome } from '../outcome.ts'

const TIMEOUT_MS = 15_000

/** More than any of the providers answers. */
const ANSWER_MAX = 16_384

export interface ProviderAnswer {
  readonly status: number
  readonly text: string
  /** The body as JSON; undefined when it is none. */
  readonly json: Readonly<Record<string, unknown>> | undefined
  readonly retryAfter: number | undefined
}

/** Posts to a provider and reads its answer; a network that fails is a reason to try later. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<ProviderAnswer | Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await readStart(response)
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return {
      status: response.status,
      text,
      json: parseObject(text),
      retryAfter: Number.isFinite(seconds) ? seconds * 1_000 : undefined,
    }
  } catch (error) {
    return deferred(reasonOf(error))
  }
}

/** The beginning of a body; the rest, however much it is, is not waited for. */
async function readStart({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= ANSWER_MAX) break
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_MAX).toString('utf8')
}

/** What HTTP says by itself: too many requests and a service that is away pass by. */
export function isTemporary({ status }: ProviderAnswer): boolean {
  return status === 408 || status === 429 || status >= 500
}

/** A wrong password or an empty account is for the operator to mend; the message waits for it. */
export function isOperators({ status }: ProviderAnswer): boolean {
  return status === 401 || status === 402 || status === 403
}

function parseObject(text: string): ProviderAnswer['json'] {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object'
      ? (value as ProviderAnswer['json'])
      : undefined
  } catch {
    return undefined
  }
}

/** `fetch` says only that it failed; the reason is the cause. */
function reasonOf(error: unknown): string {
  const { cause, name, message } = error as Error & { readonly cause?: unknown }
  if (name === 'TimeoutError') return `No answer within ${TIMEOUT_MS / 1_000} seconds`
  return cause instanceof Error ? cause.message : message
}
