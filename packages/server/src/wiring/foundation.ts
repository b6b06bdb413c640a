import type { Logger } from 'pino'
import { seedCatalog } from '../catalog/index.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { type Ids, randomIds } from '../core/ids.ts'
import { type Connection, createDatabase, type Database, transact } from '../storage/database.ts'
import { checkMasterKey, createKeyring, type Keyring } from '../storage/keyring.ts'
import { migrate } from '../storage/migrate.ts'
import { createNotifications, type Notifications } from '../storage/notifications.ts'
import { createSharedClock, type SharedClock } from '../storage/shared-clock.ts'
import type { Supplier } from '../suppliers/index.ts'

export interface AppOptions {
  readonly config: Config
  readonly connection: Connection
  readonly masterKey: Buffer
  readonly log: Logger
  /** The address that clients reach the server by; known only once it listens. */
  readonly ownUrl: () => string
  /** A command of an operator, which may take minutes; no requests are served. */
  readonly isTool?: boolean
  /** Replaces the parts that reach outside: time, chance, suppliers. */
  readonly overrides?: Partial<Ports>
}

/** Where the program reaches outside. */
interface Ports {
  readonly clock: Clock
  readonly ids: Ids
  readonly suppliers: readonly Supplier[]
}

/** What every part is made of. */
export interface Foundation {
  readonly options: AppOptions
  readonly database: Database
  readonly notifications: Notifications
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
  readonly sharedClock: SharedClock
}

/** @throws SchemaError, WrongMasterKeyError */
export async function layFoundation(options: AppOptions): Promise<Foundation> {
  const { config, connection, log, overrides = {} } = options
  const keyring = createKeyring(options.masterKey)
  const notifications = await prepareDatabase(options, keyring)
  const { databasePoolSize: poolSize } = config
  const database = createDatabase({ connection, poolSize, log, isPatient: options.isTool ?? false })
  const sharedClock = await createSharedClock(database)
  const { ids = randomIds, clock = sharedClock } = overrides
  return { options, database, notifications, keyring, ids, clock, sharedClock }
}

/** Brings schema and catalogue up to date, however long that takes, and listens for changes. */
async function prepareDatabase(
  { connection, log }: AppOptions,
  keyring: Keyring,
): Promise<Notifications> {
  const patient = createDatabase({ connection, poolSize: 1, log, isPatient: true })
  try {
    await migrate(patient)
    await checkMasterKey(patient, keyring)
    await transact(patient, seedCatalog)
  } finally {
    await patient.destroy()
  }
  return createNotifications(connection, log)
}
