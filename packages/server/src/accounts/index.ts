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
export { keyOf, type Mode, modes, type Principal } from './model.ts'
export { type Accounts, type ClientCredentials, createAccounts, makeSecret } from './service.ts'
export { type ClientSummary, isRevoked } from './store.ts'
