import Type from 'typebox'
import { ModeIn } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { integerOf, manageRoute, ownerOf, type Route, sequenceOf } from '../http/index.ts'
import { eventErrors } from './errors.ts'
import {
  EventHistoryOut,
  EventOut,
  EventPageOut,
  EventTypeOut,
  readTypes,
  toEventHistoryOut,
  toEventOut,
  toEventPageOut,
} from './schema.ts'
import type { Events } from './service.ts'
import { describeEvents } from './shapes.ts'

const LIMIT = { min: 1, max: 1_000, fallback: 100 }
const BACK = { min: 1, max: 200, fallback: 50 }
const WAIT_SECONDS = { min: 0, max: 30, fallback: 0 }

/**
 * The event feed in the Management API.
 *
 * @param transaction schema of an order, as the wire shows it
 */
export function eventRoutes(events: Events, transaction: Type.TSchema): Route[] {
  return [...feedRoutes(events), ...browsingRoutes(events), typesRoute(transaction)]
}

function typesRoute(transaction: Type.TSchema): Route {
  const types = describeEvents(transaction)
  return manageRoute({
    method: 'GET',
    path: '/manage/v1/event-types',
    scope: 'events:read',
    operationId: 'listEventTypes',
    tag: 'Events',
    summary: 'List the types of events',
    description: 'What can happen, with the JSON Schema of what an event of the type says.',
    query: { mode: ModeIn },
    response: { 'application/json': Type.Array(EventTypeOut) },
    errors: [inputErrors.invalidField],
    handle: async ({ manager, query }) => {
      ownerOf(manager, query.mode)
      return { body: types }
    },
  })
}

function feedRoutes(events: Events): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/events',
      scope: 'events:read',
      operationId: 'listEvents',
      tag: 'Events',
      summary: 'Follow events',
      description:
        'Events after a number, in their order. An order that was answered before the request is ' +
        'among them. With `wait`, a request without news is answered as soon as there are any.',
      query: {
        after: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
        limit: Type.Optional(
          Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
        ),
        types: Type.Optional(
          Type.String({
            description: 'Only these types, separated by commas.',
            examples: ['order.successful,order.failed'],
          }),
        ),
        wait: Type.Optional(
          Type.Integer({
            minimum: WAIT_SECONDS.min,
            maximum: WAIT_SECONDS.max,
            default: WAIT_SECONDS.fallback,
            description: 'How many seconds to wait for news.',
          }),
        ),
        mode: ModeIn,
      },
      response: { 'application/json': EventPageOut },
      errors: [inputErrors.invalidField, eventErrors.tooManyWaiting],
      handle: async (request) => {
        const { query, signal } = request
        const owner = ownerOf(request.manager, query.mode)
        const types = readTypes(query.types)
        const feedQuery = {
          after: sequenceOf(query, 'after') ?? 0n,
          limit: integerOf(query, 'limit', LIMIT),
          ...(types !== undefined && { types }),
        }
        const milliseconds = integerOf(query, 'wait', WAIT_SECONDS) * 1_000
        if (milliseconds === 0) return { body: toEventPageOut(await events.read(owner, feedQuery)) }
        const page = await events.waitAndRead(owner, feedQuery, { milliseconds, signal })
        // A token can be revoked and a role be taken away in half a minute.
        await request.confirm()
        ownerOf(request.manager, query.mode)
        return { body: toEventPageOut(page) }
      },
    }),
  ]
}

function browsingRoutes(events: Events): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/events/recent',
      scope: 'events:read',
      operationId: 'listRecentEvents',
      tag: 'Events',
      summary: 'Look back at events',
      description: 'The newest first, for people; programs follow the feed.',
      query: {
        before: Type.Optional(
          Type.Integer({ minimum: 1, description: 'Only events with lower numbers.' }),
        ),
        limit: Type.Optional(
          Type.Integer({ minimum: BACK.min, maximum: BACK.max, default: BACK.fallback }),
        ),
        types: Type.Optional(
          Type.String({ description: 'Only these types, separated by commas.' }),
        ),
        mode: ModeIn,
      },
      response: { 'application/json': EventHistoryOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const page = await events.readBack(ownerOf(manager, query.mode), {
          before: sequenceOf(query, 'before'),
          limit: integerOf(query, 'limit', BACK),
          types: readTypes(query.types),
        })
        return { body: toEventHistoryOut(page) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/events/:sequence',
      scope: 'events:read',
      operationId: 'getEvent',
      tag: 'Events',
      summary: 'Get one event',
      description: 'The event with this number.',
      params: { sequence: Type.Integer({ minimum: 1, examples: [1] }) },
      query: { mode: ModeIn },
      response: { 'application/json': EventOut },
      errors: [eventErrors.eventNotFound, inputErrors.invalidField],
      handle: async ({ manager, params, query }) => ({
        body: toEventOut(await events.get(ownerOf(manager, query.mode), readId(params.sequence))),
      }),
    }),
  ]
}
