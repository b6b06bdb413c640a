import type { FastifyRequest } from 'fastify'
import {
  type ClientScope,
  isClientScope,
  isScope,
  type Manager,
  type Principal,
  type Scope,
  type Visitor,
} from '../accounts/index.ts'
import { type Recorder, watch } from './recording.ts'
import type { Route } from './route.ts'

/** Tells who calls. Each rejects with an ApiError for whoever may not. */
export interface Authentication {
  /** An API client, by its bearer token. */
  authenticate(request: {
    readonly authorization: string | undefined
    readonly host: string | undefined
    /** What the request is about to do. */
    readonly scope: ClientScope
    address(): string
  }): Promise<Principal>
  /** Who calls the Management API, by an access token or a session, with all of these scopes. */
  authenticateManager(request: FastifyRequest, needs: readonly Scope[]): Promise<Manager>
  /** Who is signed in, or has a token. */
  recogniseVisitor(request: FastifyRequest): Promise<Visitor>
}

export interface Caller {
  readonly principal?: Principal
  readonly manager?: Manager
  readonly visitor?: Visitor
}

/** How the callers of a route are told; undefined when anybody may call. */
export function identifierOf(
  { access, scope, alsoNeeds, path }: Route,
  { authentication, record }: { authentication: Authentication; record: Recorder },
) {
  switch (access) {
    case 'client': {
      if (!isClientScope(scope)) throw new Error(`${path} names no scope of clients`)
      return async (request: FastifyRequest): Promise<Caller> => {
        const watched = watch(request, path, record)
        const { authorization, host } = request.headers
        const address = () => request.ip
        const principal = await authentication.authenticate({ authorization, host, scope, address })
        watched.principal = principal
        return { principal }
      }
    }
    case 'manage': {
      if (!isScope(scope)) throw new Error(`${path} names no scope`)
      const needs = alsoNeeds === undefined ? [scope] : [scope, alsoNeeds]
      return async (request: FastifyRequest): Promise<Caller> => ({
        manager: await authentication.authenticateManager(request, needs),
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
