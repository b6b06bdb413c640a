import type { Page, PageRequest } from '../../core/page.ts'
import { type Database, transact } from '../../storage/database.ts'
import { type OrderFilter, type Owner, type Recipient, recipientOf } from '../filter.ts'
import type { Order } from '../model.ts'
import { listOrders } from '../store.ts'
import { type Part, partOfIds, partOfRuns, readIds, totalOf } from './parts.ts'
import { narrow } from './search.ts'
import type { ListQuery as Query } from './store.ts'
import * as store from './store.ts'

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
async function findParts({ tx, owner, filter }: Query): Promise<Part[]> {
  const narrowed = await narrow(tx, owner, filter)
  if ('ids' in narrowed) return [partOfIds(narrowed.ids)]
  const query = { tx, owner, filter: narrowed.filter }
  const recipient = recipientOf(narrowed.filter)
  const [lastId, parts] = await Promise.all([
    store.findLastIdOfRuns(tx, owner),
    recipient === undefined ? findByTallies(query) : findByRecipient(query, recipient),
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

/** Ids of a slice of the orders that fit in some runs, newest first. */
type Lister = (runs: readonly store.RunCount[], slice: store.Slice) => Promise<bigint[]>

async function findByTallies(query: Query): Promise<Findings> {
  const { runs, list } = await countByTallies(query)
  return joinRuns(runs, list)
}

async function countByTallies({ tx, owner, filter }: Query) {
  const products = await store.findProducts(tx, owner, filter)
  const runs = await store.countByTallies(tx, owner, filter, products)
  const list: Lister = (chosen, slice) => {
    const [first, last] = [chosen.at(-1)?.run ?? 0, chosen[0]?.run ?? 0]
    return store.listByTallies(tx, owner, filter, products, { first, last, ...slice })
  }
  return { runs, list }
}

/**
 * By the fingerprints of the recipient alone, where the tallies say that the rest
 * of the filter does not restrict a run. The orders of other runs are looked up
 * if not too many went to the recipient or fit the rest; else all are read.
 */
async function findByRecipient(query: Query, recipient: Recipient): Promise<Findings> {
  const { tx, owner, filter } = query
  const sent = await store.countByRecipient(tx, owner, recipient)
  const listSent: Lister = (runs, slice) =>
    store.listByRecipient(tx, owner, recipient, { runs: runs.map(({ run }) => run), ...slice })
  if (Object.keys(filter).length === 1) return joinRuns(sent, listSent)

  const tallied = await countByTallies(query)
  const rest = new Map(tallied.runs.map((run) => [run.run, run]))
  const runs = sent.filter(({ run }) => rest.has(run))
  const hasBoth = filter.recipientEmail !== undefined && filter.recipientPhone !== undefined
  const doubtful = runs.filter(({ run, isOpen }) => {
    const other = rest.get(run)
    const restricts = hasBoth || other === undefined || other.isOpen || other.orders < other.size
    return !isOpen && restricts
  })
  const lookedUp = await lookUp(query, doubtful, [
    { list: listSent, runs: doubtful },
    { list: tallied.list, runs: between(doubtful, tallied.runs) },
  ])
  return joinRuns(
    runs.map((run) => (doubtful.includes(run) ? { ...run, isOpen: true } : run)),
    listSent,
    ({ run }) => lookedUp.get(run),
  )
}

/** Those that are no older than the oldest of some runs, and no newer than the newest. */
function between(runs: readonly store.RunCount[], all: readonly store.RunCount[]) {
  const [newest, oldest] = [runs[0]?.run ?? 0, runs.at(-1)?.run ?? 0]
  return all.filter(({ run }) => run >= oldest && run <= newest)
}

/** So many orders are read one after another while one is looked up that lies anywhere. */
const READ_PER_LOOKUP = 20

/** The fitting orders of some runs, of the fewest candidates; nothing when there are too many. */
async function lookUp(
  { tx, owner, filter }: Query,
  runs: readonly store.RunCount[],
  ways: readonly { readonly list: Lister; readonly runs: readonly store.RunCount[] }[],
): Promise<Map<number, Part>> {
  const [shortest] = ways.toSorted((one, other) => totalOf(one.runs) - totalOf(other.runs))
  if (shortest === undefined || runs.length === 0) return new Map()
  const take = totalOf(shortest.runs)
  const toRead = runs.reduce((sum, run) => sum + run.size, 0)
  if (take * READ_PER_LOOKUP > toRead) return new Map()
  const candidates = await shortest.list(shortest.runs, { skip: 0, take })
  const ids = await store.selectFitting(tx, owner, filter, candidates)
  const within = ({ firstId, lastId }: store.RunCount) =>
    ids.filter((id) => id >= firstId && id <= lastId)
  return new Map(runs.map((run) => [run.run, partOfIds(within(run))]))
}

/** Joins the runs between two open ones into a part; the open ones are known otherwise, or ranges. */
function joinRuns(
  runs: readonly store.RunCount[],
  list: Lister,
  known: (run: store.RunCount) => Part | undefined = () => undefined,
): Findings {
  const findings: Findings = []
  let joined: store.RunCount[] = []
  for (const run of runs) {
    if (!run.isOpen) {
      joined.push(run)
      continue
    }
    if (joined.length > 0) findings.push(partOfRuns(joined, list))
    joined = []
    findings.push(known(run) ?? run)
  }
  if (joined.length > 0) findings.push(partOfRuns(joined, list))
  return findings
}
