import type { FastifyInstance } from 'fastify'
import type { AccessTokens, Accounts } from './accounts/index.ts'
import {
  type ImportReport,
  type ImportRequest,
  importCatalog,
  type Operating,
} from './catalog/index.ts'
import type { Delivery } from './delivery/index.ts'
import type { Events } from './events/index.ts'
import type { Database } from './storage/database.ts'
import type { Money, Wallets } from './wallet/index.ts'
import { createBackground } from './wiring/background.ts'
import { createDomains } from './wiring/domains.ts'
import { type AppOptions, layFoundation } from './wiring/foundation.ts'
import { createOpening, type Opening } from './wiring/opening.ts'
import type { People } from './wiring/people.ts'
import { createSurface } from './wiring/surface.ts'

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
  readonly opening: Opening
  readonly database: Database
  readonly operating: Operating
  /** Makes the catalogue what a list of products says, and tells every account. */
  importCatalog(request: ImportRequest): Promise<ImportReport>
  /** Begins what is done without being asked for: sending events to webhook endpoints. */
  start(): void
  /** Answers what is in flight and lets go of the database. */
  close(): Promise<void>
}

export type { AppOptions }

/**
 * The one place where everything is wired, in four steps: what every part is
 * made of, the domains, what runs behind them, and the surface. The schema is
 * brought up to date and the delivered catalogue is there when this resolves.
 *
 * @throws SchemaError, WrongMasterKeyError
 */
export async function createApp(options: AppOptions): Promise<App> {
  const foundation = await layFoundation(options)
  const domains = await createDomains(foundation)
  const background = createBackground(foundation, domains)
  const { database, notifications, sharedClock } = foundation
  const { members } = background.people
  const opening = createOpening({ database, ...domains, members })
  const http = createSurface(foundation, domains, background, opening)

  const { accounts, accessTokens, events, money, wallets, orders } = domains
  const { overviews, requestLogs, usage, telling, operating } = domains
  const { webhooks, delivery, bulk, health, people, jobs } = background
  return {
    ...{
      http,
      accounts,
      accessTokens,
      events,
      wallets,
      money,
      delivery,
      people,
      opening,
      database,
      operating,
    },
    importCatalog: (request) => importCatalog({ database, telling }, request),
    start() {
      for (const part of [sharedClock, webhooks, jobs, delivery, requestLogs, usage, bulk]) {
        part.start()
      }
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
