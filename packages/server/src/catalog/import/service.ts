import { formatDecimal } from '../../core/decimal.ts'
import { type Database, type Tx, transact } from '../../storage/database.ts'
import { lockInstallation } from '../../storage/installation.ts'
import { PER_USD_PLACES, type Snapshot } from '../snapshot.ts'
import { loadCatalog, notifyChanged } from '../store.ts'
import { type Telling, toProductEvents } from '../telling.ts'
import { type Listed, type Plan, planImport, type Refusal } from './plan.ts'
import { readRow } from './row.ts'
import * as store from './store.ts'

export interface ImportRequest {
  /** Products in the API's own shape, as JSON was parsed. */
  readonly rows: readonly unknown[]
  /** Whether this is the whole catalogue, so that what it does not list is withdrawn. */
  readonly isWhole: boolean
  /** Reports what would happen and changes nothing. */
  readonly isDryRun?: boolean
  readonly onProgress?: (rowsDone: number) => void
}

export interface ImportReport {
  readonly isApplied: boolean
  readonly isWhole: boolean
  readonly rows: number
  /** Products by id, each in one of the lists. */
  readonly new: readonly bigint[]
  readonly changed: readonly bigint[]
  readonly withdrawn: readonly bigint[]
  readonly unchanged: number
  /** The exchange rates that are others now. */
  readonly rates: readonly RateChange[]
  /** Names of fields that rows have and that are not kept. */
  readonly notKept: readonly string[]
  /** When there is any, nothing is changed and nothing above is known. */
  readonly refused: readonly Refusal[]
}

export interface ImportDependencies {
  readonly database: Database
  readonly telling: Telling
}

/** What one US dollar is worth in a currency, as decimal text. */
export interface RateChange {
  readonly currency: string
  /** Null when it was not known. */
  readonly before: string | null
  readonly after: string
}

/**
 * Makes the catalogue what a list says, in one transaction: all of it, or none
 * when a row is refused. Every server process sells by it once it is committed.
 */
export async function importCatalog(
  { database, telling }: ImportDependencies,
  request: ImportRequest,
): Promise<ImportReport> {
  await telling.prepare()
  const read = readRows(request.rows)
  const report = { ...nothing, ...read.report, isWhole: request.isWhole }
  try {
    return await transact(database, async (tx) => {
      // Of two imports at once the second begins with what the first has made.
      await lockInstallation(tx)
      const current = await loadCatalog(tx)
      const plan = planImport(current, read.listed)
      const refused = [...report.refused, ...plan.refused].sort((a, b) => a.index - b.index)
      if (refused.length > 0) throw new NotApplied({ ...report, refused })
      const changes = await apply(tx, plan, request, current)
      if (request.isDryRun) throw new NotApplied({ ...report, ...changes })
      const events = toProductEvents([...changes.new, ...changes.changed], changes.withdrawn)
      if (events.length > 0) await telling.tell(tx, events)
      return { ...report, ...changes, isApplied: true }
    })
  } catch (error) {
    if (error instanceof NotApplied) return error.report
    throw error
  }
}

const nothing = {
  isApplied: false,
  new: [],
  changed: [],
  withdrawn: [],
  unchanged: 0,
  rates: [],
}

/** Takes the transaction back. */
class NotApplied extends Error {
  readonly report: ImportReport

  constructor(report: ImportReport) {
    super('Not applied')
    this.report = report
  }
}

function readRows(rows: readonly unknown[]): {
  readonly listed: Listed[]
  readonly report: Pick<ImportReport, 'rows' | 'notKept' | 'refused'>
} {
  const listed: Listed[] = []
  const refused: Refusal[] = []
  const notKept = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const { product, productId, problems, unread } = readRow(row)
    for (const field of unread) notKept.add(field)
    refused.push(...problems.map((problem) => ({ index, productId, ...problem })))
    if (product !== undefined) listed.push({ index, product })
  }
  return { listed, report: { rows: rows.length, notKept: [...notKept], refused } }
}

/** Rows of one statement: few enough to show progress, too many to wait for each. */
const CHUNK = 500

async function apply(
  tx: Tx,
  plan: Plan,
  { isWhole, onProgress }: ImportRequest,
  { products: known, perUsd }: Snapshot,
): Promise<Pick<ImportReport, 'new' | 'changed' | 'withdrawn' | 'unchanged' | 'rates'>> {
  await store.saveCategories(tx, plan.categories)
  await store.saveBrands(tx, plan.brands)
  const currencies = await store.saveRates(tx, plan.perUsd)
  const saved: bigint[] = []
  for (let start = 0; start < plan.products.length; start += CHUNK) {
    const chunk = plan.products.slice(start, start + CHUNK)
    saved.push(...(await store.saveProducts(tx, chunk)))
    onProgress?.(start + chunk.length)
  }
  const isSold = new Map(plan.products.map(({ id, isActive }) => [id, isActive]))
  const withdrawn = [...known].flatMap(([id, { isActive }]) =>
    isActive && !(isSold.get(id) ?? !isWhole) ? [id] : [],
  )
  const missing = withdrawn.filter((id) => !isSold.has(id))
  await store.withdrawProducts(tx, missing)
  await notifyChanged(tx)
  const isWithdrawn = new Set(withdrawn)
  return {
    new: saved.filter((id) => !known.has(id)),
    changed: saved.filter((id) => known.has(id) && !isWithdrawn.has(id)),
    withdrawn,
    unchanged: plan.products.length - saved.length,
    rates: currencies.map((currency) => ({
      currency,
      before: toText(perUsd.get(currency)),
      after: toText(plan.perUsd.get(currency)) ?? '',
    })),
  }
}

function toText(perUsd: bigint | undefined): string | null {
  return perUsd === undefined ? null : formatDecimal(perUsd, PER_USD_PLACES, 0)
}
