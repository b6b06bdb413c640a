import { AUTH_PATH } from '../auth/index.ts'
import type { Config } from '../config.ts'
import { createTimedIds } from '../core/timed-ids.ts'
import { createHttpServer } from '../http/index.ts'
import { createManagedOrders } from '../orders/index.ts'
import { listRoutes, refusals, type Services } from '../routes.ts'
import { isUnavailable, ping } from '../storage/database.ts'
import { version } from '../version.ts'
import type { Background } from './background.ts'
import type { Domains } from './domains.ts'
import type { Foundation } from './foundation.ts'
import type { Opening } from './opening.ts'

/** What callers reach: every route, and who may call it. */
export function createSurface(
  { options, database, ids, clock }: Foundation,
  domains: Domains,
  { webhooks, delivery, bulk, health, people }: Background,
  opening: Opening,
) {
  const { config, log, ownUrl } = options
  const traces = { traceMessages: delivery.trace, traceWebhooks: webhooks.trace }
  const services: Services = {
    ...{ ...domains, ...webhooks, ...delivery, ...bulk, health, database, clock },
    requests: domains.requestLogs.requests,
    managedOrders: createManagedOrders({ database, ...domains, ...traces }),
    reportTimeZone: config.reportTimeZone,
    members: people.members,
    audit: people.audit,
    people,
    opening,
    setup: { ...describeSetup(config), ...opening },
  }
  return createHttpServer({
    routes: listRoutes(services),
    log,
    clock,
    nextRequestId: createTimedIds('req_', clock, ids),
    record(exchange) {
      domains.overviews.hear(exchange)
      domains.requestLogs.record(exchange)
    },
    authentication: {
      authenticate: domains.auth.authenticate,
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
}

/** What those who sign up need to know. */
function describeSetup({ signUp, smtpUrl, mailFrom }: Config) {
  return { version, signUp, hasMail: smtpUrl !== undefined && mailFrom !== undefined }
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
