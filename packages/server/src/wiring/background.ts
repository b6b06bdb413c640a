import { createBulk } from '../bulk/index.ts'
import { createDelivery, sendJob, sendJobsOf } from '../delivery/index.ts'
import { createJobs } from '../jobs/index.ts'
import { createOrderBook } from '../orders/index.ts'
import { createWebhooks } from '../webhooks/index.ts'
import type { Domains } from './domains.ts'
import type { Foundation } from './foundation.ts'
import { createOwnHealth } from './operators.ts'
import { createPeople } from './people.ts'

/** What is done behind the requests, now and then or for others: events, cards and mail on their way. */
export function createBackground(foundation: Foundation, domains: Domains) {
  const { options, database, keyring, ids, clock } = foundation
  const { events, catalog, money, vault, orders, requestLogs } = domains
  const { config, connection, log, ownUrl } = options
  const health = createOwnHealth(foundation)
  const people = createPeople({
    ...{ config, database, keyring, ids, clock, log, ownUrl },
    accessTokens: domains.accessTokens,
    mailer: () => delivery.mailer,
  })
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
      { name: 'delete-old-people-data', cron: '23 4 * * *', run: people.deleteOld },
      { name: 'delete-old-requests', cron: '43 * * * *', run: requestLogs.deleteOld },
      { name: 'delete-old-drafts', cron: '13 4 * * *', run: bulk.bulkOrders.deleteOldDrafts },
    ],
    queued: sendJob(delivery),
    onError: (error) => log.error({ err: error }, 'jobs could not be done and will be'),
  })
  return { webhooks, delivery, bulk, health, people, jobs }
}

export type Background = ReturnType<typeof createBackground>
