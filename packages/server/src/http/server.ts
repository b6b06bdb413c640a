import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Logger } from 'pino'
import type { Audit } from '../accounts/index.ts'
import { type Clock, formatWireTime } from '../core/clock.ts'
import { ApiError } from '../core/errors.ts'
import {
  type Head,
  isClosing,
  markClosing,
  send,
  sendDownload,
  sendPage,
  sendPrepared,
} from './answer.ts'
import { type Authentication, type Caller, identifierOf, required } from './callers.ts'
import { addDashboard } from './dashboard.ts'
import { type ErrorOut, httpErrors, type NotFoundOut } from './errors.ts'
import { parseJson } from './json.ts'
import { mount } from './mounted.ts'
import type { Refusals } from './openapi/errors.ts'
import { type Recorder, watch } from './recording.ts'
import { addReference } from './reference.ts'
import type { Route, RouteRequest } from './route.ts'
import { compileValidator, type Validate } from './validate.ts'
import { withRecord } from './writes.ts'

export interface HttpServerOptions {
  readonly routes: readonly Route[]
  readonly log: Logger
  readonly clock: Clock
  /** Names a request for ever; in the order of time. */
  nextRequestId(): string
  readonly record: Recorder
  readonly authentication: Authentication
  /** What callers are refused with, for the documentation. */
  readonly refusals: Refusals
  /** Where writes of the Management API are recorded. */
  readonly audit: Pick<Audit, 'begin'>
  /** Answers what is below a path with requests and responses of the web's kind. */
  readonly mounted: { readonly path: string; handle(request: Request): Promise<Response> }
  readonly version: string
  /** The address that clients reach the server by. */
  ownUrl(): string
  /** Whether requests can be served: the database answers. */
  isReady(): Promise<boolean>
  /** True for errors that mean the database is away, which is nobody's fault here. */
  isUnavailable(error: unknown): boolean
}

/** The largest body of any endpoint is an order of a few hundred bytes. */
const BODY_MAX = 65_536

/**
 * The HTTP surface. The order of a request: the route is found, the caller is
 * established, the body is read and checked, the handler runs; every error on
 * the way leaves as the wire's envelope.
 */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  // Fastify's own news, such as the address it listens on, is the banner's to tell.
  const log: FastifyBaseLogger =
    options.log.level === 'info' ? options.log.child({}, { level: 'warn' }) : options.log
  const server = Fastify({
    loggerInstance: log,
    // A line per request is Fastify's most expensive habit; ours is at debug level.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    genReqId: options.nextRequestId,
    // A logger of its own for each request costs more than reading its body; lines name the request.
    childLoggerFactory: (logger) => logger,
    // Bounds for clients that connect and then send slowly or nothing.
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    // A proxy on this machine or its network says who it stands in for; nobody else is believed.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // Answered by refuseWhileClosing, in the wire's envelope.
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => refuseMalformed(error, socket, options.clock),
    // A URL that cannot even be decoded is that of no route.
    frameworkErrors: (_error, request, reply) => sendNotFound(request, reply, options),
  })
  refuseWhileClosing(server)
  nameAnswers(server)
  readBodies(server)
  answerErrors(server, options)
  addHealth(server, options)
  addReference(server, options)
  addDashboard(server, (request, reply) => sendNotFound(request, reply, options))
  if (log.level === 'debug' || log.level === 'trace') logRequests(server)
  for (const route of options.routes) {
    if (route.accepts?.includes('bytes')) addBytesRoute(server, route, options)
    else addRoute(server, route, options)
  }
  mount(server, options.mounted)
  return server
}

/** Requests that still come in over open connections go to another server, or come again. */
function refuseWhileClosing(server: FastifyInstance): void {
  server.addHook('preClose', async () => {
    markClosing(server)
  })
  server.addHook('onRequest', async () => {
    if (isClosing(server)) throw httpErrors.stopping()
  })
}

/** Those that are not written by `answer.ts`, such as files. */
function nameAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
}

/** What is no HTTP has no path and no headers to answer to; the connection ends with the answer. */
function refuseMalformed(
  { code }: { readonly code?: unknown },
  socket: Duplex,
  clock: Clock,
): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const isTooLarge = code === 'HPE_HEADER_OVERFLOW'
  const error = isTooLarge ? httpErrors.headersTooLarge() : httpErrors.malformedRequest()
  const text = JSON.stringify(toErrorOut(error, '/', clock))
  socket.end(
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}\r\n` +
      'Content-Type: application/json\r\nConnection: close\r\n' +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}

function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    /^application\/([\w.-]+\+)?json\b/,
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, bytes: Buffer) =>
      bytes.length === 0 ? undefined : parseJson(bytes),
  )
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (request: FastifyRequest, text: string) => {
      if (!acceptsForm(request))
        throw httpErrors.unsupportedMediaType({ accepted: acceptedBy(request) })
      return Object.fromEntries(new URLSearchParams(text))
    },
  )
}

function acceptsForm(request: FastifyRequest): boolean {
  const { accepts } = request.routeOptions.config as { accepts?: readonly string[] }
  return accepts?.includes('form') ?? false
}

function acceptedBy(request: FastifyRequest): string {
  return acceptsForm(request)
    ? 'application/json or application/x-www-form-urlencoded'
    : 'application/json'
}

/** In a place of its own, where no body is parsed. */
function addBytesRoute(server: FastifyInstance, route: Route, options: HttpServerOptions): void {
  void server.register(async (place) => {
    place.removeAllContentTypeParsers()
    place.addContentTypeParser(
      '*',
      { parseAs: 'buffer' },
      async (_request: FastifyRequest, bytes: Buffer) => bytes,
    )
    addRoute(place, route, options)
  })
}

function addRoute(server: FastifyInstance, route: Route, options: HttpServerOptions): void {
  const validate = route.body === undefined ? undefined : compileValidator(route.body)
  const callers = new WeakMap<FastifyRequest, Caller>()
  const identify = identifierOf(route, options)
  server.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.bodyMax ?? BODY_MAX,
    config: { accepts: route.accepts ?? ['json'] },
    // Before the body is read: who may not call may not make the server parse either.
    ...((identify || route.isRecorded) && {
      onRequest: async (request: FastifyRequest) => {
        if (identify === undefined) watch(request, route.path, options.record)
        else callers.set(request, await identify(request))
      },
    }),
    handler: async (request, reply) => {
      // The Gift Cards API has words of its own for what does not exist.
      if (route.access !== 'client' && hasNul(request)) return sendNotFound(request, reply, options)
      const body = validate === undefined ? bytesOf(request) : checkBody(request.body, validate)
      let caller = callers.get(request)
      const input: RouteRequest = {
        get principal() {
          return required(caller?.principal, route)
        },
        get manager() {
          return required(caller?.manager, route)
        },
        get visitor() {
          return required(caller?.visitor, route)
        },
        async confirm() {
          if (identify !== undefined) caller = await identify(request)
        },
        get signal() {
          return signalOf(reply)
        },
        body,
        params: request.params as RouteRequest['params'],
        query: singleValues(request.query as Record<string, unknown>),
        headers: request.headers,
        address: request.ip,
      }
      const isWrite = route.method !== 'GET' && !route.isReading
      const manager = isWrite ? caller?.manager : undefined
      const answer =
        manager === undefined
          ? await route.handle(input)
          : await withRecord({
              ...{ audit: options.audit, route, request, manager },
              write: () => route.handle(input),
              refusal: (error) => toApiError(error, request, options),
            })
      if ('bytes' in answer) return sendPrepared(reply, answer)
      if ('content' in answer) return sendDownload(reply, answer)
      const { status = 200 } = route
      return 'html' in answer
        ? sendPage(reply, { status, ...answer })
        : send(reply, { ...answer, status })
    },
  })
}

/** No database keeps one, so nothing has such an id. */
function hasNul({ params }: FastifyRequest): boolean {
  return Object.values(params as Readonly<Record<string, string>>).some((id) => id.includes('\0'))
}

function signalOf({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  if (raw.closed) controller.abort()
  else raw.once('close', () => controller.abort())
  return controller.signal
}

/** What a route without a schema gets: the body of one that takes any, nothing otherwise. */
function bytesOf({ body }: FastifyRequest): Buffer | undefined {
  return Buffer.isBuffer(body) ? body : undefined
}

function checkBody(body: unknown, validate: Validate): unknown {
  const problem = validate(body ?? {})
  if (problem !== undefined) throw problem
  return body ?? {}
}

/** A parameter that is given twice counts with its first value. */
function singleValues(query: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value[0] : value) as string | undefined,
    ]),
  )
}

function answerErrors(server: FastifyInstance, options: HttpServerOptions): void {
  server.setErrorHandler((error, request, reply) => {
    const known = toApiError(error, request, options)
    if (known.status >= 500) logFailure(request, error)
    return send(reply, {
      status: known.status,
      body: toErrorOut(known, request.url, options.clock),
      headers: headersOf(known),
    })
  })

  server.setNotFoundHandler((request, reply) => sendNotFound(request, reply, options))
}

/** What is documented and has no cause beneath is no mistake of ours. */
function logFailure(request: FastifyRequest, error: unknown): void {
  const requestId = request.id
  if (error instanceof ApiError && error.cause === undefined) {
    request.log.warn({ code: error.code, requestId }, error.message)
  } else {
    request.log.error({ err: error, requestId }, 'failed')
  }
}

/** What the original's framework answers, with the envelope's keys so that both kinds of parser succeed. */
function sendNotFound(
  request: FastifyRequest,
  reply: FastifyReply,
  { clock, record }: Pick<HttpServerOptions, 'clock' | 'record'>,
): FastifyReply {
  // Whoever writes a program wants to see that it calls what there is not.
  if (!request.url.startsWith('/manage/')) watch(request, undefined, record)
  return send(reply, {
    status: 404,
    body: {
      timeStamp: formatWireTime(clock.now()),
      status: 404,
      error: 'Not Found',
      message: 'No message available',
      path: pathOf(request.url),
      errorCode: null,
      infoLink: null,
      details: [],
    } satisfies NotFoundOut,
  })
}

function headersOf({ status }: ApiError): Head['headers'] {
  if (status === 503 || status === 429) return { 'retry-after': '1' }
  return status === 401 ? { 'www-authenticate': 'Bearer' } : {}
}

function toApiError(
  error: unknown,
  request: FastifyRequest,
  { isUnavailable }: HttpServerOptions,
): ApiError {
  if (error instanceof ApiError) return error
  // Who hangs up while sending hears nothing; it is no failure of ours.
  if (error === request.raw.errored) return httpErrors.malformedBody({ reason: 'it ends early' })
  if (isUnavailable(error)) return httpErrors.unavailable()
  switch ((error as { code?: unknown }).code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return httpErrors.bodyTooLarge({ max: request.routeOptions.bodyLimit ?? BODY_MAX })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return httpErrors.unsupportedMediaType({ accepted: acceptedBy(request) })
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return httpErrors.malformedBody({ reason: 'it is not as long as Content-Length says' })
    default:
      return httpErrors.internal({ requestId: request.id })
  }
}

/** Sentences that name the field themselves need no details; recorded ones never have any. */
function toErrorOut(error: ApiError, url: string, clock: Clock): ErrorOut {
  const { field, message } = error
  return {
    timeStamp: formatWireTime(clock.now()),
    message,
    path: pathOf(url),
    errorCode: error.code,
    infoLink: null,
    details: field === undefined || message.includes(field) ? [] : [{ field }],
  }
}

function pathOf(url: string): string {
  const end = url.search(/[?#;]/)
  return end === -1 ? url : url.slice(0, end)
}

function addHealth(server: FastifyInstance, { isReady }: HttpServerOptions): void {
  server.get('/healthz', async (_request, reply) => send(reply, { body: { status: 'ok' } }))
  server.get('/readyz', async (_request, reply) => {
    const ready = await isReady()
    return send(reply, {
      status: ready ? 200 : 503,
      body: { status: ready ? 'ready' : 'the database does not answer' },
    })
  })
}

function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request
    // The route's own path: the token of a claim link is as good as its card.
    const path = request.routeOptions.url ?? 'unknown'
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    const { id: requestId } = request
    request.log.debug(
      { requestId, method, path, status: reply.statusCode, milliseconds },
      STATUS_CODES[reply.statusCode] ?? '',
    )
  })
}
