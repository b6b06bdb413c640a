import { nameActors, type Owner, type RecordedActor } from '../../accounts/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import type { MessageTrace } from '../../delivery/index.ts'
import type { Events, StoredEvent } from '../../events/index.ts'
import type { Database } from '../../storage/database.ts'
import type { RecordedReveal, Vault } from '../../vault/index.ts'
import type { StoredTransfer, Wallets } from '../../wallet/index.ts'
import type { WebhookTrace } from '../../webhooks/index.ts'
import type { Order } from '../model.ts'

/** An order and everything that became of it. */
export interface History {
  readonly order: Order
  /** What its cards consist of; undefined when the product is gone. */
  readonly parts: 'code' | 'codeAndPin' | 'link' | undefined
  readonly positions: readonly number[]
  readonly transfers: readonly StoredTransfer[]
  /** The last first. */
  readonly reveals: readonly RecordedReveal[]
  readonly hasMoreReveals: boolean
  readonly messages: readonly MessageTrace[]
  readonly events: readonly StoredEvent[]
  readonly webhooks: WebhookTrace
  /** Whoever is named in it, by their ids in records. */
  readonly actors: ReadonlyMap<string, RecordedActor>
}

export interface HistoryDependencies {
  readonly database: Database
  readonly catalog: Catalog
  readonly wallets: Pick<Wallets, 'transfersOf'>
  readonly vault: Pick<Vault, 'listReveals' | 'listPositions'>
  readonly events: Pick<Events, 'listOfOrder'>
  traceMessages(owner: Owner, orderId: bigint): Promise<readonly MessageTrace[]>
  traceWebhooks(owner: Owner, sequences: readonly bigint[]): Promise<WebhookTrace>
}

/** Programs read the cards of an order again and again; nobody reads further back. */
const REVEALS_MAX = 100

/** Everything there is about an order, each part bounded. */
export async function readHistory(deps: HistoryDependencies, order: Order): Promise<History> {
  const { id } = order
  const [positions, transfers, reveals, messages, { events, webhooks }] = await Promise.all([
    deps.vault.listPositions(order, id),
    deps.wallets.transfersOf(order, id),
    deps.vault.listReveals(order, id, REVEALS_MAX + 1),
    deps.traceMessages(order, id),
    readEvents(deps, order),
  ])
  const names = [order.clientId, ...reveals.map(({ by }) => by)]
  return {
    order,
    parts: deps.catalog.current().products.get(order.product.id)?.redemption,
    positions,
    transfers,
    reveals: reveals.slice(0, REVEALS_MAX),
    hasMoreReveals: reveals.length > REVEALS_MAX,
    messages,
    events,
    webhooks,
    actors: await nameActors(deps.database, order.accountId, names),
  }
}

async function readEvents({ events: feed, traceWebhooks }: HistoryDependencies, order: Order) {
  const events = await feed.listOfOrder(order, order.id)
  const sequences = events.map(({ sequence }) => sequence)
  return { events, webhooks: await traceWebhooks(order, sequences) }
}
