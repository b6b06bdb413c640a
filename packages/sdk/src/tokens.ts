import { type Outcome, send } from './answer.ts'
import { ConnectionError } from './errors.ts'
import { abortable, type Fetch } from './http.ts'
import { retrying } from './retry.ts'

export interface TokenOptions {
  readonly clientId: string
  readonly clientSecret: string
  readonly authUrl: string
  readonly audience: string
  readonly timeoutMs: number
  readonly retriesMax: number
  readonly fetch: Fetch
}

interface Token {
  readonly text: string
  /** Time of the local clock, in milliseconds since 1970. */
  readonly renewAt: number
}

/** A token is renewed this long before it expires, or at half of a very short life. */
const MARGIN_MS = 30_000

/**
 * Holds the access token: asks for one only when there is none that lasts, and
 * once for all who wait. Secret and token are private fields, which neither
 * `console.log` nor `JSON.stringify` shows.
 */
export class Tokens {
  readonly #options: TokenOptions
  #token: Token | undefined
  #pending: Promise<string> | undefined

  constructor(options: TokenOptions) {
    this.#options = options
  }

  /** @throws AuthenticationError, ConnectionError, TimeoutError, or the reason of the signal */
  async get(signal: AbortSignal | undefined): Promise<string> {
    signal?.throwIfAborted()
    if (this.#token !== undefined && Date.now() < this.#token.renewAt) return this.#token.text
    this.#pending ??= this.#fetch().finally(() => {
      this.#pending = undefined
    })
    return abortable(this.#pending, signal)
  }

  /** Another token than the one that was refused. */
  async replace(refused: string, signal: AbortSignal | undefined): Promise<string> {
    if (this.#token?.text === refused) this.#token = undefined
    return this.get(signal)
  }

  async #fetch(): Promise<string> {
    const askedAt = Date.now()
    const { access_token: text, expires_in: seconds } = readToken(
      await retrying(() => this.#ask(), this.#options),
    )
    const lifeMs = seconds * 1000
    this.#token = { text, renewAt: askedAt + lifeMs - Math.min(MARGIN_MS, lifeMs / 2) }
    return text
  }

  #ask(): Promise<Outcome> {
    const { clientId, clientSecret, audience, authUrl, timeoutMs, fetch } = this.#options
    return send(fetch, {
      method: 'POST',
      url: authUrl,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'client_credentials',
        audience,
      }),
      timeoutMs,
    })
  }
}

interface TokenOut {
  readonly access_token: string
  readonly expires_in: number
}

function readToken(body: unknown): TokenOut {
  const { access_token: token, expires_in: seconds } = (body ?? {}) as Partial<TokenOut>
  if (typeof token !== 'string' || token === '') {
    throw new ConnectionError('The token endpoint answered without an access_token.')
  }
  // Without a lifetime the token is used until it is refused.
  const isKnown = typeof seconds === 'number' && seconds >= 0
  return { access_token: token, expires_in: isKnown ? seconds : Number.MAX_SAFE_INTEGER }
}
