import { accessTokenErrors } from './access-tokens/errors.ts'
import type { Mode } from './model.ts'
import { includesScope, type Scope } from './scopes.ts'

/** Somebody, or a program of theirs, who manages an account. */
export interface Actor {
  /** `user` with a session of the dashboard, `token` with an access token. */
  readonly kind: 'user' | 'token'
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
  /** What this request does, which the caller may do in one mode at least. */
  readonly scope: Scope
}

/** @throws insufficientScope when the caller may not do in this mode what the request does */
export function requireMode({ scopes, scope }: Manager, mode: Mode): void {
  if (!includesScope(scopes[mode], scope)) throw accessTokenErrors.insufficientScope({ scope })
}

/** Names an actor in records, such as that of who has seen a card. */
export function actorIdOf({ kind, id }: Actor): string {
  return kind === 'token' ? id : `user:${id}`
}
