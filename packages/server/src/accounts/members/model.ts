import { type Mode, modes } from '../model.ts'
import { type Role, scopesOf } from '../roles.ts'
import { includesScope, type Scope } from '../scopes.ts'

/** A person who manages an account. */
export interface Member {
  readonly accountId: bigint
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isTwoFactorEnabled: boolean
  readonly createdAt: Date
}

/** An account that a person manages. */
export interface Membership {
  readonly accountId: bigint
  readonly accountName: string
  readonly role: Role
}

/** A person who was asked to manage an account and has not answered yet. */
export interface Invitation {
  readonly accountId: bigint
  readonly id: string
  readonly email: string
  readonly role: Role
  /** The e-mail address of whoever invited. */
  readonly invitedBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

export const INVITATION_MS = 7 * 24 * 3_600_000

/** One person is many people's customer, but not a thousand. */
export const ACCOUNTS_MAX = 20

/** Bounds what one account can make the platform send. */
export const INVITATIONS_MAX = 50

/** A scope of a role that somebody lacks in a mode: nobody gives what they do not have. */
export function lackingFor(
  role: Role,
  scopes: Readonly<Record<Mode, readonly string[]>>,
): Scope | undefined {
  return modes
    .flatMap((mode) => scopesOf(role, mode).filter((scope) => !includesScope(scopes[mode], scope)))
    .at(0)
}

/**
 * Whether somebody may give, change or take a role: owners any, others any but that of an owner, so
 * that nobody makes themselves more than they are.
 */
export function mayGrant(own: Role | undefined, role: Role): boolean {
  return own === 'owner' || role !== 'owner'
}
