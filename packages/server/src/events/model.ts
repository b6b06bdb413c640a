import type { Owner } from '../accounts/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import { formatMicros, type Micros } from '../core/money.ts'

/** Told by the order: its data is the transaction as the Gift Cards API shows it. */
export const orderEventTypes = [
  'order.pending',
  'order.processing',
  'order.successful',
  'order.failed',
  'order.refunded',
] as const

export type OrderEventType = (typeof orderEventTypes)[number]

/** Told by whoever emits them; `schema.ts` has the shape of each. */
export const factEventTypes = [
  'wallet.funded',
  'wallet.low_balance',
  'funding.requested',
  'funding.approved',
  'funding.declined',
  'funding.cancelled',
  'client.created',
  'client.updated',
  'client.rotated',
  'client.revoked',
  'webhook_endpoint.created',
  'webhook_endpoint.updated',
  'webhook_endpoint.disabled',
  'webhook_endpoint.deleted',
  'product.changed',
  'product.withdrawn',
  'message.sent',
  'message.failed',
  'message.bounced',
  'message.cancelled',
  'message.claimed',
  'bulk_order.completed',
  'bulk_order.paused',
] as const

export type FactEventType = (typeof factEventTypes)[number]

export type EventType = OrderEventType | FactEventType

export const eventTypes: readonly EventType[] = [...orderEventTypes, ...factEventTypes]

/** Something that happened and that no order tells. */
export interface Fact {
  readonly type: FactEventType
  /** JSON, without secrets and codes. */
  readonly data: object
}

/** An event that has no number yet. */
export interface NewEvent {
  readonly type: EventType
  /** For what an order tells; of the others null. */
  readonly orderId: bigint | null
  /** For what no order tells; of the others null. */
  readonly data: object | null
  readonly at: Date
}

export interface StoredEvent extends NewEvent {
  readonly sequence: bigint
}

/** An event with everything that is told about it. */
export interface Event {
  readonly owner: Owner
  /** From 1, without gaps, in each account and mode. */
  readonly sequence: bigint
  readonly type: EventType
  readonly data: object
  readonly at: Date
}

/** An order as far as its event needs it. */
export interface PlacedOrder {
  readonly id: bigint
  readonly status: 'PENDING' | 'PROCESSING' | 'SUCCESSFUL' | 'FAILED' | 'REFUNDED'
  readonly oldBalance: Micros
  readonly newBalance: Micros
  readonly currency: string
  readonly createdAt: Date
}

/** Names an event for ever, on every way it takes. */
export function eventIdOf({ owner, sequence }: Pick<Event, 'owner' | 'sequence'>): string {
  return `evt_${owner.accountId}_${owner.mode}_${sequence}`
}

export function isOrderEvent(type: EventType): type is OrderEventType {
  return (orderEventTypes as readonly string[]).includes(type)
}

/** The status that an order's event tells: `order.failed` is `FAILED`, whatever came later. */
export function statusOf(type: OrderEventType): string {
  return type.slice('order.'.length).toUpperCase()
}

/** What placing an order gives rise to, in this order. @param threshold 0 for none */
export function eventsOf(order: PlacedOrder, threshold: Micros): NewEvent[] {
  const type = `order.${order.status.toLowerCase()}` as OrderEventType
  const placed = { type, orderId: order.id, data: null, at: order.createdAt }
  const { oldBalance: before, newBalance: after, currency, id } = order
  const alert = lowBalanceFact({ before, after, currency, threshold, orderId: id })
  return alert === undefined ? [placed] : [placed, { ...alert, orderId: null, at: order.createdAt }]
}

/** @param amount negative for a withdrawal */
export function fundedFact(move: {
  readonly amount: Micros
  readonly balance: Micros
  readonly currency: string
}): Fact {
  return {
    type: 'wallet.funded',
    data: {
      amount: jsonNumber(formatMicros(move.amount)),
      balance: jsonNumber(formatMicros(move.balance)),
      currencyCode: move.currency,
    },
  }
}

export interface BalanceMove {
  readonly before: Micros
  readonly after: Micros
  readonly currency: string
  /** 0 for none. */
  readonly threshold: Micros
  /** The order that moved it; null for a withdrawal. */
  readonly orderId: bigint | null
}

/** What a movement of a balance across its threshold is told as; once for each crossing. */
export function lowBalanceFact(move: BalanceMove): Fact | undefined {
  const { before, after, threshold, currency, orderId } = move
  if (threshold === 0n || before < threshold || after >= threshold) return undefined
  return {
    type: 'wallet.low_balance',
    data: {
      balance: jsonNumber(formatMicros(after)),
      threshold: jsonNumber(formatMicros(threshold)),
      currencyCode: currency,
      transactionId: orderId === null ? null : jsonNumber(orderId.toString()),
    },
  }
}
