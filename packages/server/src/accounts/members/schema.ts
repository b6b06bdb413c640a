import Type from 'typebox'
import { type Role, roles, scopesOf } from '../roles.ts'
import type { Invitation, Member } from './model.ts'

const RoleName = Type.Enum([...roles])

export const MemberOut = Type.Object(
  {
    id: Type.String({ description: 'Of the person.' }),
    name: Type.String(),
    email: Type.String(),
    role: RoleName,
    isTwoFactorEnabled: Type.Boolean(),
    createdAt: Type.String({ description: 'Since when: ISO 8601, in UTC.' }),
  },
  { title: 'Member' },
)

export const RoleOut = Type.Object(
  {
    role: RoleName,
    test: Type.Array(Type.String(), { description: 'Scopes in test mode; `*` is everything.' }),
    live: Type.Array(Type.String(), { description: 'Scopes in live mode.' }),
  },
  { title: 'Role' },
)

export function toRoleOut(role: Role): Type.Static<typeof RoleOut> {
  return { role, test: [...scopesOf(role, 'test')], live: [...scopesOf(role, 'live')] }
}

export const InvitationOut = Type.Object(
  {
    id: Type.String(),
    email: Type.String(),
    role: RoleName,
    invitedBy: Type.String(),
    createdAt: Type.String(),
    expiresAt: Type.String(),
  },
  { title: 'Invitation' },
)

/** What whoever holds the link may know. */
export const OpenInvitationOut = Type.Object(
  { accountName: Type.String(), email: Type.String(), role: RoleName, invitedBy: Type.String() },
  { title: 'OpenInvitation' },
)

export const RoleIn = Type.Object(
  { role: RoleName },
  { title: 'RoleChange', examples: [{ role: 'developer' }] },
)

export const InvitationIn = Type.Object(
  {
    email: Type.String({ minLength: 3, maxLength: 254 }),
    role: RoleName,
  },
  { title: 'NewInvitation', examples: [{ email: 'jane.doe@example.com', role: 'developer' }] },
)

export const TokenIn = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 100, description: 'Of the link.' }) },
  {
    title: 'InvitationToken',
    examples: [{ token: 'h2Vb9sQpX2mVbT7cLw4Hk9sQpX2mVbT7cLw4Hk9sQpX' }],
  },
)

export function toMemberOut(member: Member): Type.Static<typeof MemberOut> {
  const { userId, name, email, role, isTwoFactorEnabled, createdAt } = member
  return { id: userId, name, email, role, isTwoFactorEnabled, createdAt: createdAt.toISOString() }
}

export function toInvitationOut(invitation: Invitation): Type.Static<typeof InvitationOut> {
  const { id, email, role, invitedBy, createdAt, expiresAt } = invitation
  return {
    id,
    email,
    role,
    invitedBy,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}

export function toOpenInvitationOut(invitation: Invitation & { readonly accountName: string }): {
  accountName: string
  email: string
  role: Role
  invitedBy: string
} {
  const { accountName, email, role, invitedBy } = invitation
  return { accountName, email, role, invitedBy }
}
