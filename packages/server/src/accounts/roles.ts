import type { Mode } from './model.ts'
import type { Scope } from './scopes.ts'

/** What members of an account can be, from most to least. */
export const roles = ['owner', 'admin', 'developer', 'finance', 'support'] as const

export type Role = (typeof roles)[number]

const reading: readonly Scope[] = [
  'account:read',
  'bulk:read',
  'catalog:read',
  'members:read',
  'messages:read',
  'orders:read',
  'wallet:read',
]

const integrating: readonly Scope[] = [
  ...reading,
  'clients:read',
  'events:read',
  'requests:read',
  'tokens:read',
  'tokens:write',
  'webhooks:read',
  'webhooks:write',
]

/**
 * What each role may do in each mode. Whoever integrates may play with test money and see test
 * cards; real money and real cards are for those whose work they are, and so are live credentials,
 * which buy and open real cards.
 */
const grants: Readonly<Record<Role, Readonly<Record<Mode, readonly Scope[]>>>> = {
  owner: { test: ['*'], live: ['*'] },
  admin: { test: ['*'], live: ['*'] },
  developer: {
    test: [
      ...integrating,
      'bulk:write',
      'cards:reveal',
      'clients:write',
      'messages:write',
      'orders:write',
      'wallet:write',
    ],
    live: integrating,
  },
  finance: {
    test: [...reading, 'audit:read', 'bulk:write', 'orders:write', 'wallet:write'],
    live: [...reading, 'audit:read', 'bulk:write', 'orders:write', 'wallet:write'],
  },
  support: {
    test: [...reading, 'cards:reveal', 'messages:write'],
    live: [...reading, 'cards:reveal', 'messages:write'],
  },
}

/** What a member with this role may do in a mode. */
export function scopesOf(role: Role, mode: Mode): readonly Scope[] {
  return grants[role][mode]
}
