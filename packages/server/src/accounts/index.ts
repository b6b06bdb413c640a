export {
  type Dialect,
  type DialectName,
  dialectNames,
  dialects,
  getDialect,
  type PricingRules,
} from './dialects.ts'
export { createDirectory, type Directory } from './directory.ts'
export { type Client, type Mode, modes, type Principal } from './model.ts'
export { type Accounts, type ClientCredentials, createAccounts, makeSecret } from './service.ts'
export type { ClientSummary } from './store.ts'
