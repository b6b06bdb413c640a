import { readId } from '../core/ids.ts'
import { timeOfId } from '../core/timed-ids.ts'
import { type Database, isUnavailable, transact } from '../storage/database.ts'
import { createAdmission, type OwnedOmission } from './admission.ts'
import { createIntake, type IntakeDependencies, type Waiting } from './intake.ts'
import {
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

export interface RecorderDependencies extends Omit<IntakeDependencies, 'admission'> {
  readonly database: Database
}

const FLUSH_MS = 250

/** Bounds one statement. */
const LOT = 500

export function createRecorder(deps: RecorderDependencies): Recorder {
  const { database, clock, onError } = deps
  const admission = createAdmission()
  const intake = createIntake({ ...deps, admission })
  /** Omissions that could not be written yet. */
  let omitted: readonly OwnedOmission[] = []
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  let isWriting = false

  async function write(): Promise<void> {
    await intake.settled()
    const lot = intake.take(LOT)
    const counted = [...omitted, ...admission.takeOmissions()]
    if (lot.length === 0 && counted.length === 0) return
    omitted = []
    try {
      await writeDown(database, lot.flatMap(toRowOrNothing), counted, clock.now())
    } catch (error) {
      omitted = [...counted, ...omitted]
      if (isUnavailable(error)) intake.giveBack(lot)
      // What cannot be written now can never be, and would keep all others from it.
      else for (const { caller, exchange } of lot) admission.omit(caller, exchange.status)
      throw error
    }
    if (!intake.isEmpty) await write()
  }

  /** What cannot be described is counted, and keeps no other from being written. */
  function toRowOrNothing(one: Waiting): LoggedExchange[] {
    try {
      return [toRow(one)]
    } catch (error) {
      admission.omit(one.caller, one.exchange.status)
      onError(error)
      return []
    }
  }

  /** One at a time, so that a slow database is not asked for more. */
  function flush(): Promise<void> {
    const next = writing.then(write)
    writing = next.catch(() => undefined)
    return next
  }

  async function tick(): Promise<void> {
    if (isWriting) return
    isWriting = true
    await flush().catch(onError)
    isWriting = false
  }

  return {
    record: intake.record,
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
    errorCode: errorCodeOf(exchange),
    orderId: orderOf(exchange, description),
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

/** Of a refusal that has one. */
function errorCodeOf({ status, responseBody }: Exchange): string | null {
  if (!isFailure(status) || typeof responseBody !== 'string') return null
  const { errorCode } = JSON.parse(responseBody) as { readonly errorCode?: unknown }
  return typeof errorCode === 'string' ? errorCode : null
}

/** How the answer to an order begins, which need not be read for it. */
const PLACED = /^\{"transactionId":(\d+),/

/** The order that a request placed, or that its path names. */
function orderOf(
  { route, status, responseBody }: Exchange,
  { params }: Description,
): bigint | null {
  if (params.transactionId !== undefined) return readId(params.transactionId) ?? null
  if (route !== '/orders' || isFailure(status) || typeof responseBody !== 'string') return null
  return readId(PLACED.exec(responseBody)?.[1]) ?? null
}
