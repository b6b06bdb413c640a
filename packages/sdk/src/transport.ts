import { type Outcome, send } from './answer.ts'
import type { CallOptions, Fetch } from './http.ts'
import { List, toPage } from './list.ts'
import { retrying } from './retry.ts'
import type { Tokens } from './tokens.ts'

export interface TransportOptions {
  readonly baseUrl: string
  readonly absentAfterMs: number
  readonly timeoutMs: number
  readonly retriesMax: number
  readonly fetch: Fetch
  readonly tokens: Tokens
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** Version of an answer's shape, as the `Accept` header asks for it. */
export type Version = 'v1' | 'v2'

export interface GetRequest {
  readonly path: string
  readonly query?: Query | undefined
  readonly version?: Version | undefined
}

export interface ListRequest<Item> {
  readonly path: string
  /** `page` is where to begin. */
  readonly query: Query & { readonly page?: number | undefined }
  /** What tells two items apart. */
  keyOf(item: Item): unknown
}

export interface PostRequest {
  readonly path: string
  /** JSON. */
  readonly body: string
}

/** The one way to the API: address, token, time limit and repetition. */
export class Transport {
  readonly #options: TransportOptions

  constructor(options: TransportOptions) {
    this.#options = options
  }

  get retriesMax(): number {
    return this.#options.retriesMax
  }

  get absentAfterMs(): number {
    return this.#options.absentAfterMs
  }

  /**
   * Reads; repeats a lost request. That the answer has the shape of the contract
   * is taken on trust here, and nowhere else.
   *
   * @throws ApiError, ConnectionError, TimeoutError, or the reason of the signal
   */
  async get<Answer>(request: GetRequest, options: CallOptions = {}): Promise<Answer> {
    const { path, query, version = 'v1' } = request
    const target = { method: 'GET', path: `${path}${toSearch(query)}`, version } as const
    const { retriesMax } = this.#options
    const attempt = () => this.#attempt(target, options)
    return (await retrying(attempt, { retriesMax, signal: options.signal })) as Answer
  }

  /** Reads a list, page by page. */
  list<Item>({ path, query, keyOf }: ListRequest<Item>, options?: CallOptions): List<Item> {
    return new List({
      firstPage: query.page ?? 1,
      keyOf,
      load: async (page) => toPage(await this.get({ path, query: { ...query, page } }, options)),
    })
  }

  /**
   * Changes something; sent once, or twice when the token was refused.
   *
   * @throws what getting a token throws; then the request was not carried out
   */
  post({ path, body }: PostRequest, options: CallOptions = {}): Promise<Outcome> {
    return this.#attempt({ method: 'POST', path, version: 'v1', body }, options)
  }

  async #attempt(target: SendTarget, options: CallOptions): Promise<Outcome> {
    const { tokens } = this.#options
    const token = await tokens.get(options.signal)
    const outcome = await this.#send(target, token, options)
    if (!isTokenRefused(outcome)) return outcome
    return this.#send(target, await tokens.replace(token, options.signal), options)
  }

  #send(target: SendTarget, token: string, options: CallOptions): Promise<Outcome> {
    const { baseUrl, fetch, timeoutMs } = this.#options
    const { method, path, version, body } = target
    return send(fetch, {
      method,
      url: `${baseUrl}${path}`,
      headers: {
        Accept: `application/com.reloadly.giftcards-${version}+json`,
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      timeoutMs: options.timeoutMs ?? timeoutMs,
      signal: options.signal,
    })
  }
}

interface SendTarget {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly version: Version
  readonly body?: string
}

/** By its status alone: the codes differ between the years, and gateways send none. */
function isTokenRefused(outcome: Outcome): boolean {
  return outcome.is === 'refused' && outcome.error.status === 401
}

export function toSearch(query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** An id of the API; as text or bigint where a number would not be exact. */
export type Id = number | bigint | string

/**
 * The id as a part of a path.
 *
 * @throws TypeError for a number that is not whole, or too large to be exact
 */
export function toSegment(id: Id, name: string): string {
  const isExact = typeof id !== 'number' || Number.isSafeInteger(id)
  if (isExact && /^\d+$/.test(String(id))) return String(id)
  throw new TypeError(`${name} must be a whole number or its text, not "${id}".`)
}
