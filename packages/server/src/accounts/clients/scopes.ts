/** What an API client may do in the Gift Cards API. */
export const clientScopes = [
  'balance:read',
  'cards:read',
  'catalog:read',
  'orders:write',
  'reports:read',
] as const

export type ClientScope = (typeof clientScopes)[number]

/** What a client can be made for; `*` stands for everything, also for what comes later. */
export const clientGrants = ['*', ...clientScopes] as const

export type ClientGrant = (typeof clientGrants)[number]

export function isClientScope(scope: string | undefined): scope is ClientScope {
  return (clientScopes as readonly (string | undefined)[]).includes(scope)
}

/** Whether a client that was granted this may do that. */
export function mayDo(granted: readonly string[], scope: ClientScope): boolean {
  return granted[0] === '*' || granted.includes(scope) || granted.includes('*')
}
