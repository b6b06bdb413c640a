import { accessTokenErrors } from './access-tokens/errors.ts'
import type { Mode } from './model.ts'
import type { Role } from './roles.ts'
import { includesScope, type Scope } from './scopes.ts'

/** `user` for a person with a session of the dashboard, `token` for a program with an access token. */
export type ActorKind = 'user' | 'token'

/** Somebody, or a program of theirs, who manages an account. */
export interface Actor {
  readonly kind: ActorKind
  readonly id: string
  /** What people know it by: an e-mail address, the name of a token. */
  readonly name: string
}

/** Who calls the Management API. */
export interface Manager {
  /** The account that the request is about. */
  readonly accountId: bigint
  readonly actor: Actor
  /** What the caller may do in each mode. */
  readonly scopes: Readonly<Record<Mode, readonly string[]>>
  /** What this request takes; the caller has each of it in one mode at least. */
  readonly needs: readonly Scope[]
  /** Of a person; a program has none. */
  readonly role?: Role
  /** Of a program: a token that it makes ends no later, and with the same person. */
  readonly token?: Pick<TokenOfAccount, 'expiresAt' | 'createdBy'>
}

/** Somebody who uses the dashboard. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isEmailVerified: boolean
  readonly isTwoFactorEnabled: boolean
  readonly isOperator: boolean
}

/** What is told of a request by which a person changes how to sign in. */
export interface PersonRequest {
  readonly cookie: string
  readonly address: string
  readonly userAgent: string
}

/** Who calls, before it is known for which account: a person, or a program with its token. */
export type Visitor =
  | { readonly person: Person; readonly token?: undefined }
  | { readonly person?: undefined; readonly token: TokenOfAccount }

export interface TokenOfAccount {
  readonly accountId: bigint
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date | null
  /** The id of the person with whose membership it ends, if any. */
  readonly createdBy: string | null
}

/** @throws insufficientScope when the caller may not do in this mode what the request does */
export function requireMode({ scopes, needs }: Manager, mode: Mode): void {
  requireScopes(scopes[mode], needs)
}

/** @throws insufficientScope for the first scope that is needed and was not granted */
export function requireScopes(granted: readonly string[], needs: readonly Scope[]): void {
  const scope = needs.find((needed) => !includesScope(granted, needed))
  if (scope !== undefined) throw accessTokenErrors.insufficientScope({ scope })
}

/** Names an actor in records, such as that of who has seen a card. */
export function actorIdOf({ kind, id }: Actor): string {
  return kind === 'token' ? id : `user:${id}`
}
