import { keyOf, type Owner, type Principal } from '../accounts/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { createBatcher } from '../core/batcher.ts'
import { ApiError, inputErrors } from '../core/errors.ts'
import { formatMicros, type Micros } from '../core/money.ts'
import type { Page, PageRequest } from '../core/page.ts'
import type { Suppliers } from '../suppliers/index.ts'
import type { Card } from '../vault/index.ts'
import { orderErrors } from './errors.ts'
import type { OrderFilter } from './filter.ts'
import { listPage } from './listing/listing.ts'
import { walk } from './listing/walking.ts'
import type { IdentifiedOrder, Order, OrderRequest, PlaceOrder, PricedOrder } from './model.ts'
import { type Candidate, type PlacementDependencies, placeBatch } from './placement.ts'
import * as store from './store.ts'
import { createTallying } from './tallying/tallying.ts'

export interface Orders {
  /**
   * Buys cards and answers when the order, its money and its cards are durably
   * stored. Orders that arrive together share one transaction.
   *
   * @throws identifierUsed before anything else that is wrong with the order,
   *   then what `read` throws, invalidProduct, wrongPrice, insufficientBalance
   * @throws clientRevoked, liveNotEnabled for a caller who may not buy any more
   * @throws priceChanged when it would cost anything else than is expected
   * @throws notPlaced when the database is away or too slow
   * @throws outcomeUnknown when it went away during the commit; look the order up
   */
  place(principal: Principal, order: OrderRequest, expectedCost?: Micros): Promise<Order>
  /**
   * What an order would cost at this moment. Nothing is placed, and neither its identifier nor the
   * balance is looked at.
   *
   * @throws what is wrong with the order, as `place` does
   */
  quote(principal: Principal, order: OrderRequest): Promise<PricedOrder>
  /** The orders that have these identifiers, by identifier. */
  findByIdentifier(
    owner: Owner,
    identifiers: readonly string[],
  ): Promise<ReadonlyMap<string, IdentifiedOrder>>
  /** @throws notFound for unknown ids and those of other accounts and modes alike */
  get(principal: Principal, id: bigint | undefined): Promise<Order>
  list(principal: Principal, filter: OrderFilter, page: PageRequest): Promise<Page<Order>>
  /**
   * Every order that fits a filter, once, the newest first, in chunks: those that had been placed
   * when the walk began.
   */
  walk(owner: Owner, filter: OrderFilter): AsyncIterable<readonly Order[]>
  /** The order's cards; that they were read is recorded. @throws invalidTransactionId */
  revealCards(principal: Principal, id: bigint | undefined): Promise<readonly Card[]>
  /** Whether the process has its hands full with orders, or had a moment ago. */
  isBusy(): boolean
  /** Resolves when every order that was sent has been answered and nothing runs behind them. */
  drain(): Promise<void>
}

export interface OrdersDependencies extends PlacementDependencies {
  readonly catalog: Catalog
  readonly suppliers: Suppliers
  readonly batching: {
    readonly sizeMax: number
    readonly concurrencyMax: number
    readonly spansAccounts: boolean
  }
  /** Hears of every order that was placed. */
  onPlaced(owner: Owner): void
  /** Hears why orders were not tallied; reports read them one by one meanwhile. */
  onTallyingError(error: unknown): void
}

/** More than are under way together unless the process is at its limit. */
const MANY_ORDERS = 32

/** Between two batches few are under way; that is no sign of leisure. */
const BUSY_MS = 500

/** Enough to ride out a restart of the database; more would only be answered too late. */
const WAITING_MAX = 10_000

/** An order that has waited this long is refused: its caller has given up, or soon will. */
const WAIT_MS_MAX = 15_000

export function createOrders(deps: OrdersDependencies): Orders {
  const { database, batching } = deps
  const batcher = createBatcher<Candidate, Order>({
    run: (candidates) => placeBatch(deps, candidates),
    key: ({ principal }) => (batching.spansAccounts ? '' : keyOf(principal)),
    sizeMax: batching.sizeMax,
    concurrencyMax: batching.concurrencyMax,
    waitingMax: WAITING_MAX,
    waitMsMax: WAIT_MS_MAX,
    now: () => deps.clock.now().getTime(),
    overloaded: () => orderErrors.overloaded(),
  })
  let underWay = 0
  let busyAt = Number.NEGATIVE_INFINITY
  const tallying = createTallying({ database, onError: deps.onTallyingError })

  return {
    async place(principal, order, expectedCost) {
      try {
        const currency = await deps.wallets.currencyOf(principal)
        const candidate = prepare(deps, principal, order.read(), currency)
        if (expectedCost !== undefined) assertCost(candidate, expectedCost)
        underWay++
        if (underWay >= MANY_ORDERS) busyAt = performance.now()
        const placed = await batcher.submit(candidate).finally(() => underWay--)
        tallying.placed(principal)
        deps.onPlaced(principal)
        return placed
      } catch (error) {
        const { customIdentifier } = order
        if (!isRefusal(error) || customIdentifier === null) throw error
        // A used identifier is the answer whatever else is wrong, so that a client that
        // repeats an order learns that the first one exists.
        if (!(await store.isIdentifierUsed(database, principal, customIdentifier))) throw error
        throw orderErrors.identifierUsed()
      }
    },
    async quote(principal, order) {
      return prepare(deps, principal, order.read(), await deps.wallets.currencyOf(principal))
    },
    async findByIdentifier(owner, identifiers) {
      const found = await store.findByIdentifier(database, owner, identifiers)
      return new Map(found.map((order) => [order.customIdentifier, order]))
    },
    async get(principal, id) {
      const order = id && (await store.findOrder(database, principal, id))
      if (order) return order
      throw principal.dialect.unknownTransaction === null
        ? orderErrors.notFound()
        : orderErrors.notFoundCoded()
    },
    list(principal, filter, page) {
      tallying.read(principal)
      return listPage(database, principal, filter, page)
    },
    walk(owner, filter) {
      tallying.read(owner)
      return walk(database, owner, filter)
    },
    async revealCards(principal, id) {
      const order = id && (await store.findOrder(database, principal, id))
      if (order) return deps.vault.reveal(principal, order.id)
      throw principal.dialect.unknownTransaction === null
        ? orderErrors.invalidTransactionId()
        : orderErrors.invalidTransactionIdCoded()
    },
    isBusy: () => performance.now() - busyAt < BUSY_MS,
    async drain() {
      await batcher.drain()
      await tallying.close()
    },
  }
}

/** True when something is wrong with the order itself, not with the caller or the service. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status !== 401 && error.status !== 503
}

/** @throws priceChanged */
function assertCost({ quote: { cost }, currency }: Candidate, expected: Micros): void {
  if (cost !== expected) throw orderErrors.priceChanged({ cost: formatMicros(cost), currency })
}

/** The order with its price and supplier. @throws why it cannot be placed */
function prepare(
  { catalog, suppliers }: OrdersDependencies,
  principal: Principal,
  request: PlaceOrder,
  currency: string,
): Candidate {
  if (principal.mode === 'live' && request.senderName === null) {
    throw inputErrors.missingField({ field: 'senderName' })
  }
  const { product, unitPrice, quote } = catalog.price(principal, {
    productId: request.productId,
    quantity: request.quantity,
    unitPrice: request.unitPrice,
    currency,
    smsCountry: request.recipientPhone?.countryCode,
  })
  if (request.preOrder && !product.supportsPreOrder) {
    throw orderErrors.noPreOrder({ field: 'preOrder' })
  }
  if (product.userIdRequired && request.recipientUserId === null) {
    throw inputErrors.missingField({ field: 'userId' })
  }
  const supplier = suppliers.find(product, principal.mode)
  if (supplier === undefined) throw orderErrors.noSupplier({ mode: principal.mode })
  return { principal, request, product, unitPrice, quote, currency, supplier }
}
