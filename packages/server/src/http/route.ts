import type { IncomingHttpHeaders } from 'node:http'
import type { Static, TSchema } from 'typebox'
import type { Principal } from '../accounts/index.ts'

/** An endpoint as data: what it takes, what it answers, and the one call that does it. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** With `:name` for parameters. */
  readonly path: string
  /** `client`: a bearer token of an API client; `none`: anybody. */
  readonly access: 'client' | 'none'
  readonly summary: string
  /** Schema of the request body; routes without one take no body. */
  readonly body?: TSchema
  /** Encodings of the body that are understood; JSON alone by default. */
  readonly accepts?: readonly ('json' | 'form')[]
  /** Schema of the answer with status 200. */
  readonly response: TSchema
  handle(request: RouteRequest): Promise<Reply>
}

export interface RouteRequest {
  /** @throws when the route's access is `none` */
  readonly principal: Principal
  readonly body: unknown
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly headers: IncomingHttpHeaders
}

export interface Reply {
  readonly body: unknown
  /** `application/json` by default. */
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A route whose handler gets the body with the type of its schema. */
export function postRoute<Body extends TSchema>(
  route: Omit<Route, 'method' | 'body' | 'handle'> & {
    readonly body: Body
    handle(request: RouteRequest & { readonly body: Static<Body> }): Promise<Reply>
  },
): Route {
  return { ...route, method: 'POST', handle: (request) => route.handle(request as never) }
}

export function getRoute(route: Omit<Route, 'method' | 'body' | 'accepts'>): Route {
  return { ...route, method: 'GET' }
}

/** Media types of the Gift Cards API; the version in them is the version of the answer. */
export const GIFT_CARDS_V1 = 'application/com.reloadly.giftcards-v1+json'
export const GIFT_CARDS_V2 = 'application/com.reloadly.giftcards-v2+json'
