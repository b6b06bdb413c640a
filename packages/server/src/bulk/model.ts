import { getDialect, type Owner, type Principal } from '../accounts/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import { formatMicros, type Micros } from '../core/money.ts'
import type { Fact } from '../events/index.ts'
import { bulkErrors } from './errors.ts'

export const bulkStates = ['draft', 'running', 'paused', 'completed', 'cancelled'] as const

export type BulkState = (typeof bulkStates)[number]

export const pauseReasons = ['asked', 'insufficient_balance', 'live_disabled'] as const

export type PauseReason = (typeof pauseReasons)[number]

/** What members do to a bulk order: the states that it may be in, and the one that it leads to. */
const commands = {
  start: { from: ['draft'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['draft', 'running', 'paused'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly BulkState[]; to: BulkState }>

export type Command = keyof typeof commands

/** What a row says, by our names of its columns, in the order of our own files. */
export const rowFields = [
  'productId',
  'product',
  'country',
  'quantity',
  'unitPrice',
  'recipientEmail',
  'recipientPhone',
  'recipientPhoneCountry',
  'senderName',
  'userId',
  'customIdentifier',
] as const

export type RowField = (typeof rowFields)[number]

export type Given = Readonly<Partial<Record<RowField, string>>>

/** States of a row; `cancelled` is stored as ready, in a bulk order that is cancelled. */
export const rowStates = ['ready', 'invalid', 'skipped', 'placed', 'failed', 'cancelled'] as const

export type RowState = (typeof rowStates)[number]

export type StoredRowState = Exclude<RowState, 'cancelled'>

/** What is wrong with a row, as an order with it would be refused. */
export interface Problem {
  readonly field: string | null
  readonly code: string | null
  readonly message: string
}

export interface Row {
  /** As a spreadsheet numbers it: the head of the file is line 1. */
  readonly line: number
  readonly state: StoredRowState
  readonly given: Given
  /** Null for a row that cannot be read. */
  readonly identifier: string | null
  /** Null for a row that names none. */
  readonly product: RowProduct | null
  readonly quantity: number | null
  readonly unitPrice: Micros | null
  /** What it was to cost when the file was checked. */
  readonly quoted: Micros | null
  /** What it did cost. */
  readonly cost: Micros | null
  readonly problems: readonly Problem[]
  /** The first line with the same content. */
  readonly duplicateOf: number | null
  /** The order that it became, or that had its identifier before. */
  readonly orderId: bigint | null
  /** The bulk order that had bought it before. */
  readonly boughtIn: bigint | null
}

export interface RowProduct {
  readonly id: bigint
  readonly name: string
  readonly currency: string
}

/** What became of a row that was to be placed. */
export interface Settled {
  readonly line: number
  readonly state: Exclude<StoredRowState, 'ready' | 'invalid'>
  readonly problems: readonly Problem[]
  readonly orderId: bigint | null
  readonly cost: Micros | null
  readonly boughtIn: bigint | null
}

export type Counts = Readonly<Record<StoredRowState, number>>

export interface BulkOrder extends Owner, Counts {
  readonly id: bigint
  readonly name: string
  readonly occasion: string
  readonly state: BulkState
  readonly pauseReason: PauseReason | null
  readonly currency: string
  readonly duplicates: number
  readonly costLeft: Micros
  readonly spent: Micros
  readonly createdBy: string
  readonly createdAt: Date
  readonly startedBy: string | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly resumedAt: Date | null
  readonly resumedSettled: number
  readonly leaseHolder: string | null
  readonly leaseUntil: Date | null
}

/** Names a bulk order among those of every account. */
export type BulkKey = Owner & Pick<BulkOrder, 'id'>

export function totalOf({ ready, invalid, skipped, placed, failed }: Counts): number {
  return ready + invalid + skipped + placed + failed
}

/** Rows of which it is known what became of them. */
export function settledOf({ skipped, placed, failed }: Counts): number {
  return skipped + placed + failed
}

/** The bulk order after a command. @throws wrongState, nothingToBuy */
export function commanded(
  order: BulkOrder,
  command: Command,
  { by, now }: { readonly by: string; readonly now: Date },
): BulkOrder {
  const { from, to } = commands[command]
  if (!(from as readonly BulkState[]).includes(order.state)) {
    throw bulkErrors.wrongState({ state: order.state })
  }
  if (command === 'start' && order.ready === 0) throw bulkErrors.nothingToBuy()
  return {
    ...order,
    state: to,
    pauseReason: command === 'pause' ? 'asked' : null,
    ...(command === 'start' && { startedBy: by, startedAt: now }),
    ...(to === 'running' && { resumedAt: now, resumedSettled: settledOf(order) }),
    ...(to === 'cancelled' && { endedAt: now }),
  }
}

/** What a list of settled rows changes in their bulk order. */
export interface Progress extends Pick<Counts, 'skipped' | 'placed' | 'failed'> {
  /** What they were to cost. */
  readonly quoted: Micros
  readonly spent: Micros
}

/** The bulk order after some of its rows were settled, and ended when no row is left. */
export function progressed(
  order: BulkOrder,
  done: Progress,
  { pause, now }: { readonly pause: PauseReason | undefined; readonly now: Date },
): BulkOrder {
  const ready = order.ready - done.skipped - done.placed - done.failed
  const isRunning = order.state === 'running'
  const isDone = isRunning && ready === 0
  const isStuck = isRunning && pause !== undefined && !isDone
  return {
    ...order,
    ready,
    skipped: order.skipped + done.skipped,
    placed: order.placed + done.placed,
    failed: order.failed + done.failed,
    costLeft: order.costLeft - done.quoted,
    spent: order.spent + done.spent,
    ...(isDone && { state: 'completed', endedAt: now }),
    ...(isStuck && { state: 'paused', pauseReason: pause }),
  }
}

/** How long it will take if it goes on as fast; undefined when nobody can know. */
export function secondsLeft(order: BulkOrder, now: Date): number | undefined {
  const { state, resumedAt, resumedSettled, ready } = order
  const done = settledOf(order) - resumedSettled
  if (state !== 'running' || resumedAt === null || done <= 0) return undefined
  const worked = now.getTime() - resumedAt.getTime()
  return Math.ceil((worked * ready) / done / 1_000)
}

/** What is told of a bulk order that ended or stopped. */
export function factOf(order: BulkOrder): Fact | undefined {
  const { id, name, state, pauseReason, currency, spent } = order
  if (state !== 'completed' && state !== 'paused') return undefined
  const { ready, invalid, skipped, placed, failed } = order
  return {
    type: `bulk_order.${state}`,
    data: {
      bulkOrderId: jsonNumber(id.toString()),
      name,
      rows: { ready, invalid, skipped, placed, failed },
      spent: jsonNumber(formatMicros(spent)),
      currencyCode: currency,
      reason: pauseReason,
    },
  }
}

const PLACER = 'bulk:'

/**
 * Who places the rows of a bulk order: itself, so that whoever looks an order up knows it again.
 * They are priced as for the newest clients, net and to the last decimal.
 */
export function principalOf({ accountId, mode, id }: BulkKey): Principal {
  return { accountId, mode, clientId: `${PLACER}${id}`, dialect: getDialect('2026-10') }
}

/** The bulk order that placed an order; undefined for one that came another way. */
export function bulkOrderOf({ clientId }: { readonly clientId: string }): bigint | undefined {
  return clientId.startsWith(PLACER) ? BigInt(clientId.slice(PLACER.length)) : undefined
}
