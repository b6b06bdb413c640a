import Type from 'typebox'
import { ModeIn } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { eventErrors } from '../events/index.ts'
import { manageRoute, ownerOf, type Route } from '../http/index.ts'
import { webhookErrors } from './errors.ts'
import {
  AttemptOut,
  EndpointChangeIn,
  EndpointIn,
  EndpointOut,
  ExampleIn,
  NewEndpointOut,
  ResendIn,
  ResendOut,
  RotationIn,
  readChange,
  readEvents,
  readRange,
  SecretOut,
  toAttemptOut,
  toEndpointOut,
} from './schema.ts'
import type { Endpoints } from './service.ts'

const PATH = '/manage/v1/webhook-endpoints'

const json = (schema: Type.TSchema) => ({ 'application/json': schema })

export const ofEndpoint = {
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
        const made = toEndpointOut(endpoint)
        return { body: { ...made, secret }, change: { target: made.id, after: made } }
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
        const before = toEndpointOut(await endpoints.get(owner, idOf(params)))
        const after = toEndpointOut(await endpoints.update(owner, before.id, readChange(body)))
        return { body: after, change: { before, after } }
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
        const owner = ownerOf(manager, query.mode)
        const before = toEndpointOut(await endpoints.get(owner, idOf(params)))
        await endpoints.delete(owner, before.id)
        return { body: undefined, change: { before } }
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
export function idOf(params: Readonly<Record<string, string>>): string {
  return (params.endpointId ?? '').replaceAll('\0', '')
}
