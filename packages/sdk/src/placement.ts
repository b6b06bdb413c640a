import type { Outcome } from './answer.ts'
import { toJsonNumber } from './decimal.ts'
import { ConnectionError, IdentifierUsedError, OutcomeUnknownError } from './errors.ts'
import { type CallOptions, sleep } from './http.ts'
import { toPage } from './list.ts'
import type { OrderRequest, PlacedOrder } from './resources/order.ts'
import type { Transaction } from './resources/transactions.ts'
import { backOffMs, pauseMs } from './retry.ts'
import type { Transport } from './transport.ts'

/** An order on its way, with everything that its attempts have in common. */
interface Placement {
  readonly transport: Transport
  readonly request: OrderRequest
  readonly customIdentifier: string
  /** Nobody else can have used an identifier that was made here. */
  readonly isOwnIdentifier: boolean
  readonly body: string
  readonly options: CallOptions
}

/**
 * Places an order at most once, whatever happens to the answer.
 *
 * An order whose answer was lost is looked up by its identifier. Only one that
 * stays out of the reports for `absentAfterMs` is sent again, with the same
 * identifier, which the server accepts once: an attempt that arrives late and
 * its repetition cannot both be bought.
 *
 * @throws what `Orders.place` says
 */
export async function placeOrder(
  transport: Transport,
  request: OrderRequest,
  options: CallOptions,
): Promise<PlacedOrder> {
  // To the server, an empty identifier is none.
  const isOwnIdentifier = !request.customIdentifier
  const customIdentifier = request.customIdentifier || crypto.randomUUID()
  const body = toBody(request, customIdentifier)
  const placement = { transport, request, customIdentifier, isOwnIdentifier, body, options }

  // What this throws, it throws before the order has left.
  const first = await submit(placement)
  if (first.is === 'answered') return { ...(first.body as Transaction), recovered: false }
  if (first.is === 'refused' && !(isOwnIdentifier && isIdentifierUsed(first))) throw first.error

  // From here on the order may exist, so a failure to find out says no more than that.
  const result = await recover(placement, first).catch((cause: unknown) => ({
    error: new OutcomeUnknownError(customIdentifier, cause),
  }))
  if ('error' in result) throw result.error
  return result.order
}

/** The transaction with exactly this identifier; the server's search ignores case. */
export async function findByIdentifier(
  transport: Transport,
  customIdentifier: string,
  options: CallOptions,
): Promise<Transaction | undefined> {
  const query = { customIdentifier, page: 1, size: 50 }
  const body = await transport.get<unknown>({ path: '/reports/transactions', query }, options)
  const page = toPage<Transaction>(body)
  return page.items.find((transaction) => transaction.customIdentifier === customIdentifier)
}

type Result = { readonly order: PlacedOrder } | { readonly error: unknown }

/**
 * The order behind an answer that was lost, or the reason why there is none.
 *
 * @throws whatever kept it from finding out
 */
async function recover(placement: Placement, first: Outcome): Promise<Result> {
  const { transport, options } = placement
  let last = first
  for (let retries = 0; last.is !== 'answered'; retries++) {
    const seen = await lookUp(placement)
    if (seen.is === 'ours') return { order: { ...seen.transaction, recovered: true } }
    if (last.is === 'refused') {
      // Refused because it exists, and yet nowhere to be seen.
      if (seen.is === 'nothing' && isIdentifierUsed(last)) throw last.error
      return { error: last.error }
    }
    if (retries >= transport.retriesMax) throw last.error
    await sleep(pauseMs(retries, last), options.signal)
    last = await submit(placement)
  }
  return { order: { ...(last.body as Transaction), recovered: false } }
}

/** Sends the order once. An answer that does not name a transaction counts as lost. */
async function submit({ transport, body, options }: Placement): Promise<Outcome> {
  const outcome = await transport.post({ path: '/orders', body }, options)
  if (outcome.is === 'answered' && !isTransaction(outcome.body)) {
    return { is: 'lost', error: new ConnectionError('/orders was answered without a transaction.') }
  }
  // Here a conflict may be one with the order itself, still under way.
  const isConflict = outcome.is === 'refused' && outcome.error.status === 409
  return isConflict ? { is: 'lost', error: outcome.error } : outcome
}

type Sighting =
  | { readonly is: 'ours'; readonly transaction: Transaction }
  /** The identifier belongs to another order, so this one was not placed and cannot be. */
  | { readonly is: 'another' }
  | { readonly is: 'nothing' }

/** Looks until the order is seen, or has not been for so long that it will not be. */
async function lookUp(placement: Placement): Promise<Sighting> {
  const { transport, customIdentifier, options } = placement
  const since = performance.now()
  for (let looks = 0; ; looks++) {
    const leftMs = since + transport.absentAfterMs - performance.now()
    const transaction = await findByIdentifier(transport, customIdentifier, options)
    if (transaction !== undefined) {
      return isSame(transaction, placement) ? { is: 'ours', transaction } : { is: 'another' }
    }
    if (leftMs <= 0) return { is: 'nothing' }
    await sleep(Math.min(backOffMs(looks), leftMs), options.signal)
  }
}

function isSame({ product }: Transaction, { request, isOwnIdentifier }: Placement): boolean {
  return (
    isOwnIdentifier ||
    (product.productId === Number(request.productId) &&
      product.quantity === request.quantity &&
      product.unitPrice === Number(request.unitPrice))
  )
}

function isIdentifierUsed(outcome: Outcome): boolean {
  return outcome.is === 'refused' && outcome.error instanceof IdentifierUsedError
}

function isTransaction(body: unknown): boolean {
  const { transactionId } = (body ?? {}) as { transactionId?: unknown }
  return typeof transactionId === 'number' && transactionId !== 0
}

/** Exact also for a unit price given as text: it becomes a JSON number, digit by digit. */
function toBody({ unitPrice, ...request }: OrderRequest, customIdentifier: string): string {
  const rest = JSON.stringify({ ...request, customIdentifier })
  return `{"unitPrice":${toJsonNumber(unitPrice, 'unitPrice')},${rest.slice(1)}`
}
