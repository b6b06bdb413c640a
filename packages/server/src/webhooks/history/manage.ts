import Type from 'typebox'
import { ModeIn } from '../../accounts/index.ts'
import { inputErrors } from '../../core/errors.ts'
import { readId } from '../../core/ids.ts'
import { eventErrors, eventTypes } from '../../events/index.ts'
import {
  integerOf,
  manageRoute,
  ownerOf,
  type Route,
  sequenceOf,
  wordOf,
} from '../../http/index.ts'
import { idOf, ofEndpoint } from '../manage.ts'
import { deliveryStates } from '../model.ts'
import {
  AttemptListOut,
  DeliveryListOut,
  EventDeliveryOut,
  HealthOut,
  toAttemptListOut,
  toDeliveryOut,
  toEventDeliveryOut,
  toHealthOut,
} from './schema.ts'
import type { History } from './service.ts'

const json = (schema: Type.TSchema) => ({ 'application/json': schema })

const LIMIT = { min: 1, max: 200, fallback: 50 }

const partQuery = {
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only rows before this one.' })),
  limit: Type.Optional(
    Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
  ),
  mode: ModeIn,
}

type Query = Readonly<Record<string, string | undefined>>

const partOf = (query: Query) => ({
  before: sequenceOf(query, 'before'),
  limit: integerOf(query, 'limit', LIMIT),
})

/** What has become of sending events, in the Management API. */
export function historyRoutes(history: History): Route[] {
  return [...endpointRoutes(history), ...overviewRoutes(history)]
}

const outcomes = { delivered: true, failed: false } as const

function endpointRoutes(history: History): Route[] {
  return [
    manageRoute({
      ...ofEndpoint,
      method: 'GET',
      path: '/manage/v1/webhook-endpoints/:endpointId/attempts',
      scope: 'webhooks:read',
      operationId: 'listWebhookAttempts',
      tag: 'Webhooks',
      summary: 'List attempts',
      description: 'Every request to an endpoint of the last 30 days, the newest first.',
      query: {
        outcome: Type.Optional(Type.Enum(['delivered', 'failed'])),
        type: Type.Optional(Type.Enum([...eventTypes])),
        sequence: Type.Optional(Type.Integer({ minimum: 1, description: 'Of one event.' })),
        ...partQuery,
      },
      response: json(AttemptListOut),
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        const outcome = wordOf(query, 'outcome', ['delivered', 'failed'])
        const filter = {
          isDelivered: outcome && outcomes[outcome],
          type: wordOf(query, 'type', eventTypes),
          sequence: sequenceOf(query, 'sequence'),
        }
        const part = await history.listAttempts(owner, idOf(params), filter, partOf(query))
        return { body: toAttemptListOut(part, owner) }
      },
    }),
    manageRoute({
      ...ofEndpoint,
      method: 'GET',
      path: '/manage/v1/webhook-endpoints/:endpointId/deliveries',
      scope: 'webhooks:read',
      operationId: 'listWebhookDeliveries',
      tag: 'Webhooks',
      summary: 'List deliveries',
      description: 'What became of each event that the endpoint asked for, the newest first.',
      query: { state: Type.Optional(Type.Enum([...deliveryStates])), ...partQuery },
      response: json(DeliveryListOut),
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        const state = wordOf(query, 'state', deliveryStates)
        const { before, limit } = partOf(query)
        // One row more than is shown tells whether there are more.
        const part = { before, limit: limit + 1 }
        const rows = await history.listDeliveries(owner, idOf(params), state, part)
        const content = rows.slice(0, limit).map((row) => toDeliveryOut(row, owner))
        return { body: { content, hasMore: rows.length > limit } }
      },
    }),
  ]
}

function overviewRoutes(history: History): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/events/:sequence/deliveries',
      scope: 'webhooks:read',
      operationId: 'listEventDeliveries',
      tag: 'Webhooks',
      summary: 'List where an event was sent',
      description: 'Its way to each endpoint that asked for it.',
      params: { sequence: Type.Integer({ minimum: 1, examples: [1] }) },
      query: { mode: ModeIn },
      response: json(Type.Array(EventDeliveryOut)),
      errors: [eventErrors.eventNotFound, inputErrors.invalidField],
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        const ways = await history.listEventDeliveries(owner, readId(params.sequence))
        return { body: ways.map((way) => toEventDeliveryOut(way, owner)) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/webhook-health',
      scope: 'webhooks:read',
      operationId: 'listWebhookHealth',
      tag: 'Webhooks',
      summary: 'See how the webhook endpoints do',
      description: 'What waits, what was given up, and how the last attempts went, by endpoint.',
      query: { mode: ModeIn },
      response: json(Type.Array(HealthOut)),
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const health = await history.listHealth(ownerOf(manager, query.mode))
        return { body: health.map(toHealthOut) }
      },
    }),
  ]
}
