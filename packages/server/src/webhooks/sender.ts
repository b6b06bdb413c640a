import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Duplex } from 'node:stream'
import { version } from '../version.ts'
import { type AddressPolicy, checkUrl, createLookup, type Resolve } from './addresses.ts'
import { explain, explainTimeout, type Failure } from './failures.ts'

/** The most that is read of an answer; a longer one loses its connection. */
const ANSWER_BYTES_MAX = 64 * 1024
/** The most that is kept of it. */
const EXCERPT_BYTES_MAX = 4 * 1024
const HEADER_LENGTH_MAX = 2_000
/** Connections that wait for the next delivery to their host, over all hosts, and how long. */
const IDLE_MAX = 256
const IDLE_MS_MAX = 4_000

const keptHeaders = ['content-type', 'retry-after', 'location'] as const

/** What is sent in one attempt. */
export interface Delivery {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/**
 * What became of one attempt. Either `status` or `error` is null: an endpoint
 * that has sent the head of its answer has answered, however the body ends.
 */
export interface Outcome {
  /** Whether the endpoint took the event: its status is 2xx. */
  readonly isDelivered: boolean
  readonly status: number | null
  readonly headers: Readonly<Partial<Record<(typeof keptHeaders)[number], string>>>
  /** The beginning of the answer, from its first 4 KiB, as text that PostgreSQL can keep. */
  readonly body: string
  readonly error: Failure | null
  readonly milliseconds: number
}

export interface SenderOptions extends AddressPolicy {
  /** For all of an attempt: waiting for a connection, making one, sending, the whole answer. */
  readonly timeoutMs?: number
  /** The most connections to one host and port; an attempt that finds none free waits for one. */
  readonly connectionsPerHost?: number
  readonly resolve?: Resolve
}

/** Sends deliveries over connections that it keeps. */
export interface Sender {
  /** Makes one attempt, in `timeoutMs` at most. It never rejects and follows no redirect. */
  send(delivery: Delivery): Promise<Outcome>
  /** Resolves when every attempt under way has its outcome; then no connection is left. */
  close(): Promise<void>
}

/**
 * Sends with Node's own client. undici took 100 µs of a processor for a signed
 * delivery where this takes 115, too little for one more dependency.
 */
export function createSender({
  allowPrivate,
  isReceiver,
  timeoutMs = 5_000,
  connectionsPerHost = 64,
  resolve,
}: SenderOptions): Sender {
  const policy = { allowPrivate, isReceiver }
  const lookup = createLookup(policy, resolve)
  const options = { keepAlive: true, maxSockets: connectionsPerHost, timeout: IDLE_MS_MAX }
  const makeAgents = () => ({ http: new http.Agent(options), https: new https.Agent(options) })
  // Connections to receivers are made without the lookup, so nothing else may use them.
  const [agents, receiverAgents] = [makeAgents(), makeAgents()]
  const allAgents = [...Object.values(agents), ...Object.values(receiverAgents)]
  for (const agent of allAgents) boundIdle(agent)
  const underWay = new Set<Promise<Outcome>>()

  async function exchange(delivery: Delivery, deadline: AbortSignal): Promise<Answer> {
    const url = checkUrl(delivery.url, policy)
    if (!(url instanceof URL)) return unanswered({ kind: 'address', message: url.message })
    const isOwn = isReceiver?.(url) ?? false
    const { http, https } = isOwn ? receiverAgents : agents
    const agent = url.protocol === 'https:' ? https : http
    const request = { url, delivery, lookup: isOwn ? undefined : lookup, deadline }
    let reply = await ask({ ...request, agent })
    // A kept connection may have been closed while the request was on its way.
    if ('failure' in reply && reply.isStale) {
      reply = await ask({ ...request, agent: false })
    }
    return 'failure' in reply ? unanswered(reply.failure) : reply
  }

  async function attempt(delivery: Delivery): Promise<Outcome> {
    const since = performance.now()
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), timeoutMs)
    const answer = await exchange(delivery, deadline.signal)
    clearTimeout(timer)
    return { ...answer, milliseconds: Math.round(performance.now() - since) }
  }

  return {
    send(delivery) {
      const outcome = attempt(delivery)
      underWay.add(outcome)
      void outcome.then(() => underWay.delete(outcome))
      return outcome
    },
    async close() {
      await Promise.all(underWay)
      for (const agent of allAgents) agent.destroy()
    },
  }
}

type Answer = Omit<Outcome, 'milliseconds'>

function unanswered(error: Failure): Answer {
  return { isDelivered: false, status: null, headers: {}, body: '', error }
}

interface Request {
  readonly url: URL
  readonly delivery: Delivery
  /** Undefined for the system's, which refuses nothing. */
  readonly lookup: LookupFunction | undefined
  /** False for a connection of its own. */
  readonly agent: http.Agent | false
  readonly deadline: AbortSignal
}

interface NoReply {
  readonly failure: Failure
  /** Whether the connection had been kept and was closed without a byte of an answer. */
  readonly isStale: boolean
}

/** Sends a request; resolves with the answer, or with why there is none. */
function ask({ url, delivery, lookup, agent, deadline }: Request): Promise<Answer | NoReply> {
  return new Promise<Answer | NoReply>((resolve) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: {
        ...delivery.headers,
        'Content-Type': 'application/json',
        'User-Agent': `OpenScrip/${version}`,
      },
      agent,
      ...(lookup && { lookup }),
      // Whatever the environment says.
      rejectUnauthorized: true,
    })
    const fail = (failure: Failure, isStale = false) => resolve({ failure, isStale })
    let isHandshaking = false
    // More than none on a kept connection, also where Node's `reusedSocket` misses that it is one.
    let bytesBefore = 0
    request.on('socket', (socket) => {
      bytesBefore = socket.bytesRead
      if (bytesBefore > 0 || url.protocol !== 'https:') return
      socket.once('connect', () => {
        isHandshaking = true
      })
      socket.once('secureConnect', () => {
        isHandshaking = false
      })
    })
    request.on('response', (response) => resolve(readAnswer(response)))
    request.on('upgrade', (response, socket) => {
      resolve(readAnswer(response))
      socket.destroy()
    })
    request.on('error', (error) => {
      const failure = explain(error, isHandshaking)
      const isSilent = request.socket?.bytesRead === bytesBefore
      fail(failure, bytesBefore > 0 && isSilent && failure.kind === 'reset')
    })
    // A request that still waits for a connection emits nothing when it is destroyed.
    deadline.addEventListener('abort', () => {
      fail(explainTimeout(request.socket))
      request.destroy()
    })
    request.end(delivery.body)
  }).catch((error: Error): NoReply => ({ failure: explain(error, false), isStale: false }))
}

/** Reads the answer as far as it is wanted; one that breaks off is as good as one that ends. */
function readAnswer(response: http.IncomingMessage): Promise<Answer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    response.on('data', (chunk: Buffer) => {
      if (bytes < EXCERPT_BYTES_MAX) chunks.push(chunk)
      bytes += chunk.length
      if (bytes > ANSWER_BYTES_MAX) response.destroy()
    })
    response.on('error', () => {})
    response.on('close', () => {
      const status = response.statusCode ?? 0
      resolve({
        isDelivered: status >= 200 && status < 300,
        status,
        headers: pickHeaders(response.headers),
        body: excerpt(Buffer.concat(chunks)),
        error: null,
      })
    })
  })
}

function pickHeaders(headers: http.IncomingHttpHeaders): Outcome['headers'] {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, value.slice(0, HEADER_LENGTH_MAX)]]
    }),
  )
}

/** A character that the cut goes through is left out; PostgreSQL's text holds no NUL. */
function excerpt(bytes: Buffer): string {
  const start = bytes.subarray(0, EXCERPT_BYTES_MAX)
  return new TextDecoder().decode(start, { stream: true }).replaceAll('\0', '')
}

/** Keeps the idle connections of an agent few: it bounds them by host, and hosts are many. */
function boundIdle(agent: http.Agent): void {
  // Declared to answer nothing; the documentation says what it answers.
  const keep = agent.keepSocketAlive.bind(agent) as (socket: Duplex) => boolean
  agent.keepSocketAlive = (socket) => countIdle(agent) < IDLE_MAX && keep(socket)
}

function countIdle(agent: http.Agent): number {
  return Object.values(agent.freeSockets).reduce((sum, sockets) => sum + (sockets?.length ?? 0), 0)
}
