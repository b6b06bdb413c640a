import { type FeedEvent, webhookOf } from '@openscrip/server'

/** What a program answered to a forwarded event. */
export interface Forwarded {
  /** Null when no answer came. */
  readonly status: number | null
  readonly isDelivered: boolean
  readonly milliseconds: number
  readonly error?: string
}

/** As long as a webhook endpoint has. */
const TIMEOUT_MS = 5_000

/** Sends an event to an address once, as a webhook endpoint would get it. Never throws. */
export async function forward(event: FeedEvent, url: string, secret: string): Promise<Forwarded> {
  const { headers, body } = webhookOf(event, secret, new Date())
  const since = performance.now()
  const took = () => Math.round(performance.now() - since)
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const bytes = new Uint8Array(body)
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: bytes,
      signal,
      redirect: 'manual',
    })
    await answer.body?.cancel()
    return { status: answer.status, isDelivered: answer.ok, milliseconds: took() }
  } catch (error) {
    const { cause, name, message } = error as Error
    const code = (cause as { code?: unknown } | undefined)?.code
    const reason =
      name === 'TimeoutError' ? `no answer in ${TIMEOUT_MS} ms` : String(code ?? message)
    return { status: null, isDelivered: false, milliseconds: took(), error: reason }
  }
}
