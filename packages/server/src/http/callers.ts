import type { FastifyRequest } from 'fastify'
import type { Manager, Principal, Scope, Visitor } from '../accounts/index.ts'
import type { Route } from './route.ts'

/** Tells who calls. Each rejects with an ApiError for whoever may not. */
export interface Authentication {
  /** An API client, by its bearer token. */
  authenticate(request: {
    readonly authorization: string | undefined
    readonly host: string | undefined
  }): Promise<Principal>
  /** Who calls the Management API, by an access token or a session, with this scope. */
  authenticateManager(request: FastifyRequest, scope: Scope): Promise<Manager>
  /** Who is signed in, or has a token. */
  recogniseVisitor(request: FastifyRequest): Promise<Visitor>
}

export interface Caller {
  readonly principal?: Principal
  readonly manager?: Manager
  readonly visitor?: Visitor
}

/** How the callers of a route are told; undefined when anybody may call. */
export function identifierOf({ access, scope, path }: Route, authentication: Authentication) {
  switch (access) {
    case 'client':
      return async ({ headers: { authorization, host } }: FastifyRequest): Promise<Caller> => ({
        principal: await authentication.authenticate({ authorization, host }),
      })
    case 'manage': {
      if (scope === undefined) throw new Error(`${path} names no scope`)
      return async (request: FastifyRequest): Promise<Caller> => ({
        manager: await authentication.authenticateManager(request, scope),
      })
    }
    case 'session':
      return async (request: FastifyRequest): Promise<Caller> => ({
        visitor: await authentication.recogniseVisitor(request),
      })
    case 'none':
      return undefined
  }
}

/** @throws when a handler asks for another caller than its route has */
export function required<Kind>(caller: Kind | undefined, { path, access }: Route): Kind {
  if (caller === undefined) throw new Error(`${path} asks for another caller than ${access}`)
  return caller
}
