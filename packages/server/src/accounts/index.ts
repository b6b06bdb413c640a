export { accessTokenErrors as managerErrors } from './access-tokens/errors.ts'
export {
  type AccessTokens,
  createAccessTokens,
  makeAccessToken,
} from './access-tokens/service.ts'
export type { AccessTokenSummary } from './access-tokens/store.ts'
export { type Audit, createAudit } from './audit/service.ts'
export { isWithin, readNetwork } from './clients/addresses.ts'
export {
  type ClientGrant,
  type ClientScope,
  clientGrants,
  isClientScope,
  mayDo,
} from './clients/scopes.ts'
export { type Clients, createClients } from './clients/service.ts'
export { createUsage, type Usage } from './clients/usage.ts'
export {
  type Dialect,
  type DialectName,
  dialectNames,
  dialects,
  getDialect,
  type PricingRules,
} from './dialects.ts'
export { createDirectory } from './directory.ts'
export { accountErrors } from './errors.ts'
export {
  type Actor,
  actorIdOf,
  type Manager,
  type Person,
  type PersonRequest,
  requireMode,
  requireScopes,
  type Visitor,
} from './manager.ts'
export type { Membership } from './members/model.ts'
export { createMembers, type Members } from './members/service.ts'
export {
  type Client,
  keyOf,
  type Mode,
  modes,
  type Owner,
  type Principal,
} from './model.ts'
export { nameActors, type RecordedActor } from './names/names.ts'
export { type Role, roles, scopesOf } from './roles.ts'
export { ModeIn } from './schema.ts'
export { includesScope, isScope, type Scope, scopes } from './scopes.ts'
export {
  type AccountChange,
  type Accounts,
  type ClientCredentials,
  createAccounts,
  makeSecret,
} from './service.ts'
export { type ClientSummary, isRefused } from './store.ts'
