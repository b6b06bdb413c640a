export { managerErrors } from './access-tokens/errors.ts'
export {
  type AccessTokens,
  createAccessTokens,
  type Manager,
  makeAccessToken,
  type Scope,
  scopes,
} from './access-tokens/service.ts'
export type { AccessTokenSummary } from './access-tokens/store.ts'
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
  keyOf,
  type Mode,
  modes,
  type Owner,
  type Principal,
} from './model.ts'
export { ModeIn } from './schema.ts'
export { type Accounts, type ClientCredentials, createAccounts, makeSecret } from './service.ts'
export { type ClientSummary, isRevoked } from './store.ts'
