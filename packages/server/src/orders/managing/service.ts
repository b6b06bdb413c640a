import { nameActors, type Owner, type Principal, type RecordedActor } from '../../accounts/index.ts'
import type { Micros } from '../../core/money.ts'
import type { Page, PageRequest } from '../../core/page.ts'
import type { Card, Vault } from '../../vault/index.ts'
import type { Wallets } from '../../wallet/index.ts'
import type { OrderFilter } from '../filter.ts'
import type { Order, OrderRequest } from '../model.ts'
import type { Orders } from '../service.ts'
import { type History, type HistoryDependencies, readHistory } from './history.ts'
import { type Quoted, quoteOrder } from './quoting.ts'
import { createRevealing } from './revealing.ts'

/** What people and their programs do with the orders of an account. */
export interface ManagedOrders {
  list(owner: Principal, filter: OrderFilter, page: PageRequest): Promise<NamedPage>
  /** Every order that fits, the newest first, in chunks; see `Orders.walk`. */
  walk(owner: Owner, filter: OrderFilter): AsyncIterable<readonly NamedOrder[]>
  /** @throws notFoundCoded */
  get(principal: Principal, id: bigint | undefined): Promise<History>
  /** @throws identifierUsed, and what is wrong with the order, as placing it does */
  quote(principal: Principal, request: OrderRequest): Promise<Quoted>
  /** Places an order as the API does. @throws what `Orders.place` does */
  place(principal: Principal, request: OrderRequest, expectedCost?: Micros): Promise<NamedOrder>
  /** The cards of an order, for a reason, which is on record. @throws notFoundCoded, revealedTooOften */
  reveal(principal: Principal, id: bigint | undefined, reason: string): Promise<Revealed>
}

/** An order and who placed it. */
export interface NamedOrder {
  readonly order: Order
  readonly placedBy: RecordedActor
}

export type NamedPage = Page<NamedOrder>

export interface Revealed {
  readonly order: Order
  readonly cards: readonly Card[]
}

export interface ManagedOrdersDependencies extends HistoryDependencies {
  readonly orders: Orders
  readonly wallets: Pick<Wallets, 'get' | 'transfersOf'>
  readonly vault: Vault
}

export function createManagedOrders(deps: ManagedOrdersDependencies): ManagedOrders {
  const { database, orders } = deps
  const revealing = createRevealing(deps)

  async function name({ accountId }: Owner, found: readonly Order[]): Promise<NamedOrder[]> {
    const ids = found.map(({ clientId }) => clientId)
    const actors = await nameActors(database, accountId, ids)
    return found.flatMap((order) => {
      const placedBy = actors.get(order.clientId)
      return placedBy === undefined ? [] : [{ order, placedBy }]
    })
  }

  return {
    async list(principal, filter, page) {
      const found = await orders.list(principal, filter, page)
      return { ...found, rows: await name(principal, found.rows) }
    },
    async *walk(owner, filter) {
      for await (const chunk of orders.walk(owner, filter)) yield await name(owner, chunk)
    },
    get: async (principal, id) => readHistory(deps, await orders.get(principal, id)),
    quote: (principal, request) => quoteOrder(deps, principal, request),
    async place(principal, request, expectedCost) {
      const placed = await orders.place(principal, request, expectedCost)
      const [named] = await name(principal, [placed])
      if (named === undefined) throw new Error(`Order ${placed.id} was placed by nobody`)
      return named
    },
    async reveal(principal, id, reason) {
      const order = await orders.get(principal, id)
      const by = principal.clientId
      return { order, cards: await revealing.reveal(order, order.id, { by, reason }) }
    },
  }
}
