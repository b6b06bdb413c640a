import { setImmediate as breathe } from 'node:timers/promises'
import type { Owner, Principal } from '../accounts/index.ts'
import type { Catalog, Product } from '../catalog/index.ts'
import { ApiError } from '../core/errors.ts'
import type { Orders } from '../orders/index.ts'
import { rowErrors } from './errors.ts'
import { createIdentities } from './identity.ts'
import { bulkOrderOf, type Given, type Problem, type Row, type RowProduct } from './model.ts'
import { createProductFinder } from './products.ts'
import { type Reading, readRow, toProblem } from './reading.ts'

export interface CheckingDependencies {
  readonly catalog: Pick<Catalog, 'current'>
  readonly orders: Pick<Orders, 'quote' | 'findByIdentifier'>
}

/** A row of a file, before it is known what it means. */
export interface Line {
  readonly line: number
  readonly given: Given
}

/** Rows that are checked before others have their turn: some milliseconds. */
const ROWS_AT_ONCE = 100

/** Identifiers that are looked up together. */
const LOOKED_UP = 1_000

/**
 * Says of every row what it would cost, or everything that is wrong with it, or which order has
 * bought it before. Nothing is bought, and orders that arrive meanwhile do not wait.
 */
export async function checkRows(
  deps: CheckingDependencies,
  principal: Principal,
  lines: readonly Line[],
  occasion: string,
): Promise<Row[]> {
  const find = createProductFinder(deps.catalog.current())
  const identify = createIdentities(occasion)
  const lineOf = new Map<string, number>()
  const rows: Row[] = []
  for (const [index, { line, given }] of lines.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe()
    const reading = readRow(given, find)
    const problems = [...reading.problems, ...findTwice(lineOf, given.customIdentifier, line)]
    const { quoted, problem } = await quote(deps, principal, reading, problems)
    if (problem !== undefined) problems.push(problem)
    const isValid = problems.length === 0
    const identity = isValid ? identify(reading.order, line) : undefined
    rows.push({
      line,
      state: isValid ? 'ready' : 'invalid',
      given,
      identifier: identity?.identifier ?? null,
      product: reading.product === undefined ? null : toRowProduct(reading.product),
      ...readAmounts(reading, problems),
      quoted: isValid ? quoted : null,
      cost: null,
      problems,
      duplicateOf: identity?.duplicateOf ?? null,
      orderId: null,
      boughtIn: null,
    })
  }
  return skipBought(deps, principal, rows)
}

/** Two rows of one identifier cannot both be bought. */
function findTwice(
  lineOf: Map<string, number>,
  identifier: string | undefined,
  line: number,
): Problem[] {
  if (identifier === undefined) return []
  const first = lineOf.get(identifier)
  lineOf.set(identifier, first ?? line)
  const field = 'customIdentifier'
  return first === undefined ? [] : [toProblem(rowErrors.identifierTwice({ field, line: first }))]
}

/** What a price depends on. */
const PRICED = ['productId', 'product', 'quantity', 'unitPrice', 'recipientPhone']

async function quote(
  { orders }: CheckingDependencies,
  principal: Principal,
  { order }: Reading,
  problems: readonly Problem[],
): Promise<{ quoted: bigint | null; problem?: Problem }> {
  if (problems.some(({ field }) => PRICED.includes(field ?? ''))) return { quoted: null }
  try {
    const request = { customIdentifier: order.customIdentifier, read: () => order }
    return { quoted: (await orders.quote(principal, request)).quote.cost }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const problem = toProblem(error)
    const isKnown = problems.some(({ field }) => field === problem.field)
    return { quoted: null, ...(!isKnown && { problem }) }
  }
}

function toRowProduct({ id, name, currency }: Product): RowProduct {
  return { id, name, currency }
}

/** Amounts that are wrong were replaced by others, which nobody is to see. */
function readAmounts({ order }: Reading, problems: readonly Problem[]) {
  const isWrong = (name: string) => problems.some(({ field }) => field === name)
  return {
    quantity: isWrong('quantity') ? null : order.quantity,
    unitPrice: isWrong('unitPrice') ? null : (order.unitPrice ?? null),
  }
}

async function skipBought(
  { orders }: CheckingDependencies,
  owner: Owner,
  rows: readonly Row[],
): Promise<Row[]> {
  const bought: Row[] = []
  for (let start = 0; start < rows.length; start += LOOKED_UP) {
    const some = rows.slice(start, start + LOOKED_UP)
    const found = await orders.findByIdentifier(
      owner,
      some.flatMap(({ identifier }) => identifier ?? []),
    )
    for (const row of some) {
      const order = found.get(row.identifier ?? '')
      bought.push(
        order === undefined
          ? row
          : { ...row, state: 'skipped', orderId: order.id, boughtIn: bulkOrderOf(order) ?? null },
      )
    }
  }
  return bought
}
