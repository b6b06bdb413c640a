import type { IncomingHttpHeaders } from 'node:http'
import type { Static, TSchema } from 'typebox'
import type { ClientScope, Manager, Principal, Scope, Visitor } from '../accounts/index.ts'
import type { ErrorBuilder } from '../core/errors.ts'

/** An endpoint as data: what it takes, what it answers, and the one call that does it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** With `:name` for parameters. */
  readonly path: string
  /**
   * `client`: a bearer token of an API client; `manage`: an access token of the Management API, or
   * a session of the dashboard, with the scope; `session`: whoever is signed in or has a token,
   * before it is known for which account; `none`: anybody.
   */
  readonly access: 'client' | 'manage' | 'session' | 'none'
  /** Whether its requests are in the request log; those with access `client` always are. */
  readonly isRecorded?: boolean
  /** What the caller must be good for; with access `client` and `manage`. */
  readonly scope?: Scope | ClientScope
  /** What the caller must be good for as well; with access `manage`. */
  readonly alsoNeeds?: Scope
  /** Name of the operation, unique; generated clients call their methods by it. */
  readonly operationId: string
  /** The chapter of the documentation. */
  readonly tag: Tag
  readonly summary: string
  readonly description: string
  /** What the `:names` of the path are. */
  readonly params?: Readonly<Record<string, TSchema>>
  /** What the query may hold. It documents; values that make no sense never fail a request. */
  readonly query?: Readonly<Record<string, TSchema>>
  /** Schema of the request body; routes without one take no body. */
  readonly body?: TSchema
  /** The most bytes that a body may have; 64 KiB by default. */
  readonly bodyMax?: number
  /**
   * Encodings of the body that are understood; JSON alone by default. `bytes`: whatever it is,
   * handed on as a buffer.
   */
  readonly accepts?: readonly ('json' | 'form' | 'bytes')[]
  /** Status of success, 200 by default; 204 has no body. */
  readonly status?: 200 | 201 | 202 | 204
  /** Schema of the answer of success, by the media type it comes as. */
  readonly response: Readonly<Record<string, TSchema>>
  /** Whether it changes nothing although it takes a body: then it is no write for the audit log. */
  readonly isReading?: boolean
  /** Whether it is for people with a browser: then it is no part of the documented API. */
  readonly isPage?: boolean
  /** Whether answers are prepared: they have an `ETag`, and 304 tells who has them already. */
  readonly isPrepared?: boolean
  /** What it can refuse, besides what any route of its access, or with a body, can. */
  readonly errors: readonly ErrorBuilder[]
  handle(request: RouteRequest): Promise<Reply>
}

export type Tag =
  | 'Authentication'
  | 'Wallet'
  | 'Catalogue'
  | 'Orders'
  | 'Reports'
  | 'Pictures'
  | 'Events'
  | 'Webhooks'
  | 'Messages'
  | 'Bulk orders'
  | 'Account'
  | 'Requests'
  | 'Operator'

export interface RouteRequest {
  /** @throws when the route's access is not `client` */
  readonly principal: Principal
  /** @throws when the route's access is not `manage` */
  readonly manager: Manager
  /** @throws when the route's access is not `session` */
  readonly visitor: Visitor
  /**
   * Establishes again who the caller is, for what was waited for: who lost access meanwhile is
   * refused as at the beginning.
   */
  confirm(): Promise<void>
  readonly body: unknown
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly headers: IncomingHttpHeaders
  /** Where the request came from, as a proxy of the own network says if one stands in front. */
  readonly address: string
  /** Aborts when the caller has gone away. */
  readonly signal: AbortSignal
}

export type Reply = Answer | PreparedAnswer | Page | Download

/** An answer that was made for this request. */
export interface Answer {
  readonly body: unknown
  /** `application/json` by default. */
  readonly contentType?: string
  /** Of a write of the Management API: what it did, for the audit log. */
  readonly change?: Change
}

/** What a write changed. Both sides as the API shows them, without secrets and codes. */
export interface Change {
  /** The id of what was changed, where the path does not have it. */
  readonly target?: string
  readonly before?: unknown
  readonly after?: unknown
}

/** A file that is sent while it is made. */
export interface Download {
  readonly content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>
  readonly contentType: string
  /** What the browser shall call it; letters, digits, dots and dashes. */
  readonly fileName: string
}

/** An answer for a browser. */
export interface Page {
  readonly html: string
  /** The route's when absent. */
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
}

/** An answer that is the same for many requests; who has it already is told so with 304. */
export interface PreparedAnswer {
  readonly bytes: Buffer
  readonly contentType: string
  /** Strong validator, with its quotes. */
  readonly etag: string
  readonly cacheControl: string
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

/** A route of the Management API; its handler gets the body with the type of its schema. */
export function manageRoute<Body extends TSchema = TSchema>(
  route: Omit<Route, 'access' | 'accepts' | 'body' | 'scope' | 'handle'> & {
    readonly scope: Scope
    readonly body?: Body
    handle(request: RouteRequest & { readonly body: Static<Body> }): Promise<Reply>
  },
): Route {
  return { ...route, access: 'manage', handle: (request) => route.handle(request as never) }
}

/** A route for whoever is signed in; its handler gets the body with the type of its schema. */
export function sessionRoute<Body extends TSchema = TSchema>(
  route: Omit<Route, 'access' | 'accepts' | 'body' | 'scope' | 'handle'> & {
    readonly body?: Body
    handle(request: RouteRequest & { readonly body: Static<Body> }): Promise<Reply>
  },
): Route {
  return { ...route, access: 'session', handle: (request) => route.handle(request as never) }
}

export function getRoute(route: Omit<Route, 'method' | 'body' | 'accepts'>): Route {
  return { ...route, method: 'GET' }
}

/** Media types of the Gift Cards API; the version in them is the version of the answer. */
export const GIFT_CARDS_V1 = 'application/com.reloadly.giftcards-v1+json'
export const GIFT_CARDS_V2 = 'application/com.reloadly.giftcards-v2+json'
