import { keyOf } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import type { Events } from '../../events/index.ts'
import { type Database, transact } from '../../storage/database.ts'
import { type DisabledReason, type Endpoint, endpointFact, hasFailedForLong } from '../model.ts'
import type { Decision } from '../schedule.ts'
import { disableEndpoint, lockEndpoint } from '../store.ts'
import * as store from './store.ts'

export interface ResultDependencies {
  readonly database: Database
  readonly events: Pick<Events, 'emit'>
  readonly clock: Clock
}

/** One attempt, and what is to become of the delivery after it. */
export interface Result {
  readonly claimed: store.Claimed
  readonly attempt: store.OwnedAttempt
  readonly decision: Decision
}

type Address = Pick<Endpoint, 'owner' | 'id'>

/**
 * Writes attempts and what became of their deliveries and endpoints, all together.
 * Endpoints are disabled in transactions of their own, so that nobody holds the
 * events of several accounts; what is lost between two is seen at the next attempt.
 */
export async function record(deps: ResultDependencies, results: readonly Result[]): Promise<void> {
  const now = deps.clock.now()
  // Before the attempts, so that not another one follows.
  for (const { claimed, attempt } of goneOf(results)) {
    await disable(deps, claimed, (endpoint) => endpoint.url === attempt.url && 'gone')
  }
  const failing = await transact(deps.database, async (tx) => {
    // Endpoints before deliveries, as whoever deletes an endpoint locks them.
    const changed = await store.updateHealth(tx, healthOf(results), now)
    await Promise.all([
      ...roundsOf(results.map((result) => stepOf(result, now))).map((steps) =>
        store.updateDeliveries(tx, steps, now),
      ),
      store.insertAttempts(
        tx,
        results.map(({ attempt }) => attempt),
      ),
    ])
    return changed.filter((address) => hasFailedForLong(address, now))
  })
  for (const address of failing) {
    await disable(deps, address, (endpoint) => hasFailedForLong(endpoint, now) && 'failing')
  }
}

function healthOf(results: readonly Result[]): store.Health[] {
  const byEndpoint = Map.groupBy(results, ({ claimed }) => nameOf(claimed))
  return [...byEndpoint.values()].flatMap((group) => {
    const [first] = group
    const delivered = group.filter(({ decision }) => decision.type === 'delivered').length
    const failures = group.length - delivered
    return first === undefined ? [] : [{ ...first.claimed, hasDelivered: delivered > 0, failures }]
  })
}

function stepOf({ claimed, decision }: Result, now: Date): store.Step {
  switch (decision.type) {
    case 'delivered':
      return { ...claimed, state: 'delivered', dueAt: now }
    case 'retry':
      return { ...claimed, state: 'pending', dueAt: decision.at }
    case 'give up':
      return { ...claimed, state: 'failed', dueAt: now }
    case 'endpoint gone':
      // It waits until the endpoint is enabled again, perhaps with another address.
      return { ...claimed, state: 'pending', dueAt: now }
  }
}

/** A statement changes a row once, and a delivery that was asked for again has two attempts. */
function roundsOf(steps: readonly store.Step[]): store.Step[][] {
  const nameOfStep = (step: store.Step) => `${nameOf(step)} ${step.sequence}`
  const groups = [...Map.groupBy(steps, nameOfStep).values()]
  const count = Math.max(0, ...groups.map((group) => group.length))
  return Array.from({ length: count }, (_, round) => groups.flatMap((group) => group[round] ?? []))
}

/** One result for each address that is gone. */
function goneOf(results: readonly Result[]): Result[] {
  const gone = results.filter(({ decision }) => decision.type === 'endpoint gone')
  const nameOfResult = ({ claimed, attempt }: Result) => `${nameOf(claimed)} ${attempt.url}`
  return [...new Map(gone.map((result) => [nameOfResult(result), result])).values()]
}

const nameOf = ({ owner, id }: Address) => `${keyOf(owner)}/${id}`

/** @param reasonFor why, with the endpoint as it is now; false when there is no reason any more */
function disable(
  { database, events }: ResultDependencies,
  { owner, id }: Address,
  reasonFor: (endpoint: Endpoint) => DisabledReason | false,
): Promise<void> {
  return transact(database, async (tx) => {
    const endpoint = await lockEndpoint(tx, owner, id)
    if (endpoint === undefined || !endpoint.isEnabled) return
    const disabledReason = reasonFor(endpoint)
    if (disabledReason === false) return
    await disableEndpoint(tx, endpoint, disabledReason)
    const disabled = { ...endpoint, isEnabled: false, disabledReason }
    const type = 'webhook_endpoint.disabled' as const
    await events.emit(tx, owner, { type, data: endpointFact(disabled) })
  })
}
