import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import {
  type AccessTokens,
  type Accounts,
  createAccessTokens,
  createAccounts,
  createClients,
  createDirectory,
  createUsage,
  getDialect,
} from './accounts/index.ts'
import type { Tenancy } from './accounts/tenancy/manage.ts'
import { AUTH_PATH, createAuth, createTokens } from './auth/index.ts'
import { createBulk } from './bulk/index.ts'
import {
  createBrowsing,
  createCatalog,
  createOperating,
  createStorefront,
  type ImportReport,
  type ImportRequest,
  importCatalog,
  seedCatalog,
} from './catalog/index.ts'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import { type Ids, randomIds } from './core/ids.ts'
import { createTimedIds } from './core/timed-ids.ts'
import { createDelivery, type Delivery, sendJob, sendJobsOf } from './delivery/index.ts'
import { createEvents, type Events } from './events/index.ts'
import type { Health } from './health/index.ts'
import { createHttpServer } from './http/index.ts'
import { createJobs } from './jobs/index.ts'
import { createOpening, type Opening } from './opening.ts'
import { createOwnHealth, createTelling } from './operators.ts'
import { createManagedOrders, createOrderBook, createOrders, orderLog } from './orders/index.ts'
import { createPeople, type People } from './people.ts'
import { createOverviews } from './reports/index.ts'
import { createRequestLogs } from './requests/index.ts'
import { listRoutes, refusals } from './routes.ts'
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
import { createSharedClock } from './storage/shared-clock.ts'
import { createSandboxSupplier, createSuppliers, type Supplier } from './suppliers/index.ts'
import { createVault } from './vault/index.ts'
import { version } from './version.ts'
import { createMoney, type Money, type Wallets } from './wallet/index.ts'
import { createWebhooks } from './webhooks/index.ts'

/** A server that is put together but does not listen yet. */
export interface App {
  readonly http: FastifyInstance
  readonly accounts: Accounts
  readonly accessTokens: AccessTokens
  readonly events: Events
  readonly wallets: Wallets
  readonly money: Money
  readonly delivery: Delivery
  readonly people: People
  readonly database: Database
  /** Makes the catalogue what a list of products says, and tells every account. */
  importCatalog(request: ImportRequest): Promise<ImportReport>
  /** Begins what is done without being asked for: sending events to webhook endpoints. */
  start(): void
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
  const { config, connection, log, ownUrl } = options
  const ids = options.overrides?.ids ?? randomIds
  const keyring = createKeyring(options.masterKey)
  const notifications = await prepareDatabase(options, keyring)
  const { databasePoolSize: poolSize, reportTimeZone } = config
  const database = createDatabase({ connection, poolSize, log, isPatient: options.isTool ?? false })
  const sharedClock = await createSharedClock(database)
  const clock = options.overrides?.clock ?? sharedClock
  const foundation = { options, database, notifications, keyring, ids, clock }
  const domains = await createDomains(foundation)
  const { auth, accounts, accessTokens, events, money, wallets, orders } = domains
  const { overviews, requestLogs, usage } = domains
  const health = createOwnHealth(foundation)
  const { webhooks, delivery, bulk, jobs } = createSending(foundation, domains, health)
  const traces = { traceMessages: delivery.trace, traceWebhooks: webhooks.trace }
  const managedOrders = createManagedOrders({ database, ...domains, ...traces })
  const people = createPeople({
    ...{ config, database, keyring, ids, clock, log, accessTokens, ownUrl },
    mailer: () => delivery.mailer,
  })
  const opening = createOpening({ database, ...domains, members: people.members })
  const http = createHttpServer({
    routes: listRoutes({
      ...{
        ...domains,
        requests: requestLogs.requests,
        ...webhooks,
        ...delivery,
        ...bulk,
        managedOrders,
        health,
        reportTimeZone,
        database,
        clock,
      },
      ...describeTenancy({ config, accounts, people, opening }),
    }),
    log,
    clock,
    nextRequestId: createTimedIds('req_', clock, ids),
    record(exchange) {
      overviews.hear(exchange)
      requestLogs.record(exchange)
    },
    authentication: {
      authenticate: auth.authenticate,
      authenticateManager: people.managers.authenticate,
      recogniseVisitor: people.managers.recognise,
    },
    audit: people.audit,
    mounted: { path: AUTH_PATH, handle: people.identity.handle },
    refusals,
    version,
    ownUrl,
    isReady: () => answersWithin(READY_MS, ping(database)),
    isUnavailable,
  })

  return {
    http,
    accounts,
    accessTokens,
    events,
    wallets,
    money,
    delivery,
    people,
    database,
    importCatalog: (request) => importCatalog({ database, telling: domains.telling }, request),
    start() {
      sharedClock.start()
      webhooks.start()
      jobs.start()
      delivery.start()
      requestLogs.start()
      usage.start()
      bulk.start()
    },
    async close() {
      events.stopWaiting()
      await http.close()
      await bulk.stop()
      await orders.drain()
      await Promise.all([webhooks.stop(), delivery.stop(), jobs.stop(), health.drain()])
      await Promise.all([requestLogs.stop(), usage.stop(), overviews.drain()])
      delivery.close()
      sharedClock.stop()
      await notifications.close()
      await database.destroy()
    },
  }
}

/** What every part is made of. */
interface Foundation {
  readonly options: AppOptions
  readonly database: Database
  readonly notifications: Notifications
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
}

/** What requests are answered with. */
async function createDomains(foundation: Foundation) {
  const { options, database, notifications, keyring, ids, clock } = foundation
  const { config, log, ownUrl } = options
  const directory = await createDirectory(database, notifications)
  const events = await createEvents({ database, notifications, clock, orders: orderLog })
  const { emit } = events
  const accounts = createAccounts({ database, directory, keyring, ids, clock, emit })
  const accessTokens = createAccessTokens({ database, keyring, ids, clock })
  const usage = createUsage({
    database,
    clock,
    onError: (error) => log.error({ err: error }, 'when clients were used could not be written'),
  })
  const clients = createClients({ database, accounts, usage, ids, clock, emit })
  const auth = createAuth({
    accounts,
    usage,
    tokens: createTokens(keyring, clock),
    ids,
    clock,
    ownUrl,
    strangersDialect: getDialect(config.strangersDialect),
  })
  const requestLogs = createRequestLogs({
    database,
    clock,
    identify: auth.identify,
    onError: (error) => log.error({ err: error }, 'requests could not be recorded and will be'),
  })
  const catalog = await createCatalog(database, notifications, (error) =>
    log.error({ err: error }, 'the catalogue could not be loaded again and stays as it was'),
  )
  const { reportTimeZone: timeZone, fundingInstructions } = config
  const money = createMoney({ database, clock, events, timeZone, fundingInstructions })
  const { wallets } = money
  const overviews = createOverviews({ database, clock, money, timeZone, log })
  const storefront = createStorefront({ catalog, currencyOf: wallets.currencyOf, ownUrl })
  const browsing = createBrowsing({ catalog, currencyOf: wallets.currencyOf })
  const telling = createTelling(database, events, wallets)
  const accountExists = accounts.exists
  const operating = createOperating({ database, clock, catalog, telling, accountExists })
  const vault = createVault({ database, keyring, clock })
  const orders = createOrders({
    database,
    clock,
    catalog,
    wallets,
    vault,
    suppliers: createSuppliers(options.overrides?.suppliers ?? [createSandboxSupplier(ids)]),
    batching: {
      sizeMax: config.batchSizeMax,
      concurrencyMax: config.batchConcurrencyMax,
      spansAccounts: config.batchSpansAccounts,
    },
    onPlaced: events.placed,
    onTallyingError: (error) =>
      log.error({ err: error }, 'orders could not be tallied and are counted one by one'),
  })
  return {
    events,
    accounts,
    clients,
    usage,
    requestLogs,
    accessTokens,
    auth,
    catalog,
    money,
    overviews,
    wallets,
    storefront,
    browsing,
    telling,
    operating,
    vault,
    orders,
  }
}

/** What is done behind the requests: events and cards on their way to others. */
function createSending(
  { options, database, keyring, ids, clock }: Foundation,
  domains: Awaited<ReturnType<typeof createDomains>>,
  health: Health,
) {
  const { events, catalog, money, vault, orders, requestLogs } = domains
  const { config, connection, log, ownUrl } = options
  const webhooks = createWebhooks({
    database,
    events,
    keyring,
    ids,
    clock,
    allowPrivate: config.webhooksAllowPrivate,
    ownUrl,
    areOrdersWaiting: orders.isBusy,
    onError: (error) => log.error({ err: error }, 'webhooks could not be sent and will be'),
  })
  const delivery = createDelivery({
    database,
    keyring,
    vault,
    events,
    clock,
    ids,
    orders: createOrderBook(catalog),
    publicUrl: ownUrl,
    settings: { ...config, telling: config.messages },
    queue: {
      enqueue: (tx, due) => jobs.enqueue(tx, sendJobsOf(due)),
    },
    onError: (error) => log.error({ err: error }, 'messages could not be made and will be'),
  })
  const bulk = createBulk({
    ...{ ...domains, database, clock, ids },
    onError: (error) => log.error({ err: error }, 'bulk orders could not be placed and will be'),
  })
  const jobs = createJobs({
    connection,
    recurring: [
      {
        name: 'delete-old-webhook-attempts',
        cron: '17 * * * *',
        run: webhooks.deleteOld,
      },
      { name: 'tally-wallets', cron: '* * * * *', run: money.spending.tallyAll },
      { name: 'verify-ledger', cron: '43 3 * * *', run: health.verifyLedgerDaily },
      { name: 'delete-old-requests', cron: '43 * * * *', run: requestLogs.deleteOld },
      { name: 'delete-old-drafts', cron: '13 4 * * *', run: bulk.bulkOrders.deleteOldDrafts },
    ],
    queued: sendJob(delivery),
    onError: (error) => log.error({ err: error }, 'jobs could not be done and will be'),
  })
  return { webhooks, delivery, bulk, jobs }
}

function describeTenancy(parts: {
  readonly config: Config
  readonly accounts: Accounts
  readonly people: People
  readonly opening: Opening
}): Tenancy {
  const { config, accounts, people, opening } = parts
  const hasMail = config.smtpUrl !== undefined && config.mailFrom !== undefined
  const setup = { version, signUp: config.signUp, hasMail, ...opening }
  return { accounts, members: people.members, audit: people.audit, people, opening, setup }
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
