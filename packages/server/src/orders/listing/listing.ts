import type { Page, PageRequest } from '../../core/page.ts'
import { type Database, type Tx, transact } from '../../storage/database.ts'
import type { OrderFilter, Owner } from '../filter.ts'
import type { Order } from '../model.ts'
import { listOrders } from '../store.ts'
import { type Part, partOfIds, partOfRuns, readIds, totalOf } from './parts.ts'
import * as store from './store.ts'

/** The list that a report asks for. */
interface Query {
  readonly tx: Tx
  readonly owner: Owner
  readonly filter: OrderFilter
}

/**
 * One page of the orders that fit a filter, the newest first, and how many
 * there are: exact, and both as of the same moment.
 *
 * What tallies can tell is taken from them, run by run; the other orders are
 * read: those after the last run, and runs that the filter's times cut.
 */
export function listPage(
  database: Database,
  owner: Owner,
  filter: OrderFilter,
  page: PageRequest,
): Promise<Page<Order>> {
  return transact(
    database,
    async (tx) => {
      const parts = await findParts({ tx, owner, filter })
      const ids = await readIds(parts, { skip: page.number * page.size, take: page.size })
      return { rows: await listOrders(tx, owner, ids), total: totalOf(parts), ...page }
    },
    { isSnapshot: true },
  )
}

const LAST_ID = 2n ** 63n - 1n

/** The whole list in parts, the newest first. */
async function findParts(query: Query): Promise<Part[]> {
  const { tx, owner, filter } = query
  // An identifier has one order, or a few that differ in case; its index finds them.
  if (filter.customIdentifier !== undefined) {
    return [partOfIds(await store.listByIdentifier(tx, owner, filter))]
  }
  const [lastId, parts] = await Promise.all([
    store.findLastIdOfRuns(tx, owner),
    filter.recipientEmail === undefined
      ? findByTallies(query)
      : findByRecipient(query, filter.recipientEmail),
  ])
  return countRanges(query, [{ firstId: lastId + 1n, lastId: LAST_ID }, ...parts])
}

/** Makes parts of the ranges, by counting the orders in all of them at once. */
async function countRanges(
  { tx, owner, filter }: Query,
  parts: readonly (Part | store.IdRange)[],
): Promise<Part[]> {
  const ranges = parts.filter((part) => 'firstId' in part)
  const counts = await store.countInRanges(tx, owner, filter, ranges)
  const counted = new Map(ranges.map((range, index) => [range, counts[index] ?? 0]))
  return parts.map((part) => {
    if (!('firstId' in part)) return part
    return {
      orders: counted.get(part) ?? 0,
      readIds: (slice) => store.listInRange(tx, owner, filter, { ...part, ...slice }),
    }
  })
}

/** Parts of the orders in runs; what only the orders themselves can tell is left as a range. */
type Findings = (Part | store.IdRange)[]

async function findByTallies({ tx, owner, filter }: Query): Promise<Findings> {
  const runs = await store.countByTallies(tx, owner, filter)
  return joinRuns(runs, (chosen, slice) =>
    store.listByTallies(tx, owner, filter, {
      first: chosen.at(-1)?.run ?? 0,
      last: chosen[0]?.run ?? 0,
      ...slice,
    }),
  )
}

/**
 * By the fingerprints of the address alone where nothing else restricts a run,
 * which its tallies know. The orders of the other runs are read: only those
 * that went to the address, unless they are so many that reading all is faster.
 */
async function findByRecipient(query: Query, email: string): Promise<Findings> {
  const { tx, owner, filter } = query
  const [found, tallied] = await Promise.all([
    store.countByRecipient(tx, owner, email),
    restrictsMore(filter) ? store.countByTallies(tx, owner, filter) : undefined,
  ])
  const others = tallied && new Map(tallied.map((run) => [run.run, run]))
  const runs = others === undefined ? found : found.filter(({ run }) => others.has(run))
  const doubtful = runs.filter(({ run, isOpen }) => {
    const other = others?.get(run)
    return !isOpen && other !== undefined && (other.isOpen || !other.isWhole)
  })
  const fitting = await findFitting(query, email, doubtful)
  return joinRuns(
    runs.map((run) => (doubtful.includes(run) ? { ...run, isOpen: true } : run)),
    (chosen, slice) =>
      store.listByRecipient(tx, owner, email, { runs: chosen.map(({ run }) => run), ...slice }),
    fitting,
  )
}

/** More orders than this are read one after another as they are stored, not looked up. */
const LOOKED_UP_MAX = 5_000

/** The orders to an address that fit, by run; undefined for runs with too many to look up. */
async function findFitting(
  { tx, owner, filter }: Query,
  email: string,
  counts: readonly store.RunCount[],
): Promise<(run: store.RunCount) => Part | undefined> {
  const take = totalOf(counts)
  if (take === 0 || take > LOOKED_UP_MAX) return () => undefined
  const runs = counts.map(({ run }) => run)
  const ids = await store.listByRecipient(tx, owner, email, { runs, skip: 0, take })
  const fitting = await store.selectFitting(tx, owner, filter, ids)
  return ({ run, firstId, lastId }) =>
    runs.includes(run)
      ? partOfIds(fitting.filter((id) => id >= firstId && id <= lastId))
      : undefined
}

function restrictsMore({ recipientEmail, ...others }: OrderFilter): boolean {
  return Object.keys(others).length > 0
}

/** Joins the runs between two open ones into a part; the open ones are known otherwise, or ranges. */
function joinRuns(
  runs: readonly store.RunCount[],
  read: (runs: readonly store.RunCount[], slice: store.Slice) => Promise<readonly bigint[]>,
  known: (run: store.RunCount) => Part | undefined = () => undefined,
): Findings {
  const findings: Findings = []
  let joined: store.RunCount[] = []
  for (const run of runs) {
    if (!run.isOpen) {
      joined.push(run)
      continue
    }
    if (joined.length > 0) findings.push(partOfRuns(joined, read))
    joined = []
    findings.push(known(run) ?? run)
  }
  if (joined.length > 0) findings.push(partOfRuns(joined, read))
  return findings
}
