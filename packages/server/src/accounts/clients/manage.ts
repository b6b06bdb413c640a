import Type from 'typebox'
import { inputErrors } from '../../core/errors.ts'
import { type Answer, manageRoute, ownerOf, type Route } from '../../http/index.ts'
import { accountErrors } from '../errors.ts'
import { ModeIn } from '../schema.ts'
import { clientErrors } from './errors.ts'
import type { ManagedClient } from './model.ts'
import {
  ClientChangeIn,
  ClientIn,
  ClientOut,
  ClientRotationIn,
  clientParams,
  NewClientOut,
  readAllowedIps,
  readOverlap,
  readScopes,
  toClientOut,
  toNewClientOut,
} from './schema.ts'
import type { Clients } from './service.ts'

const PATH = '/manage/v1/clients'

const json = (schema: Type.TSchema) => ({ 'application/json': schema })

const common = { tag: 'Account', query: { mode: ModeIn } } as const

const ofClient = { ...common, params: clientParams } as const

const errors = [clientErrors.clientNotFound, inputErrors.invalidField]

/** API clients in the Management API. */
export function clientRoutes(clients: Clients): Route[] {
  return [...readingRoutes(clients), ...writingRoutes(clients), ...secretRoutes(clients)]
}

function readingRoutes(clients: Clients): Route[] {
  return [
    manageRoute({
      ...common,
      method: 'GET',
      path: PATH,
      scope: 'clients:read',
      operationId: 'listClients',
      summary: 'List API clients',
      description:
        'Those of one mode that work, in the order in which they were made; after them those that ' +
        'are revoked, the last revoked first.',
      response: json(Type.Array(ClientOut)),
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const own = await clients.list(ownerOf(manager, query.mode))
        return { body: own.map(toClientOut) }
      },
    }),
    manageRoute({
      ...ofClient,
      method: 'GET',
      path: `${PATH}/:clientId`,
      scope: 'clients:read',
      operationId: 'getClient',
      summary: 'Get an API client',
      description: 'As it is now, without its secret, which nobody knows but whoever was given it.',
      response: json(ClientOut),
      errors,
      handle: async ({ manager, query, params }) => {
        const client = await clients.get(ownerOf(manager, query.mode), idOf(params))
        return { body: toClientOut(client) }
      },
    }),
  ]
}

function writingRoutes(clients: Clients): Route[] {
  return [
    manageRoute({
      ...common,
      method: 'POST',
      path: PATH,
      scope: 'clients:write',
      operationId: 'createClient',
      summary: 'Make an API client',
      description:
        'Credentials for a program. The secret is in this answer and nowhere else, ever again. In ' +
        'live mode the account must have been enabled for it.',
      body: ClientIn,
      status: 201,
      response: json(NewClientOut),
      errors: [accountErrors.liveNotEnabled, clientErrors.tooManyClients, inputErrors.invalidField],
      handle: async ({ manager, query, body }) => {
        const made = await clients.create(ownerOf(manager, query.mode), {
          name: body.name,
          dialect: body.dialect ?? '2022-06',
          allowedIps: readAllowedIps(body.allowedIps) ?? [],
          scopes: readScopes(body.scopes) ?? ['*'],
          createdBy: manager.actor.name,
        })
        const after = toClientOut(made.client)
        return {
          body: toNewClientOut(made),
          change: { target: made.client.id, after },
        }
      },
    }),
    manageRoute({
      ...ofClient,
      method: 'PATCH',
      path: `${PATH}/:clientId`,
      scope: 'clients:write',
      operationId: 'updateClient',
      summary: 'Change an API client',
      description:
        'Changes the fields that are given, for every request from now on, also for those with ' +
        'tokens that the client has already.',
      body: ClientChangeIn,
      response: json(ClientOut),
      errors: [...errors, clientErrors.clientIsRevoked],
      handle: async ({ manager, query, params, body }) => {
        const { before, after } = await clients.update(ownerOf(manager, query.mode), idOf(params), {
          name: body.name,
          dialect: body.dialect,
          allowedIps: readAllowedIps(body.allowedIps),
          scopes: readScopes(body.scopes),
        })
        return toUpdated(before, after)
      },
    }),
    manageRoute({
      ...ofClient,
      method: 'DELETE',
      path: `${PATH}/:clientId`,
      scope: 'clients:write',
      operationId: 'revokeClient',
      summary: 'Revoke an API client',
      description:
        'Its secret and every token that it ever got stop working at once, on every server process, ' +
        'and for ever.',
      response: json(ClientOut),
      errors: [...errors, clientErrors.clientIsRevoked],
      handle: async ({ manager, query, params }) => {
        const { before, after } = await clients.revoke(ownerOf(manager, query.mode), idOf(params))
        return toUpdated(before, after)
      },
    }),
  ]
}

function secretRoutes(clients: Clients): Route[] {
  return [
    manageRoute({
      ...ofClient,
      method: 'POST',
      path: `${PATH}/:clientId/rotate-secret`,
      scope: 'clients:write',
      operationId: 'rotateClientSecret',
      summary: 'Give an API client another secret',
      description:
        'The new secret is in this answer and nowhere else. The one that the client has works for ' +
        'as long as is asked for, the one before that no more. Tokens go on working.',
      body: ClientRotationIn,
      response: json(NewClientOut),
      errors: [...errors, clientErrors.clientIsRevoked],
      handle: async ({ manager, query, params, body }) => {
        const rotated = await clients.rotate(
          ownerOf(manager, query.mode),
          idOf(params),
          readOverlap(body),
        )
        return {
          body: toNewClientOut(rotated),
          change: { after: toClientOut(rotated.client) },
        }
      },
    }),
  ]
}

function toUpdated(before: ManagedClient, after: ManagedClient): Answer {
  const body = toClientOut(after)
  return { body, change: { before: toClientOut(before), after: body } }
}

/** PostgreSQL cannot even look for an id with a NUL in it, and nothing has one. */
function idOf(params: Readonly<Record<string, string>>): string {
  return (params.clientId ?? '').replaceAll('\0', '')
}
