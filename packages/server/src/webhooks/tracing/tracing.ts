import type { Owner } from '../../accounts/index.ts'
import type { Database } from '../../storage/database.ts'
import type { Delivery } from '../model.ts'
import * as store from './store.ts'

/** What came of sending some events. */
export interface WebhookTrace {
  readonly deliveries: readonly (Delivery & { readonly endpointId: string })[]
  /** The first ones, in their order. */
  readonly attempts: readonly store.TracedAttempt[]
  /** Whether there are more attempts. */
  readonly hasMore: boolean
}

/** An event is tried about 15 times at each of 20 endpoints, unless somebody asks for more. */
const ATTEMPTS_MAX = 200

export async function traceEvents(
  database: Database,
  owner: Owner,
  sequences: readonly bigint[],
): Promise<WebhookTrace> {
  const deliveries = await store.listDeliveriesOf(database, owner, sequences)
  const tried = deliveries.filter(({ attempts }) => attempts > 0)
  const attempts = await store.listAttemptsOf(database, owner, tried, ATTEMPTS_MAX + 1)
  return {
    deliveries,
    attempts: attempts.slice(0, ATTEMPTS_MAX),
    hasMore: attempts.length > ATTEMPTS_MAX,
  }
}
