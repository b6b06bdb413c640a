import {
  createAccessTokens,
  createAccounts,
  createClients,
  createDirectory,
  createUsage,
  getDialect,
} from '../accounts/index.ts'
import { createAuth, createTokens } from '../auth/index.ts'
import {
  createBrowsing,
  createCatalog,
  createOperating,
  createStorefront,
} from '../catalog/index.ts'
import { createEvents } from '../events/index.ts'
import { createOrders, orderLog } from '../orders/index.ts'
import { createOverviews } from '../reports/index.ts'
import { createRequestLogs } from '../requests/index.ts'
import { createSandboxSupplier, createSuppliers } from '../suppliers/index.ts'
import { createVault } from '../vault/index.ts'
import { createMoney } from '../wallet/index.ts'
import type { Foundation } from './foundation.ts'
import { createTelling } from './operators.ts'

/** What requests are answered with. */
export async function createDomains(foundation: Foundation) {
  const callers = await createCallers(foundation)
  const shop = await createShop(foundation, callers)
  return { ...callers, ...shop }
}

export type Domains = Awaited<ReturnType<typeof createDomains>>

/** Who calls, and what happened to them. */
async function createCallers(foundation: Foundation) {
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
    ...{ accounts, usage, ids, clock, ownUrl },
    tokens: createTokens(keyring, clock),
    strangersDialect: getDialect(config.strangersDialect),
  })
  const requestLogs = createRequestLogs({
    database,
    clock,
    identify: auth.identify,
    onError: (error) => log.error({ err: error }, 'requests could not be recorded and will be'),
  })
  return { events, accounts, accessTokens, usage, clients, auth, requestLogs }
}

/** What is sold, what it is paid with, and the orders. */
async function createShop(
  { options, database, notifications, keyring, ids, clock }: Foundation,
  { events, accounts }: Awaited<ReturnType<typeof createCallers>>,
) {
  const { config, log, ownUrl, overrides } = options
  const catalog = await createCatalog(database, notifications, (error) =>
    log.error({ err: error }, 'the catalogue could not be loaded again and stays as it was'),
  )
  const { reportTimeZone: timeZone, fundingInstructions } = config
  const money = createMoney({
    ...{ database, clock, events, timeZone, fundingInstructions },
    requireLive: accounts.requireLive,
  })
  const { wallets } = money
  const { currencyOf } = wallets
  const telling = createTelling(database, events, wallets)
  const accountExists = accounts.exists
  const vault = createVault({ database, keyring, clock })
  const orders = createOrders({
    ...{ database, clock, catalog, wallets, vault },
    suppliers: createSuppliers(overrides?.suppliers ?? [createSandboxSupplier(ids)]),
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
    ...{ catalog, money, wallets, telling, vault, orders },
    overviews: createOverviews({ database, clock, money, timeZone, log }),
    storefront: createStorefront({ catalog, currencyOf, ownUrl }),
    browsing: createBrowsing({ catalog, currencyOf }),
    operating: createOperating({ database, clock, catalog, telling, accountExists }),
  }
}
