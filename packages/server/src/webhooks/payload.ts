import type { Owner } from '../accounts/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import {
  type Event,
  type EventType,
  exampleOf,
  isOrderEvent,
  type OrderDescription,
} from '../events/index.ts'
import { ORIGINAL_ORDER_EVENT } from './model.ts'

/**
 * The body that tells an event; the same bytes in every attempt.
 *
 * Orders are told in the form of the original, whose programs look for the same
 * facts in different places. No `id` is at the top, because some of them would
 * take it for that of the transaction.
 */
export function payloadOf(event: Pick<Event, 'owner' | 'type' | 'sequence' | 'data'>): Buffer {
  const { type, data } = event
  const liveMode = event.owner.mode === 'live'
  const sequence = jsonNumber(event.sequence.toString())
  if (!isOrderEvent(type)) {
    return Buffer.from(JSON.stringify({ type, liveMode, sequence, data }))
  }
  const { transactionId, customIdentifier, status } = data as OrderDescription
  const transaction = { id: transactionId, transactionId, customIdentifier, status }
  return Buffer.from(
    JSON.stringify({
      type: ORIGINAL_ORDER_EVENT,
      liveMode,
      data: { ...data, transaction },
      event: ORIGINAL_ORDER_EVENT,
      transactionId,
      customIdentifier,
      status,
      transaction,
      eventType: type,
      sequence,
    }),
  )
}

/** The body that tells a made-up event of a type. */
export function examplePayload(owner: Owner, type: EventType): Buffer {
  return payloadOf({ owner, sequence: 0n, type, data: exampleOf(type) })
}
