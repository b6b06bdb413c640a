import type { Owner } from '../accounts/index.ts'
import { type EventType, isOrderEvent } from '../events/index.ts'

/** The original's name for what happens to orders; endpoints may ask for all of it by that. */
export const ORIGINAL_ORDER_EVENT = 'giftcard_transaction.status'

export type DisabledReason = 'manual' | 'failing' | 'gone'

/** An address that gets an account's events of one mode. */
export interface Endpoint {
  readonly owner: Owner
  readonly id: string
  readonly url: string
  readonly description: string | null
  /** Event types, `*` for all of them, or the original's name for all events of orders. */
  readonly events: readonly string[]
  readonly secret: Buffer
  /** What `secret` was before it was rotated; signs as well until then. Sealed, as that one is. */
  readonly previousSecret: Buffer | null
  readonly previousSecretUntil: Date | null
  readonly isEnabled: boolean
  readonly disabledReason: DisabledReason | null
  /** Events up to this number have been handed out. */
  readonly handedSequence: bigint
  /**
   * When attempts began to fail, without one that succeeded since and without two days in which
   * nothing was tried.
   */
  readonly failingSince: Date | null
  /** Failures since then. */
  readonly failures: number
  readonly createdAt: Date
}

/** Whether an endpoint that asked for these events gets one of this type. */
export function isWanted(events: readonly string[], type: EventType): boolean {
  return events.some(
    (wanted) =>
      wanted === '*' || wanted === type || (wanted === ORIGINAL_ORDER_EVENT && isOrderEvent(type)),
  )
}

export const deliveryStates = ['pending', 'delivered', 'failed'] as const

export type DeliveryState = (typeof deliveryStates)[number]

/** One event's way to one endpoint. */
export interface Delivery {
  readonly sequence: bigint
  readonly state: DeliveryState
  readonly attempts: number
  readonly dueAt: Date
  readonly updatedAt: Date
}

/** One request to an endpoint and what came of it. */
export interface Attempt {
  readonly endpointId: string
  /** The event; null for an example. */
  readonly sequence: bigint | null
  readonly type: string
  readonly url: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly status: number | null
  readonly answerHeaders: Readonly<Record<string, string>>
  /** The beginning of it. */
  readonly answerBody: string
  readonly error: string | null
  readonly errorMessage: string | null
  readonly milliseconds: number
  readonly at: Date
}

export interface StoredAttempt extends Attempt {
  readonly id: bigint
}

/** With what was sent, which is written anew from the event: it is the same each time. */
export interface ShownAttempt extends StoredAttempt {
  readonly requestBody: string
}

/** An endpoint that has only failed for this long, and this often, is disabled. */
const FAILING_MS_MAX = 3 * 24 * 3_600_000
const FAILURES_MIN = 10

/** Failures that are further apart than this say nothing about the time between them. */
export const SILENCE_MS_MAX = 2 * 24 * 3_600_000

export function hasFailedForLong(
  { failingSince, failures }: Pick<Endpoint, 'failingSince' | 'failures'>,
  now: Date,
): boolean {
  if (failingSince === null || failures < FAILURES_MIN) return false
  return now.getTime() - failingSince.getTime() >= FAILING_MS_MAX
}

/** What is told about an endpoint in events. */
export function endpointFact({ id, url, events, isEnabled, disabledReason }: Endpoint): object {
  return { id, url, events, isEnabled, disabledReason }
}
