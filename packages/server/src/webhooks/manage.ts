import Type from 'typebox'
import { ModeIn } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { eventErrors, eventTypes } from '../events/index.ts'
import { integerOf, manageRoute, ownerOf, type Route, sequenceOf, wordOf } from '../http/index.ts'
import { webhookErrors } from './errors.ts'
import { deliveryStates } from './model.ts'
import {
  AttemptOut,
  DeliveryOut,
  EndpointChangeIn,
  EndpointIn,
  EndpointOut,
  ExampleIn,
  listOf,
  NewEndpointOut,
  ResendIn,
  ResendOut,
  RotationIn,
  readChange,
  readEvents,
  readRange,
  SecretOut,
  toAttemptOut,
  toDeliveryOut,
  toEndpointOut,
} from './schema.ts'
import type { Endpoints } from './service.ts'

const PATH = '/manage/v1/webhook-endpoints'

const json = (schema: Type.TSchema) => ({ 'application/json': schema })

const ofEndpoint = {
  params: { endpointId: Type.String({ examples: ['we_4Hk9sQpX2mVbT7cL'] }) },
  query: { mode: ModeIn },
  errors: [webhookErrors.endpointNotFound, inputErrors.invalidField],
} as const

/** Webhook endpoints in the Management API. */
export function webhookRoutes(endpoints: Endpoints): Route[] {
  return [
    ...collectionRoutes(endpoints),
    ...endpointRoutes(endpoints),
    ...secretRoutes(endpoints),
    ...historyRoutes(endpoints),
    ...resendRoutes(endpoints),
  ]
}

function collectionRoutes(endpoints: Endpoints): Route[] {
  return [
    manageRoute({
      method: 'POST',
      path: PATH,
      scope: 'webhooks:write',
      operationId: 'createWebhookEndpoint',
      tag: 'Webhooks',
      summary: 'Make a webhook endpoint',
      description: 'It gets what happens from now on. The secret that signs is in the answer.',
      body: EndpointIn,
      status: 201,
      response: json(NewEndpointOut),
      errors: [webhookErrors.invalidUrl, webhookErrors.tooManyEndpoints],
      handle: async ({ manager, body }) => {
        const { endpoint, secret } = await endpoints.create(ownerOf(manager, body.mode), {
          url: body.url,
          events: readEvents(body.events),
          description: body.description ?? null,
        })
        return { body: { ...toEndpointOut(endpoint), secret } }
      },
    }),
    manageRoute({
      method: 'GET',
      path: PATH,
      scope: 'webhooks:read',
      operationId: 'listWebhookEndpoints',
      tag: 'Webhooks',
      summary: 'List webhook endpoints',
      description: 'Those of one mode, in the order in which they were made.',
      query: { mode: ModeIn },
      response: json(Type.Array(EndpointOut)),
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const own = await endpoints.list(ownerOf(manager, query.mode))
        return { body: own.map(toEndpointOut) }
      },
    }),
  ]
}

function endpointRoutes(endpoints: Endpoints): Route[] {
  return [
    manageRoute({
      ...ofEndpoint,
      method: 'GET',
      path: `${PATH}/:endpointId`,
      scope: 'webhooks:read',
      operationId: 'getWebhookEndpoint',
      tag: 'Webhooks',
      summary: 'Get a webhook endpoint',
      description: 'As it is now, without its secret.',
      response: json(EndpointOut),
      handle: async ({ manager, query, params }) => ({
        body: toEndpointOut(await endpoints.get(ownerOf(manager, query.mode), idOf(params))),
      }),
    }),
    manageRoute({
      ...ofEndpoint,
      method: 'PATCH',
      path: `${PATH}/:endpointId`,
      scope: 'webhooks:write',
      operationId: 'updateWebhookEndpoint',
      tag: 'Webhooks',
      summary: 'Change a webhook endpoint',
      description:
        'Changes the fields that are given. An endpoint that is enabled again gets what it missed.',
      body: EndpointChangeIn,
      response: json(EndpointOut),
      errors: [...ofEndpoint.errors, webhookErrors.invalidUrl],
      handle: async ({ manager, query, params, body }) => {
        const owner = ownerOf(manager, query.mode)
        return {
          body: toEndpointOut(await endpoints.update(owner, idOf(params), readChange(body))),
        }
      },
    }),
    manageRoute({
      ...ofEndpoint,
      method: 'DELETE',
      path: `${PATH}/:endpointId`,
      scope: 'webhooks:write',
      operationId: 'deleteWebhookEndpoint',
      tag: 'Webhooks',
      summary: 'Delete a webhook endpoint',
      description: 'Nothing is sent to it any more.',
      status: 204,
      response: {},
      handle: async ({ manager, query, params }) => {
        await endpoints.delete(ownerOf(manager, query.mode), idOf(params))
        return { body: undefined }
      },
    }),
  ]
}

function secretRoutes(endpoints: Endpoints): Route[] {
  return [
    manageRoute({
      ...ofEndpoint,
      method: 'GET',
      path: `${PATH}/:endpointId/secret`,
      scope: 'webhooks:write',
      operationId: 'getWebhookSecret',
      tag: 'Webhooks',
      summary: 'Get the secret of a webhook endpoint',
      description: 'What its deliveries are signed with.',
      response: json(SecretOut),
      handle: async ({ manager, query, params }) => ({
        body: {
          secret: await endpoints.revealSecret(ownerOf(manager, query.mode), idOf(params)),
        },
      }),
    }),
    manageRoute({
      ...ofEndpoint,
      method: 'POST',
      path: `${PATH}/:endpointId/rotate-secret`,
      scope: 'webhooks:write',
      operationId: 'rotateWebhookSecret',
      tag: 'Webhooks',
      summary: 'Rotate the secret of a webhook endpoint',
      description:
        'Deliveries are signed with the new secret from now on. In `webhook-signature` the one ' +
        'before signs as well for the overlap; `X-Reloadly-Signature` has room for one.',
      body: RotationIn,
      response: json(NewEndpointOut),
      handle: async ({ manager, query, params, body }) => {
        const { endpoint, secret } = await endpoints.rotateSecret(
          ownerOf(manager, query.mode),
          idOf(params),
          body.overlapSeconds ?? OVERLAP_SECONDS,
        )
        return { body: { ...toEndpointOut(endpoint), secret } }
      },
    }),
  ]
}

const OVERLAP_SECONDS = 86_400

const LIMIT = { min: 1, max: 200, fallback: 50 }

const partQuery = {
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only rows before this one.' })),
  limit: Type.Optional(
    Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
  ),
  mode: ModeIn,
}

type Query = Readonly<Record<string, string | undefined>>

/** One row more than is shown tells whether there are more. */
const partOf = (query: Query) => {
  const limit = integerOf(query, 'limit', LIMIT)
  return { limit, asked: { before: sequenceOf(query, 'before'), limit: limit + 1 } }
}

const outcomes = { delivered: true, failed: false } as const

function historyRoutes(endpoints: Endpoints): Route[] {
  return [
    manageRoute({
      ...ofEndpoint,
      method: 'GET',
      path: `${PATH}/:endpointId/attempts`,
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
      response: json(listOf(AttemptOut, 'WebhookAttempts')),
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        const outcome = wordOf(query, 'outcome', ['delivered', 'failed'])
        const filter = {
          isDelivered: outcome && outcomes[outcome],
          type: wordOf(query, 'type', eventTypes),
          sequence: sequenceOf(query, 'sequence'),
        }
        const { limit, asked } = partOf(query)
        const rows = await endpoints.listAttempts(owner, idOf(params), filter, asked)
        const content = rows.slice(0, limit).map((row) => toAttemptOut(row, { owner }))
        return { body: { content, hasMore: rows.length > limit } }
      },
    }),
    manageRoute({
      ...ofEndpoint,
      method: 'GET',
      path: `${PATH}/:endpointId/deliveries`,
      scope: 'webhooks:read',
      operationId: 'listWebhookDeliveries',
      tag: 'Webhooks',
      summary: 'List deliveries',
      description: 'What became of each event that the endpoint asked for, the newest first.',
      query: { state: Type.Optional(Type.Enum([...deliveryStates])), ...partQuery },
      response: json(listOf(DeliveryOut, 'WebhookDeliveries')),
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        const state = wordOf(query, 'state', deliveryStates)
        const { limit, asked } = partOf(query)
        const rows = await endpoints.listDeliveries(owner, idOf(params), state, asked)
        const content = rows.slice(0, limit).map((row) => toDeliveryOut(row, { owner }))
        return { body: { content, hasMore: rows.length > limit } }
      },
    }),
  ]
}

function resendRoutes(endpoints: Endpoints): Route[] {
  const errors = [...ofEndpoint.errors, webhookErrors.endpointDisabled]
  return [
    manageRoute({
      ...ofEndpoint,
      method: 'POST',
      path: `${PATH}/:endpointId/examples`,
      scope: 'webhooks:write',
      operationId: 'sendWebhookExample',
      tag: 'Webhooks',
      summary: 'Send an example',
      description: 'Sends an event with made-up content at once, and answers what came of it.',
      body: ExampleIn,
      response: json(AttemptOut),
      errors,
      handle: async ({ manager, query, params, body }) => {
        const owner = ownerOf(manager, query.mode)
        const attempt = await endpoints.sendExample(owner, idOf(params), body.type)
        return { body: toAttemptOut(attempt, { owner }) }
      },
    }),
    manageRoute({
      ...ofEndpoint,
      method: 'POST',
      path: `${PATH}/:endpointId/deliveries/:sequence/resend`,
      params: {
        ...ofEndpoint.params,
        sequence: Type.Integer({ minimum: 1, examples: [1], description: 'The event.' }),
      },
      scope: 'webhooks:write',
      operationId: 'resendWebhookEvent',
      tag: 'Webhooks',
      summary: 'Send an event again',
      description: 'Also one that the endpoint did not ask for.',
      status: 202,
      response: json(ResendOut),
      errors: [...errors, eventErrors.eventNotFound],
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        await endpoints.resendOne(owner, idOf(params), readId(params.sequence))
        return { body: { count: 1 } }
      },
    }),
    manageRoute({
      ...ofEndpoint,
      method: 'POST',
      path: `${PATH}/:endpointId/resend`,
      scope: 'webhooks:write',
      operationId: 'resendWebhookEvents',
      tag: 'Webhooks',
      summary: 'Send events again',
      description: 'A range of those that the endpoint asks for, or all that were given up.',
      body: ResendIn,
      status: 202,
      response: json(ResendOut),
      errors,
      handle: async ({ manager, query, params, body }) => {
        const owner = ownerOf(manager, query.mode)
        const range = readRange(body)
        const count =
          range === undefined
            ? await endpoints.resendFailed(owner, idOf(params))
            : await endpoints.resend(owner, idOf(params), range)
        return { body: { count } }
      },
    }),
  ]
}

/** PostgreSQL cannot even look for an id with a NUL in it, and nothing has one. */
function idOf(params: Readonly<Record<string, string>>): string {
  return (params.endpointId ?? '').replaceAll('\0', '')
}
