import type { Mode } from '../accounts/index.ts'

export const REQUEST_PREFIX = 'req_'

/** Whose request it is: known by a token or by the id of a client. */
export interface Caller {
  readonly accountId: bigint
  readonly mode: Mode
  readonly clientId: string
}

/** A request that is about to be answered, as `http` tells of it. */
export interface Exchange {
  readonly id: string
  /** Of the endpoint, with names for its parameters; undefined when there is none. */
  readonly route: string | undefined
  readonly principal: Caller | undefined
  readonly status: number
  readonly milliseconds: number
  readonly authorization: string | undefined
  readonly requestBody: unknown
  readonly responseBody: string | Buffer | undefined
  describe(): Description
}

export interface Description {
  readonly method: string
  readonly params: Readonly<{ [name: string]: string | undefined }>
  /** With the query. */
  readonly url: string
  readonly headers: Readonly<{ [name: string]: string | string[] | undefined }>
  readonly address: string
}

/** What was recorded of a request, but for its bodies. */
export interface LoggedRequest extends Caller {
  readonly id: string
  readonly at: Date
  readonly method: string
  /** Null when there is no endpoint. */
  readonly route: string | null
  readonly path: string
  /** Without its question mark. */
  readonly query: string
  readonly status: number
  readonly milliseconds: number
  readonly errorCode: string | null
  /** The order that it placed or asked for. */
  readonly orderId: bigint | null
  readonly address: string
  readonly userAgent: string
}

export interface LoggedExchange extends LoggedRequest {
  /** Those that say something about the request and are no secret. */
  readonly headers: Readonly<Record<string, string>>
  readonly requestBody: string | null
  readonly responseBody: string | null
}

/** How many requests were answered and not recorded. */
export interface Omission {
  readonly successes: number
  readonly failures: number
}

export const isFailure = (status: number): boolean => status >= 400
