import type { OperationOutput } from '../../app/api.ts'
import { StatusChip, type Tone } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'

export type BulkOrder = OperationOutput<'GET /bulk-orders'>['content'][number]
export type BulkOrderDetail = OperationOutput<'GET /bulk-orders/{bulkOrderId}'>
export type BulkRow = OperationOutput<'GET /bulk-orders/{bulkOrderId}/rows'>['content'][number]

const { states, rowStates } = texts.bulk

const stateTones: Readonly<Record<BulkOrder['state'], Tone>> = {
  draft: 'draft',
  running: 'working',
  paused: 'warning',
  completed: 'good',
  cancelled: 'off',
}

const rowTones: Readonly<Record<BulkRow['state'], Tone>> = {
  ready: 'waiting',
  invalid: 'bad',
  skipped: 'returned',
  placed: 'good',
  failed: 'bad',
  cancelled: 'off',
}

/** The state of a bulk order. */
export function BulkStateChip({ state }: { readonly state: BulkOrder['state'] }) {
  return <StatusChip tone={stateTones[state]} {...states[state]} />
}

/** The state of one of its rows. */
export function RowStateChip({ state }: { readonly state: BulkRow['state'] }) {
  return <StatusChip tone={rowTones[state]} {...rowStates[state]} />
}

/** Rows that will not be bought as they are. */
export function notBoughtOf({ rows }: Pick<BulkOrder, 'rows'>): number {
  return rows.invalid + rows.failed + rows.cancelled
}

/** A draft that was cancelled: its rows are gone. */
export function isDiscarded({ state, startedAt }: Pick<BulkOrder, 'state' | 'startedAt'>): boolean {
  return state === 'cancelled' && startedAt === null
}
