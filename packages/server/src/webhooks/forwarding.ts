import type { Mode } from '../accounts/index.ts'
import { parseJsonExactly } from '../core/decimal.ts'
import type { EventType } from '../events/index.ts'
import { payloadOf } from './payload.ts'
import { signHeaders } from './signing.ts'

/** An event as the feed's answer has it; numbers as they were written. */
export interface FeedEvent {
  readonly sequence: number
  readonly id: string
  readonly type: EventType
  readonly mode: Mode
  readonly createdAt: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Feed {
  readonly content: readonly FeedEvent[]
  readonly lastSequence: number
}

/** Reads an answer of `GET /manage/v1/events` so that its events can be forwarded unchanged. */
export function readFeed(text: string): Feed {
  const { content, lastSequence } = parseJsonExactly(text) as Feed
  return {
    content: content.map((event) => ({ ...event, sequence: toNumber(event.sequence) })),
    lastSequence: toNumber(lastSequence),
  }
}

const toNumber = (exact: unknown) => Number(JSON.stringify(exact))

/** The request that a webhook endpoint would get for this event. */
export function webhookOf(event: FeedEvent, secret: string, at: Date) {
  const { id, type, data } = event
  const sequence = BigInt(event.sequence)
  const body = payloadOf({ owner: { accountId: 0n, mode: event.mode }, type, sequence, data })
  const signatures = signHeaders({ id, body, at, secrets: [secret] })
  return { headers: { 'Content-Type': 'application/json', ...signatures }, body }
}
