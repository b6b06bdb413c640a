import type { Owner } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Events } from '../events/index.ts'
import type { Database } from '../storage/database.ts'
import type { Keyring } from '../storage/keyring.ts'
import { createHistory, type History } from './history/service.ts'
import { deleteOldAttempts } from './queue/pruning.ts'
import { createReceiverAddress } from './receivers/address.ts'
import { createReceivers, type Receivers } from './receivers/service.ts'
import { createSender } from './sender.ts'
import { createEndpoints, type Endpoints } from './service.ts'
import { traceEvents, type WebhookTrace } from './tracing/tracing.ts'
import { createWorker } from './worker.ts'

/** Events on their way to the addresses that accounts have named. */
export interface Webhooks {
  readonly endpoints: Endpoints
  readonly history: History
  readonly receivers: Receivers
  /** What came of sending some events, to whichever endpoint. */
  trace(owner: Owner, sequences: readonly bigint[]): Promise<WebhookTrace>
  /** Begins to send, in this process. */
  start(): void
  /** Resolves when what is being sent has been answered and recorded. */
  stop(): Promise<void>
  /** Deletes attempts that are older than 30 days, and test receivers that are older than one. */
  deleteOld(): Promise<void>
}

export interface WebhooksDependencies {
  readonly database: Database
  readonly events: Events
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
  /** Lets addresses of this machine and its private network through. */
  readonly allowPrivate: boolean
  /** The address that clients reach the server by. */
  ownUrl(): string
  /** Whether the process has its hands full with orders, which come first. */
  areOrdersWaiting(): boolean
  /** Hears why something could not be done; it is tried again. */
  onError(error: unknown): void
}

/** The worker bounds them by endpoint, several of which may be on one host. */
const CONNECTIONS_PER_HOST = 1_000

export function createWebhooks(deps: WebhooksDependencies): Webhooks {
  const { database, clock, allowPrivate } = deps
  const address = createReceiverAddress(deps.ownUrl)
  const policy = { allowPrivate, isReceiver: address.isReceiver }
  const sender = createSender({ ...policy, connectionsPerHost: CONNECTIONS_PER_HOST })
  const endpoints = createEndpoints({ ...deps, policy, sender, onChange: () => worker.wake() })
  const { secretsOf } = endpoints
  const worker = createWorker({ ...deps, sender, secretsOf })
  const receivers = createReceivers({ ...deps, address, secretsOf })
  return {
    endpoints,
    history: createHistory(deps),
    receivers,
    trace: (owner, sequences) => traceEvents(database, owner, sequences),
    start: worker.start,
    async stop() {
      await worker.drain()
      await sender.close()
    },
    async deleteOld() {
      await deleteOldAttempts(database, clock)
      await receivers.deleteExpired()
    },
  }
}
