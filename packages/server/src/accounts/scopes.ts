/** What a caller of the Management API may do, in an account. */
const accountScopes = [
  'account:read',
  'account:write',
  'audit:read',
  'bulk:read',
  'bulk:write',
  'cards:reveal',
  'catalog:read',
  'clients:read',
  'clients:write',
  'events:read',
  'members:read',
  'members:write',
  'messages:read',
  'messages:write',
  'orders:read',
  'orders:write',
  'requests:read',
  'tokens:read',
  'tokens:write',
  'wallet:read',
  'wallet:write',
  'webhooks:read',
  'webhooks:write',
] as const

/** What a caller may do to the platform and to every account; never part of `*`. */
const operatorScopes = ['operator:read', 'operator:write'] as const

/** What callers of the Management API may be good for; `*` stands for everything in an account. */
export const scopes = ['*', ...accountScopes, ...operatorScopes] as const

export type Scope = (typeof scopes)[number]

export function isScope(scope: string | undefined): scope is Scope {
  return (scopes as readonly (string | undefined)[]).includes(scope)
}

/** Whether these scopes include another one. */
export function includesScope(granted: readonly string[], scope: Scope): boolean {
  const isOperators = (operatorScopes as readonly string[]).includes(scope)
  return granted.includes(scope) || (!isOperators && granted.includes('*'))
}
