import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { type Accounts, createAccounts, createDirectory, getDialect } from './accounts/index.ts'
import { type Auth, authRoutes, bearerErrors, createAuth, createTokens } from './auth/index.ts'
import {
  catalogRoutes,
  createCatalog,
  createStorefront,
  type Storefront,
  seedCatalog,
} from './catalog/index.ts'
import type { Config } from './config.ts'
import { type Clock, systemClock } from './core/clock.ts'
import { type Ids, randomIds } from './core/ids.ts'
import { createHttpServer, type Route } from './http/index.ts'
import { createOrders, type Orders, orderRoutes } from './orders/index.ts'
import { reportRoutes } from './reports/index.ts'
import {
  type Connection,
  createDatabase,
  type Database,
  isUnavailable,
  ping,
  transact,
} from './storage/database.ts'
import { checkMasterKey, createKeyring, type Keyring } from './storage/keyring.ts'
import { migrate } from './storage/migrate.ts'
import { createNotifications, type Notifications } from './storage/notifications.ts'
import { createSandboxSupplier, createSuppliers, type Supplier } from './suppliers/index.ts'
import { createVault } from './vault/index.ts'
import { version } from './version.ts'
import { createWallets, type Wallets, walletErrors, walletRoutes } from './wallet/index.ts'

/** A server that is put together but does not listen yet. */
export interface App {
  readonly http: FastifyInstance
  readonly accounts: Accounts
  readonly wallets: Wallets
  readonly database: Database
  /** Answers what is in flight and lets go of the database. */
  close(): Promise<void>
}

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

export interface Ports {
  readonly clock: Clock
  readonly ids: Ids
  readonly suppliers: readonly Supplier[]
}

/**
 * The one place where everything is wired. The schema is brought up to date and
 * the delivered catalogue is there when this resolves.
 *
 * @throws SchemaError, WrongMasterKeyError
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, connection, log } = options
  const clock = options.overrides?.clock ?? systemClock
  const ids = options.overrides?.ids ?? randomIds
  const keyring = createKeyring(options.masterKey)
  const notifications = await prepareDatabase(options, keyring)
  const { databasePoolSize: poolSize, reportTimeZone } = config
  const database = createDatabase({ connection, poolSize, log, isPatient: options.isTool ?? false })
  const directory = await createDirectory(database, notifications)
  const accounts = createAccounts({ database, directory, keyring, ids, clock })
  const auth = createAuth({
    accounts,
    tokens: createTokens(keyring, clock),
    ids,
    clock,
    ownUrl: options.ownUrl,
    strangersDialect: getDialect(config.strangersDialect),
  })
  const catalog = await createCatalog(database, notifications, (error) =>
    log.error({ err: error }, 'the catalogue could not be loaded again and stays as it was'),
  )
  const wallets = createWallets(database, clock)
  const { ownUrl } = options
  const storefront = createStorefront({ catalog, currencyOf: wallets.currencyOf, ownUrl })
  const orders = createOrders({
    database,
    clock,
    catalog,
    wallets,
    vault: createVault({ database, keyring, clock }),
    suppliers: createSuppliers(options.overrides?.suppliers ?? [createSandboxSupplier(ids)]),
    batching: {
      sizeMax: config.batchSizeMax,
      concurrencyMax: config.batchConcurrencyMax,
      spansAccounts: config.batchSpansAccounts,
    },
    onTallyingError: (error) =>
      log.error({ err: error }, 'orders could not be tallied and are counted one by one'),
  })
  const http = createHttpServer({
    routes: listRoutes({ auth, wallets, storefront, orders, reportTimeZone }),
    log,
    clock,
    authenticate: auth.authenticate,
    bearerErrors,
    version,
    ownUrl,
    isReady: () => answersWithin(READY_MS, ping(database)),
    isUnavailable,
  })

  return {
    http,
    accounts,
    wallets,
    database,
    async close() {
      await http.close()
      await orders.drain()
      await notifications.close()
      await database.destroy()
    },
  }
}

export interface Services {
  readonly auth: Auth
  readonly wallets: Wallets
  readonly storefront: Storefront
  readonly orders: Orders
  readonly reportTimeZone: string
}

/** Every endpoint, in the order of the reference. */
export function listRoutes(services: Services): Route[] {
  const { auth, wallets, storefront, orders, reportTimeZone } = services
  return [
    ...authRoutes(auth),
    ...walletRoutes(wallets),
    ...catalogRoutes(storefront, [walletErrors.noWallet]),
    ...orderRoutes(orders),
    ...reportRoutes(orders, reportTimeZone),
  ]
}

/** A database that is stuck is as bad as one that is gone. */
const READY_MS = 2_000

async function answersWithin(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false)
  })
  const answer = work.then(
    () => true,
    () => false,
  )
  return Promise.race([answer, deadline]).finally(() => clearTimeout(timer))
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
