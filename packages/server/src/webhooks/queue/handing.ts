import { keyOf } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import type { Events } from '../../events/index.ts'
import { type Database, transact } from '../../storage/database.ts'
import { type Endpoint, isWanted } from '../model.ts'
import { lockEndpoint } from '../store.ts'
import * as store from './store.ts'

export interface HandingDependencies {
  readonly database: Database
  readonly events: Pick<Events, 'catchUpAll' | 'peek'>
  readonly clock: Clock
}

/** Events that are handed to one endpoint in one transaction. */
const CHUNK = 1_000

/**
 * Queues new events for each endpoint that wants them, once each: how far an
 * endpoint has been handed events is written together with its deliveries.
 *
 * @param ordersMax how many orders may get their event before that; all by default
 * @returns whether there is more to hand out
 */
export async function handOut(
  deps: HandingDependencies,
  endpoints: readonly Endpoint[],
  ordersMax?: number,
): Promise<boolean> {
  const owners = new Map(endpoints.map(({ owner }) => [keyOf(owner), owner]))
  const last = await deps.events.catchUpAll([...owners.values()], ordersMax)
  let hasMore = false
  for (const endpoint of endpoints) {
    const isBehind = endpoint.handedSequence < (last.get(keyOf(endpoint.owner)) ?? 0n)
    if (isBehind && (await handChunk(deps, endpoint))) hasMore = true
  }
  return hasMore
}

function handChunk(deps: HandingDependencies, { owner, id }: Endpoint): Promise<boolean> {
  return transact(deps.database, async (tx) => {
    const endpoint = await lockEndpoint(tx, owner, id)
    if (endpoint === undefined || !endpoint.isEnabled) return false
    const range = { after: endpoint.handedSequence, limit: CHUNK }
    const events = await deps.events.peek(tx, owner, range)
    const last = events.at(-1)
    if (last === undefined) return false
    const wanted = events.filter(({ type }) => isWanted(endpoint.events, type))
    const sequences = wanted.map(({ sequence }) => sequence)
    await Promise.all([
      store.insertDeliveries(tx, endpoint, sequences, deps.clock.now()),
      store.updateHanded(tx, endpoint, last.sequence),
    ])
    return events.length === CHUNK
  })
}
