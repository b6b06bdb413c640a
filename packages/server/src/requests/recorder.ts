import type { Clock } from '../core/clock.ts'
import { readId } from '../core/ids.ts'
import { timeOfId } from '../core/timed-ids.ts'
import { type Database, isUnavailable, transact } from '../storage/database.ts'
import { type Admission, createAdmission, type OwnedOmission } from './admission.ts'
import {
  type Caller,
  type Description,
  type Exchange,
  isFailure,
  type LoggedExchange,
  REQUEST_PREFIX,
} from './model.ts'
import { cut, redactAnswer, redactBody, redactHeaders, redactQuery } from './redaction.ts'
import * as store from './store.ts'

/**
 * Takes answered requests into memory and writes them in bulk, behind the requests. What a process
 * holds when it is killed is lost: what was answered in the last quarter of a second.
 */
export interface Recorder {
  record(exchange: Exchange): void
  /** Resolves when everything that was recorded before the call is in the database. */
  flush(): Promise<void>
  start(): void
  /** Writes what is left. */
  stop(): Promise<void>
}

export interface RecorderDependencies {
  readonly database: Database
  readonly clock: Clock
  /** Whose request it is that nobody has been told of yet: it was refused, or asks for a token. */
  identify(exchange: Exchange): Caller | undefined | Promise<Caller | undefined>
  onError(error: unknown): void
  readonly admission?: Admission
}

const FLUSH_MS = 250

/** Bounds what waits while the database is away or slow; the rest is counted. */
const WAITING_MAX = 5_000

/** Bounds what waits to be told apart, which only paths that are no endpoint do. */
const UNIDENTIFIED_MAX = 100

/** Bounds one statement. */
const LOT = 500

interface Waiting {
  readonly caller: Caller
  readonly exchange: Exchange
  readonly description: Description
}

export function createRecorder(deps: RecorderDependencies): Recorder {
  const { database, clock, onError, admission = createAdmission() } = deps
  let waiting: Waiting[] = []
  const unidentified = new Set<Promise<void>>()
  /** Omissions that could not be written yet. */
  let omitted: readonly OwnedOmission[] = []
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  function record(exchange: Exchange): void {
    const caller = exchange.principal ?? deps.identify(exchange)
    if (caller instanceof Promise) takeLater(caller, exchange)
    else take(caller, exchange, exchange.describe)
  }

  function take(caller: Caller | undefined, exchange: Exchange, describe: () => Description): void {
    if (caller === undefined) return
    const { status } = exchange
    if (!admission.admit(caller, status, clock.now().getTime())) return
    if (waiting.length >= WAITING_MAX) admission.omit(caller, status)
    else waiting.push({ caller, exchange, description: describe() })
  }

  function takeLater(caller: Promise<Caller | undefined>, exchange: Exchange): void {
    if (unidentified.size >= UNIDENTIFIED_MAX) return
    // By then the connection may be gone, and with it where the request came from.
    const description = exchange.describe()
    const taken: Promise<void> = caller
      .then((found) => take(found, exchange, () => description))
      .catch(onError)
      .finally(() => unidentified.delete(taken))
    unidentified.add(taken)
  }

  async function write(): Promise<void> {
    omitted = [...omitted, ...admission.takeOmissions()]
    const lot = waiting.splice(0, LOT)
    if (lot.length === 0 && omitted.length === 0) return
    const counted = omitted
    omitted = []
    try {
      await writeDown(database, lot.map(toRow), counted, clock.now())
    } catch (error) {
      omitted = [...counted, ...omitted]
      if (isUnavailable(error)) waiting = [...lot, ...waiting]
      // What cannot be written now can never be, and would keep all others from it.
      else for (const { caller, exchange } of lot) admission.omit(caller, exchange.status)
      throw error
    }
    if (waiting.length > 0) await write()
  }

  /** One at a time, so that a slow database is not asked for more. */
  function flush(): Promise<void> {
    const next = Promise.all([writing, ...unidentified]).then(write)
    writing = next.catch(() => undefined)
    return next
  }

  let isWriting = false
  async function tick(): Promise<void> {
    if (isWriting) return
    isWriting = true
    await flush()
      .catch(onError)
      .finally(() => {
        isWriting = false
      })
  }

  return {
    record,
    flush,
    start() {
      timer = setInterval(() => void tick(), FLUSH_MS).unref()
    },
    async stop() {
      clearInterval(timer)
      await flush().catch(onError)
    },
  }
}

async function writeDown(
  database: Database,
  rows: readonly LoggedExchange[],
  omissions: readonly OwnedOmission[],
  now: Date,
): Promise<void> {
  await transact(database, async (tx) => {
    const relaxed = store.relaxCommit(tx)
    const inserted = rows.length > 0 && store.insertRequests(tx, rows)
    const counted = omissions.length > 0 && store.addOmissions(tx, omissions, now)
    await Promise.all([relaxed, inserted, counted])
  })
}

function toRow({ caller, exchange, description }: Waiting): LoggedExchange {
  const { accountId, mode, clientId } = caller
  const { id, route, status, milliseconds } = exchange
  const { method, url, headers, address } = description
  const [path = '', query = ''] = splitUrl(url)
  const answer = readAnswer(exchange.responseBody)
  return {
    accountId,
    mode,
    clientId,
    id,
    at: timeOfId(REQUEST_PREFIX, id) ?? new Date(0),
    method,
    route: route ?? null,
    path: cut(path, PATH_MAX),
    query: redactQuery(query, mode),
    status,
    milliseconds: Math.round(milliseconds * 100) / 100,
    errorCode: typeof answer.errorCode === 'string' ? answer.errorCode : null,
    orderId: orderOf(exchange, description, answer),
    address,
    userAgent: cut(String(headers['user-agent'] ?? ''), USER_AGENT_MAX),
    headers: redactHeaders(headers),
    requestBody: redactBody(exchange.requestBody, mode),
    responseBody: redactAnswer(exchange.responseBody, mode),
  }
}

const PATH_MAX = 500
const USER_AGENT_MAX = 300

function splitUrl(url: string): [string, string] {
  const start = url.indexOf('?')
  return start === -1 ? [url, ''] : [url.slice(0, start), url.slice(start + 1)]
}

type Answer = Readonly<Record<string, unknown>>

function readAnswer(body: string | Buffer | undefined): Answer {
  if (typeof body !== 'string' || body[0] !== '{') return {}
  return JSON.parse(body) as Answer
}

/** The order that a request placed, or that its path names. */
function orderOf(
  { route, status }: Exchange,
  { params }: Description,
  { transactionId }: Answer,
): bigint | null {
  if (params.transactionId !== undefined) return readId(params.transactionId) ?? null
  const isPlaced = route === '/orders' && !isFailure(status) && typeof transactionId === 'number'
  return isPlaced ? BigInt(transactionId) : null
}
