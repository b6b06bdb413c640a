import { type Database, transact } from '../../storage/database.ts'
import { type OrderFilter, type Owner, recipientOf } from '../filter.ts'
import type { Order } from '../model.ts'
import { listFitting, listOrders } from '../store.ts'
import { narrow } from './search.ts'
import * as store from './store.ts'

/** Orders that are read at once; each has about a kilobyte. */
const CHUNK = 1_000

/**
 * Every order that fits a filter, once, the newest first, in chunks: those that had been placed
 * when the walk began. However many there are, one chunk is in memory and no statement is long,
 * because tallies tell which stretches of orders need not be read.
 */
export async function* walk(
  database: Database,
  owner: Owner,
  filter: OrderFilter,
): AsyncGenerator<readonly Order[]> {
  const plan = await transact(database, (tx) => planWalk({ tx, owner, filter }), {
    isSnapshot: true,
  })
  if ('ids' in plan) {
    for (let at = 0; at < plan.ids.length; at += CHUNK) {
      yield await listOrders(database, owner, plan.ids.slice(at, at + CHUNK))
    }
    return
  }
  for (const range of plan.ranges) yield* walkRange(database, owner, plan.filter, range)
}

interface Walk {
  readonly ranges: readonly store.IdRange[]
  readonly filter: OrderFilter
}

async function planWalk({
  tx,
  owner,
  filter,
}: store.ListQuery): Promise<Walk | { readonly ids: readonly bigint[] }> {
  const narrowed = await narrow(tx, owner, filter)
  if ('ids' in narrowed) return narrowed
  const recipient = recipientOf(narrowed.filter)
  const [lastOfRuns, lastId, runs] = await Promise.all([
    store.findLastIdOfRuns(tx, owner),
    store.findLastId(tx, owner),
    recipient === undefined
      ? store
          .findProducts(tx, owner, narrowed.filter)
          .then((products) => store.countByTallies(tx, owner, narrowed.filter, products))
      : store.countByRecipient(tx, owner, recipient),
  ])
  return { ...narrowed, ranges: [{ firstId: lastOfRuns + 1n, lastId }, ...runs] }
}

async function* walkRange(
  database: Database,
  owner: Owner,
  filter: OrderFilter,
  { firstId, lastId }: store.IdRange,
): AsyncGenerator<readonly Order[]> {
  for (let last = lastId; last >= firstId; ) {
    const range = { firstId, lastId: last, limit: CHUNK }
    const chunk = await listFitting(database, owner, filter, range)
    if (chunk.length > 0) yield chunk
    const oldest = chunk.at(-1)
    if (oldest === undefined || chunk.length < CHUNK) return
    last = oldest.id - 1n
  }
}
