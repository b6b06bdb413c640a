import { keyOf } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import type { Events } from '../../events/index.ts'
import { type Database, type Tx, transact } from '../../storage/database.ts'
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

/** Writes attempts and what became of their deliveries and endpoints, all together. */
export function record(deps: ResultDependencies, results: readonly Result[]): Promise<void> {
  const now = deps.clock.now()
  return transact(deps.database, async (tx) => {
    // Endpoints before deliveries, as whoever deletes an endpoint locks them.
    const failing = await store.updateHealth(tx, healthOf(results), now)
    await Promise.all([
      store.updateDeliveries(
        tx,
        results.map((result) => stepOf(result, now)),
        now,
      ),
      store.insertAttempts(
        tx,
        results.map(({ attempt }) => attempt),
      ),
    ])
    for (const address of goneOf(results)) await disable(deps, tx, address, 'gone')
    for (const address of failing) {
      if (hasFailedForLong(address, now)) await disable(deps, tx, address, 'failing')
    }
  })
}

function healthOf(results: readonly Result[]): store.Health[] {
  const byEndpoint = Map.groupBy(results, ({ claimed }) => nameOf(claimed))
  return [...byEndpoint.values()].flatMap((group) => {
    const [first] = group
    const hasDelivered = group.some(({ decision }) => decision.type === 'delivered')
    return first === undefined ? [] : [{ ...first.claimed, hasDelivered }]
  })
}

function stepOf({ claimed, decision }: Result, now: Date): store.Step {
  switch (decision.type) {
    case 'delivered':
      return { ...claimed, state: 'delivered', dueAt: now }
    case 'retry':
      return { ...claimed, state: 'pending', dueAt: decision.at }
    default:
      return { ...claimed, state: 'failed', dueAt: now }
  }
}

function goneOf(results: readonly Result[]): Address[] {
  const gone = results.filter(({ decision }) => decision.type === 'endpoint gone')
  return [...new Map(gone.map(({ claimed }) => [nameOf(claimed), claimed])).values()]
}

const nameOf = ({ owner, id }: Address) => `${keyOf(owner)}/${id}`

async function disable(
  { events }: ResultDependencies,
  tx: Tx,
  { owner, id }: Address,
  reason: DisabledReason,
): Promise<void> {
  const endpoint = await lockEndpoint(tx, owner, id)
  if (endpoint === undefined || !endpoint.isEnabled) return
  await disableEndpoint(tx, endpoint, reason)
  const disabled = { ...endpoint, isEnabled: false, disabledReason: reason }
  const type = 'webhook_endpoint.disabled' as const
  await events.emit(tx, owner, { type, data: endpointFact(disabled) })
}
