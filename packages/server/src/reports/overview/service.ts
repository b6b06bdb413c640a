import type { Logger } from 'pino'
import type { Owner } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import { type MessageHealth, readMessageHealth } from '../../delivery/index.ts'
import { hasOrders, type OrderHealth, readOrderHealth } from '../../orders/index.ts'
import type { Database } from '../../storage/database.ts'
import type { Money, WalletView } from '../../wallet/index.ts'
import { readWebhookHealth, type WebhookHealth } from '../../webhooks/index.ts'
import { createFirstSteps, type Heard } from './first-steps.ts'
import type { Steps } from './store.ts'

/** How an account does in a mode, at a glance. */
export interface Overview {
  readonly wallet: WalletView
  readonly orders: OrderHealth
  readonly messages: MessageHealth
  readonly webhooks: WebhookHealth
  /** Funding requests that nobody has decided yet. */
  readonly pendingFunding: number
  readonly firstSteps: Steps & { readonly firstOrder: boolean }
}

export interface Overviews {
  /** Reads tallies and what is in trouble: takes as long with a million orders. @throws noWallet */
  get(owner: Owner, timeZone: string): Promise<Overview>
  /** Hears of every request of an API client; costs a look into memory, and nobody waits for it. */
  hear(exchange: Heard): void
  /** Resolves when everything that was heard has been written. */
  drain(): Promise<void>
  /** The zone of days that come without one. */
  readonly timeZone: string
}

export interface OverviewsDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly money: Pick<Money, 'view' | 'fundingRequests'>
  readonly timeZone: string
  readonly log: Pick<Logger, 'error'>
}

/** Whoever has more has trouble enough. */
export const COUNT_MAX = 1_000

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** An order that has not been decided for so long is stuck. */
export const STUCK_MINUTES = 10

/** How long a message that did not arrive is news. */
export const MESSAGE_DAYS = 7

export function createOverviews(deps: OverviewsDependencies): Overviews {
  const { database, clock, money, timeZone } = deps
  const firstSteps = createFirstSteps({
    database,
    clock,
    onError: (error) => deps.log.error({ err: error }, 'the first steps could not be kept'),
  })
  return {
    timeZone,
    hear: firstSteps.hear,
    drain: firstSteps.settle,
    async get(owner, zone) {
      const ago = (milliseconds: number) => new Date(clock.now().getTime() - milliseconds)
      const dayAgo = ago(DAY_MS)
      const [wallet, orders, messages, webhooks, pendingFunding, steps, firstOrder] =
        await Promise.all([
          money.view(owner, zone),
          readOrderHealth(database, owner, {
            failedSince: dayAgo,
            stuckBefore: ago(STUCK_MINUTES * MINUTE_MS),
            countMax: COUNT_MAX,
          }),
          readMessageHealth(database, owner, ago(MESSAGE_DAYS * DAY_MS), COUNT_MAX),
          readWebhookHealth(database, owner, dayAgo, COUNT_MAX),
          money.fundingRequests.countPending(owner),
          firstSteps.read(owner),
          hasOrders(database, owner),
        ])
      return {
        wallet,
        orders,
        messages,
        webhooks,
        pendingFunding,
        firstSteps: { ...steps, firstOrder },
      }
    },
  }
}
