import { send } from '../answer.ts'
import type { CallOptions, Fetch } from '../http.ts'
import { retrying } from '../retry.ts'
import { type Query, toSearch } from '../transport.ts'

export interface ManagementTransportOptions {
  readonly baseUrl: string
  readonly token: string | undefined
  readonly headers: (() => Readonly<Record<string, string>>) | undefined
  readonly timeoutMs: number
  readonly retriesMax: number
  readonly fetch: Fetch
}

export interface ManagementRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Behind `/manage/v1`. */
  readonly path: string
  readonly query?: Query | undefined
  /** What becomes JSON. */
  readonly body?: object | undefined
}

/** The one way to the Management API. */
export class ManagementTransport {
  readonly #options: ManagementTransportOptions

  constructor(options: ManagementTransportOptions) {
    this.#options = options
  }

  /**
   * Sends a request. One that only reads is repeated when its answer is lost;
   * any other is sent once. That the answer has its shape is taken on trust.
   *
   * @throws ApiError, ConnectionError, TimeoutError, or the reason of the signal
   */
  async send<Answer>(request: ManagementRequest, options: CallOptions = {}): Promise<Answer> {
    const { baseUrl, token, headers, timeoutMs, fetch } = this.#options
    const { method, path, query, body } = request
    const attempt = () =>
      send(fetch, {
        method,
        url: `${baseUrl}/manage/v1${path}${toSearch(query)}`,
        headers: {
          Accept: 'application/json',
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...headers?.(),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        timeoutMs: options.timeoutMs ?? timeoutMs,
        signal: options.signal,
      })
    const retriesMax = method === 'GET' ? this.#options.retriesMax : 0
    return (await retrying(attempt, { retriesMax, signal: options.signal })) as Answer
  }
}
