import { DEADLINE_MS } from '../../packages/server/test/until.ts'

/** The wire shapes of the Gift Cards API, as far as the scenarios read them. */
export interface Transaction {
  readonly transactionId: number
  readonly amount: number
  readonly customIdentifier: string | null
  readonly status: string
  readonly product: { readonly quantity: number }
}

export interface Card {
  readonly cardNumber: string | null
  readonly pinCode: string | null
  readonly redemptionUrl?: string | null
}

export interface Page<Row> {
  readonly content: readonly Row[]
  readonly totalElements: number
  readonly totalPages: number
  readonly number: number
  readonly last: boolean
}

export interface ErrorBody {
  readonly message: string
  readonly path: string
  readonly errorCode: string | null
}

export interface Answer<Body> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

export const SANDBOX = 'https://giftcards-sandbox.reloadly.com'
export const LIVE = 'https://giftcards.reloadly.com'

export const V1 = 'application/com.reloadly.giftcards-v1+json'
export const V2 = 'application/com.reloadly.giftcards-v2+json'

export interface CallOptions {
  readonly method?: 'GET' | 'POST'
  readonly token?: string
  readonly accept?: string
  readonly body?: unknown
}

/** Sends one request. @throws when the connection breaks, as `fetch` does */
export async function call<Body>(url: string, options: CallOptions = {}): Promise<Answer<Body>> {
  const { method = 'GET', token, accept, body } = options
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(accept !== undefined && { Accept: accept }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  const { status, headers } = response
  return { status, headers, body: (await response.json()) as Body }
}

export interface TokenBody {
  readonly access_token: string
  readonly scope: string
  readonly expires_in: number
  readonly token_type: string
}

export function requestToken(
  url: string,
  { clientId, clientSecret }: Credentials,
  audience = SANDBOX,
): Promise<Answer<TokenBody & Partial<ErrorBody>>> {
  return call(`${url}/oauth/token`, {
    method: 'POST',
    body: {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      audience,
    },
  })
}

/** A client of the API that has a token. */
export interface Api {
  readonly url: string
  readonly token: string
  get<Body>(path: string, accept?: string): Promise<Answer<Body>>
  post<Body>(path: string, body: unknown): Promise<Answer<Body>>
  /** @throws when the answer is not 200 */
  read<Body>(path: string, accept?: string): Promise<Body>
  balance(): Promise<bigint>
  find(customIdentifier: string): Promise<Page<Transaction>>
  cards(transactionId: number, accept?: string): Promise<readonly Card[]>
}

/** Gets a token. @throws when it is refused */
export async function connect(
  url: string,
  credentials: Credentials,
  audience = SANDBOX,
): Promise<Api> {
  const { status, body } = await requestToken(url, credentials, audience)
  if (status !== 200) throw new Error(`No token: ${status} ${JSON.stringify(body)}`)
  return withToken(url, body.access_token)
}

export function withToken(url: string, token: string): Api {
  const get = <Body>(path: string, accept?: string) =>
    call<Body>(url + path, { token, ...(accept !== undefined && { accept }) })

  async function read<Body>(path: string, accept?: string): Promise<Body> {
    const { status, body } = await get<Body>(path, accept)
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  return {
    url,
    token,
    get,
    post: (path, body) => call(url + path, { method: 'POST', token, body }),
    read,
    balance: async () => cents((await read<{ balance: number }>('/accounts/balance')).balance),
    find: (customIdentifier) =>
      read(`/reports/transactions?customIdentifier=${encodeURIComponent(customIdentifier)}`),
    cards: (transactionId, accept) => read(`/orders/transactions/${transactionId}/cards`, accept),
  }
}

/** Money as a whole number of hundredths, so that it can be compared exactly. */
export function cents(amount: number): bigint {
  const hundredths = Math.round(amount * 100)
  if (Math.abs(amount * 100 - hundredths) > 1e-3 || !Number.isSafeInteger(hundredths)) {
    throw new Error(`${amount} is no whole number of cents`)
  }
  return BigInt(hundredths)
}
