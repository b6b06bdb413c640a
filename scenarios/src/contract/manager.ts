import { expect } from 'vitest'
import { expectAnswer } from './assertions.ts'
import { createSender, type Exchange } from './caller.ts'
import { placeOrder, type Transaction } from './order.ts'
import { callerOf, theOperator, theWorld } from './world.ts'

export const JSON_TYPE = 'application/json'
export const ISO_TIME: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface Sent {
  /** Sent as it is when it is a text or bytes, as JSON otherwise. */
  readonly body?: unknown
  readonly contentType?: string
  /** The demo account's by default, which is good for everything; null for none. */
  readonly token?: string | null
  /** Instead of a token: the headers of somebody who is signed in. */
  readonly person?: Readonly<Record<string, string>>
}

/** Sends a request of the Management API, such as `GET /manage/v1/events`. */
export function manage(line: `${Method} ${string}`, sent: Sent = {}): Promise<Exchange> {
  const { origin, check } = theWorld()
  const { body, contentType = JSON_TYPE, person } = sent
  const { token = theOperator().server.info.manageToken } = sent
  const [method, path = ''] = line.split(' ') as [Method, string?]
  const bytes =
    body === undefined || Buffer.isBuffer(body)
      ? body
      : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return createSender({ origin, check }).send({
    method,
    path,
    headers: {
      ...(person ?? (token !== null && { authorization: `Bearer ${token}` })),
      ...(bytes && { 'content-type': contentType, 'content-length': `${bytes.length}` }),
    },
    ...(bytes && { body: bytes }),
  })
}

export interface Event {
  readonly sequence: number
  readonly type: string
}

interface Feed {
  readonly content: readonly Event[]
  readonly lastSequence: number
  readonly hasMore: boolean
}

/** Placed orders after an event; messages about earlier ones may be told at any time. */
export async function readPlaced(after: number, more = ''): Promise<Feed> {
  const line = `GET /manage/v1/events?types=order.successful&after=${after}${more}` as const
  return expectAnswer<Feed>(await manage(line), JSON_TYPE).body
}

/** The number of the last event. */
export async function lastEvent(): Promise<number> {
  for (let after = 0; ; ) {
    const { lastSequence, hasMore } = await readPlaced(after)
    if (!hasMore) return lastSequence
    after = lastSequence
  }
}

/** Places an order in the demo account. */
export async function order(fields: object = {}): Promise<Transaction> {
  return placeOrder(await callerOf({ dialect: '2022-06' }), fields)
}

/** The same, with the event that tells of it. */
export async function orderWithEvent(): Promise<{ transaction: Transaction; event: Event }> {
  const after = await lastEvent()
  const transaction = await order()
  const { content } = await readPlaced(after)
  const [event] = content
  if (event === undefined || content.length > 1) throw new Error('One order has one event')
  return { transaction, event }
}
