import { accountErrors } from '../accounts/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { ApiError } from '../core/errors.ts'
import { type IdentifiedOrder, type Orders, orderErrors } from '../orders/index.ts'
import { isUnavailable, OutcomeUnknownError } from '../storage/database.ts'
import { walletErrors } from '../wallet/index.ts'
import { rowErrors } from './errors.ts'
import {
  type BulkKey,
  bulkOrderOf,
  type PauseReason,
  principalOf,
  type Row,
  type Settled,
} from './model.ts'
import { toProblem, toRequest } from './reading.ts'

export interface PlacingDependencies {
  readonly orders: Pick<Orders, 'place' | 'findByIdentifier'>
  readonly catalog: Pick<Catalog, 'current'>
  /** Hears of rows that failed for no reason that anybody expected. */
  onError(error: unknown): void
}

/** What became of rows that were to be placed. Rows of which nothing is said stay as they are. */
export interface Placed {
  readonly settled: readonly Settled[]
  /** Why some were refused that can be bought later. */
  readonly pause: PauseReason | undefined
  /** Of some nobody knows what became of them, or the service had no time: look or try again. */
  readonly isUnsettled: boolean
}

/**
 * Places rows as orders of their identifiers, all at once, so that they share a transaction. A row
 * whose identifier has an order is not bought again: the order says whether it was placed for this
 * bulk order, before somebody was killed, or for another.
 */
export async function placeRows(
  deps: PlacingDependencies,
  key: BulkKey,
  rows: readonly Row[],
): Promise<Placed> {
  const outcomes = await Promise.all(rows.map((row) => placeRow(deps, key, row)))
  const used = rows.filter((_, index) => outcomes[index] === 'used')
  const found = await lookUp(deps, key, used)
  return {
    settled: [...outcomes.filter((outcome) => typeof outcome === 'object'), ...found],
    pause: passing.find((reason) => outcomes.includes(reason)),
    isUnsettled: outcomes.includes('unknown') || found.length < used.length,
  }
}

/** What is known of rows from the orders that have their identifiers. */
export async function lookUp(
  { orders }: Pick<PlacingDependencies, 'orders'>,
  key: BulkKey,
  rows: readonly Row[],
): Promise<Settled[]> {
  if (rows.length === 0) return []
  const identifiers = rows.flatMap(({ identifier }) => identifier ?? [])
  const found = await orders.findByIdentifier(key, identifiers)
  return rows.flatMap((row) => {
    const order = found.get(row.identifier ?? '')
    return order === undefined ? [] : settledBy(key, row, order)
  })
}

function settledBy(key: BulkKey, { line }: Row, order: IdentifiedOrder): Settled {
  const placedBy = bulkOrderOf(order)
  const common = { line, problems: [], orderId: order.id }
  return placedBy === key.id
    ? { ...common, state: 'placed', cost: order.cost, boughtIn: null }
    : { ...common, state: 'skipped', cost: null, boughtIn: placedBy ?? null }
}

/** What a bulk order waits for; the first is what nobody else than an operator can change. */
const passing = ['live_disabled', 'insufficient_balance'] as const

type Outcome = Settled | 'used' | 'unknown' | (typeof passing)[number]

async function placeRow(
  { orders, catalog, onError }: PlacingDependencies,
  key: BulkKey,
  row: Row,
): Promise<Outcome> {
  const { line, given, identifier, product } = row
  if (identifier === null || product === null) throw new Error(`Line ${line} cannot be placed`)
  const { countryCode = 'US' } = catalog.current().products.get(product.id) ?? {}
  try {
    const request = toRequest(given, { id: product.id, countryCode }, identifier)
    const order = await orders.place(principalOf(key), request)
    const { id: orderId, cost } = order
    return { line, state: 'placed', problems: [], orderId, cost, boughtIn: null }
  } catch (error) {
    if (isRefusedAs(error, orderErrors.identifierUsed)) return 'used'
    if (isRefusedAs(error, accountErrors.liveNotEnabled)) return 'live_disabled'
    if (isRefusedAs(error, walletErrors.insufficientBalance)) return 'insufficient_balance'
    if (isPassing(error)) return 'unknown'
    const isExpected = error instanceof ApiError
    if (!isExpected) onError(error)
    const problem = toProblem(isExpected ? error : rowErrors.unexpected())
    return { line, state: 'failed', problems: [problem], orderId: null, cost: null, boughtIn: null }
  }
}

function isRefusedAs(error: unknown, { definition }: (typeof orderErrors)['notFound']): boolean {
  return error instanceof ApiError && error.code === definition.code
}

/** True for what is wrong with the service and not with the row. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 503
  return error instanceof OutcomeUnknownError || isUnavailable(error)
}
