import Type, { type Static } from 'typebox'
import type { Owner } from '../../accounts/index.ts'
import { jsonNumber } from '../../core/decimal.ts'
import { Nullable } from '../../core/schema.ts'
import { eventIdOf } from '../../events/index.ts'
import { type Delivery, deliveryStates } from '../model.ts'
import { AttemptOut, Time, toAttemptOut } from '../schema.ts'
import type { ShownPart } from './service.ts'
import { COUNT_MAX, type EndpointHealth, type EventDelivery, RECENT_ATTEMPTS } from './store.ts'

export const AttemptListOut = Type.Object(
  {
    content: Type.Array(AttemptOut),
    hasMore: Type.Boolean({ description: 'Whether rows follow: those before `nextBefore`.' }),
    nextBefore: Nullable(
      Type.Integer(),
      'What to give as `before` for the next part. With a filter that hardly anything passes it can ' +
        'be there though the part is not full: so far was looked.',
    ),
  },
  { title: 'WebhookAttempts' },
)

const deliveryFields = {
  sequence: Type.Integer({ description: 'The event.' }),
  eventId: Type.String(),
  state: Type.Enum([...deliveryStates]),
  attempts: Type.Integer(),
  nextAttemptAt: Nullable(Type.String(), 'Of a pending one; ISO 8601, UTC.'),
  updatedAt: Time('When the last attempt ended'),
}

const DeliveryOut = Type.Object(deliveryFields, { title: 'WebhookDelivery' })

export const DeliveryListOut = Type.Object(
  {
    content: Type.Array(DeliveryOut),
    hasMore: Type.Boolean({ description: 'Whether rows follow.' }),
  },
  { title: 'WebhookDeliveries' },
)

export const EventDeliveryOut = Type.Object(
  { endpointId: Type.String(), url: Type.String(), ...deliveryFields },
  { title: 'EventDelivery' },
)

export const HealthOut = Type.Object(
  {
    endpointId: Type.String(),
    pending: Type.Integer({ description: `Events that are on their way, at most ${COUNT_MAX}.` }),
    failed: Type.Integer({ description: `Events that were given up, at most ${COUNT_MAX}.` }),
    attempts: Type.Integer({ description: `Of the last ${RECENT_ATTEMPTS} attempts.` }),
    delivered: Type.Integer({ description: 'How many of them were answered with a 2xx.' }),
    medianMilliseconds: Nullable(
      Type.Integer(),
      'What half of those that were answered took at most; null when none was.',
    ),
    lastAttemptAt: Nullable(Type.String(), 'ISO 8601, UTC.'),
  },
  { title: 'WebhookHealth' },
)

export function toAttemptListOut(
  { attempts, nextBefore }: ShownPart,
  owner: Owner,
): Static<typeof AttemptListOut> {
  return {
    content: attempts.map((attempt) => toAttemptOut(attempt, { owner })),
    hasMore: nextBefore !== null,
    nextBefore: nextBefore === null ? null : jsonNumber(nextBefore.toString()),
  }
}

export function toDeliveryOut(delivery: Delivery, owner: Owner): Static<typeof DeliveryOut> {
  const { sequence, state, attempts, dueAt, updatedAt } = delivery
  return {
    sequence: jsonNumber(sequence.toString()),
    eventId: eventIdOf({ owner, sequence }),
    state,
    attempts,
    nextAttemptAt: state === 'pending' ? dueAt.toISOString() : null,
    updatedAt: updatedAt.toISOString(),
  }
}

export function toEventDeliveryOut(
  delivery: EventDelivery,
  owner: Owner,
): Static<typeof EventDeliveryOut> {
  const { endpointId, url } = delivery
  return { endpointId, url, ...toDeliveryOut(delivery, owner) }
}

export function toHealthOut({
  lastAttemptAt,
  ...health
}: EndpointHealth): Static<typeof HealthOut> {
  return { ...health, lastAttemptAt: lastAttemptAt?.toISOString() ?? null }
}
