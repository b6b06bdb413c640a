import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Principal } from '../accounts/index.ts'

/** Is told of requests of the Gift Cards API just before they are answered; nobody waits for it. */
export type Recorder = (exchange: Exchange) => void

/** A request and what it is about to be answered. */
export interface Exchange {
  /** Also in the header `X-Request-Id` of the answer. */
  readonly id: string
  /** Of the endpoint, with names for its parameters; undefined when there is none. */
  readonly route: string | undefined
  /** Undefined when it was refused before it was known who called, or is asked by anybody. */
  readonly principal: Principal | undefined
  readonly status: number
  readonly milliseconds: number
  readonly authorization: string | undefined
  /** Parsed; undefined when there was none, or none that could be read. */
  readonly requestBody: unknown
  /** As it is sent; bytes when it was prepared for everybody. */
  readonly responseBody: string | Buffer | undefined
  /** Everything else: what nobody wants to know costs nothing. */
  describe(): Description
}

export interface Description {
  readonly method: string
  readonly params: Readonly<{ [name: string]: string | undefined }>
  /** With the query. */
  readonly url: string
  readonly headers: FastifyRequest['headers']
  readonly address: string
}

interface Watched {
  readonly route: string | undefined
  readonly record: Recorder
  principal?: Principal
}

const watched = new WeakMap<FastifyRequest, Watched>()

/** Has a request recorded when it is answered. @param route undefined when there is no endpoint */
export function watch(
  request: FastifyRequest,
  route: string | undefined,
  record: Recorder,
): Watched {
  const own: Watched = { route, record }
  watched.set(request, own)
  return own
}

/** Tells whoever wants to know that this is answered now. */
export function tell(
  reply: FastifyReply,
  status: number,
  responseBody: string | Buffer | undefined,
): void {
  const { request } = reply
  const own = watched.get(request)
  if (own === undefined) return
  own.record({
    id: request.id,
    route: own.route,
    principal: own.principal,
    status,
    milliseconds: reply.elapsedTime,
    authorization: request.headers.authorization,
    requestBody: request.body,
    responseBody,
    describe: () => ({
      method: request.method,
      params: (request.params ?? {}) as Description['params'],
      url: request.url,
      headers: request.headers,
      address: request.ip,
    }),
  })
}
