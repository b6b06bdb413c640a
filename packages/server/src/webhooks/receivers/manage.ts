import Type from 'typebox'
import { ModeIn } from '../../accounts/index.ts'
import { inputErrors } from '../../core/errors.ts'
import { integerOf, manageRoute, ownerOf, type Route, sequenceOf } from '../../http/index.ts'
import { webhookErrors } from '../errors.ts'
import { RECEIVED_MAX } from './model.ts'
import {
  ReceivedListOut,
  ReceiverChangeIn,
  ReceiverIn,
  ReceiverOut,
  toReceivedOut,
  toReceiverOut,
} from './schema.ts'
import type { Receivers } from './service.ts'

const PATH = '/manage/v1/webhook-receivers'

const json = (schema: Type.TSchema) => ({ 'application/json': schema })

const ofReceiver = {
  params: { receiverId: Type.String({ examples: ['wr_7Gc2LmQ9xTbV4nKd'] }) },
  query: { mode: ModeIn },
  errors: [webhookErrors.receiverNotFound, inputErrors.invalidField],
} as const

const LIMIT = { min: 1, max: RECEIVED_MAX, fallback: 20 }

/** Test receivers in the Management API. */
export function receiverRoutes(receivers: Receivers): Route[] {
  return [...collectionRoutes(receivers), ...memberRoutes(receivers)]
}

function collectionRoutes(receivers: Receivers): Route[] {
  return [
    manageRoute({
      method: 'POST',
      path: PATH,
      scope: 'webhooks:write',
      operationId: 'createWebhookReceiver',
      tag: 'Webhooks',
      summary: 'Make a test receiver',
      description:
        'An address at this server that takes any POST of up to 64 KiB and shows what came. Point ' +
        'an endpoint at it to see your webhooks before you have written a handler, or have it ' +
        'answer with a failure to see them come again. It lives for a day.',
      query: { mode: ModeIn },
      body: ReceiverIn,
      status: 201,
      response: json(ReceiverOut),
      errors: [webhookErrors.tooManyReceivers],
      handle: async ({ manager, query, body }) => {
        const owner = ownerOf(manager, query.mode)
        const made = await receivers.create(owner, body.answer ?? '200')
        return { body: toReceiverOut(made), change: { target: made.receiver.id } }
      },
    }),
    manageRoute({
      method: 'GET',
      path: PATH,
      scope: 'webhooks:read',
      operationId: 'listWebhookReceivers',
      tag: 'Webhooks',
      summary: 'List test receivers',
      description: 'Those of one mode, in the order in which they were made.',
      query: { mode: ModeIn },
      response: json(Type.Array(ReceiverOut)),
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const own = await receivers.list(ownerOf(manager, query.mode))
        return { body: own.map(toReceiverOut) }
      },
    }),
  ]
}

function memberRoutes(receivers: Receivers): Route[] {
  return [
    manageRoute({
      ...ofReceiver,
      method: 'PATCH',
      path: `${PATH}/:receiverId`,
      scope: 'webhooks:write',
      operationId: 'updateWebhookReceiver',
      tag: 'Webhooks',
      summary: 'Change what a test receiver answers',
      description: 'To rehearse failures, and that deliveries come again.',
      body: ReceiverChangeIn,
      response: json(ReceiverOut),
      handle: async ({ manager, query, params, body }) => {
        const owner = ownerOf(manager, query.mode)
        const updated = await receivers.update(owner, idOf(params), body.answer)
        // Whoever has the address may look: it is not for the audit log.
        return { body: toReceiverOut(updated), change: { after: { answer: body.answer } } }
      },
    }),
    manageRoute({
      ...ofReceiver,
      method: 'DELETE',
      path: `${PATH}/:receiverId`,
      scope: 'webhooks:write',
      operationId: 'deleteWebhookReceiver',
      tag: 'Webhooks',
      summary: 'Delete a test receiver',
      description: 'With everything that it has received.',
      status: 204,
      response: {},
      handle: async ({ manager, query, params }) => {
        await receivers.delete(ownerOf(manager, query.mode), idOf(params))
        return { body: undefined }
      },
    }),
    manageRoute({
      ...ofReceiver,
      method: 'GET',
      path: `${PATH}/:receiverId/requests`,
      scope: 'webhooks:read',
      operationId: 'listReceivedWebhooks',
      tag: 'Webhooks',
      summary: 'List what a test receiver got',
      description: `The last ${RECEIVED_MAX} requests, the newest first.`,
      query: {
        before: Type.Optional(
          Type.Integer({ minimum: 1, description: 'Only rows before this one.' }),
        ),
        limit: Type.Optional(
          Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
        ),
        mode: ModeIn,
      },
      response: json(ReceivedListOut),
      handle: async ({ manager, query, params }) => {
        const owner = ownerOf(manager, query.mode)
        const limit = integerOf(query, 'limit', LIMIT)
        const part = { before: sequenceOf(query, 'before'), limit: limit + 1 }
        const rows = await receivers.listReceived(owner, idOf(params), part)
        const content = rows.slice(0, limit).map(toReceivedOut)
        return { body: { content, hasMore: rows.length > limit } }
      },
    }),
  ]
}

/** PostgreSQL cannot even look for an id with a NUL in it, and nothing has one. */
function idOf(params: Readonly<Record<string, string>>): string {
  return (params.receiverId ?? '').replaceAll('\0', '')
}
