export {
  type ClientGrant,
  clientGrants,
  type DialectName,
  dialectNames,
  type Mode,
  modes,
  readNetwork,
  type Scope,
  scopes,
} from './accounts/index.ts'
export { type ImportReport, type Listing, toListing } from './catalog/index.ts'
export { type Config, ConfigError, describeSettings, readConfig } from './config.ts'
export { randomIds } from './core/ids.ts'
export { formatMicros, parseMicros } from './core/money.ts'
export { previewClaimPages, previewMessage } from './delivery/index.ts'
export { type RunningServer, startServer } from './main.ts'
export { readServerRecord, type ServerRecord, StartError } from './runtime.ts'
export { WrongMasterKeyError } from './storage/keyring.ts'
export { SchemaError } from './storage/migrate.ts'
export { type GivenPrice, openTools, type ToldPrice, type Tools } from './tools.ts'
export { version } from './version.ts'
export type { Discrepancy, Verification } from './wallet/index.ts'
export {
  type FeedEvent,
  isWanted,
  makeSecret as makeWebhookSecret,
  readEvents,
  readFeed,
  webhookOf,
} from './webhooks/index.ts'
