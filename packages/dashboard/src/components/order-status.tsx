import type { OperationOutput } from '../app/api.ts'
import { texts } from '../texts/index.ts'
import { StatusChip, type Tone } from './status-chip.tsx'

export type OrderRow = OperationOutput<'GET /orders'>['content'][number]

export type OrderStatus = OrderRow['status']

export const statuses: readonly OrderStatus[] = [
  'SUCCESSFUL',
  'PROCESSING',
  'PENDING',
  'FAILED',
  'REFUNDED',
]

const tones: Readonly<Record<OrderStatus, Tone>> = {
  PENDING: 'waiting',
  PROCESSING: 'working',
  SUCCESSFUL: 'good',
  FAILED: 'bad',
  REFUNDED: 'returned',
}

/** The state of an order, and what happens next for whoever points at it. */
export function OrderStatusChip({ status }: { readonly status: OrderStatus }) {
  const { label, hint } = texts.orders.statuses[status]
  return <StatusChip tone={tones[status]} label={label} hint={hint} />
}
