import type { OperationOutput, Reading } from '../../app/api.ts'

export type Detail = OperationOutput<'GET /orders/{transactionId}'>

export type TimelineItem =
  OperationOutput<'GET /orders/{transactionId}/timeline'>['content'][number]

/** What is read anew when something has happened to an order. */
export const ofOneOrder: readonly Reading[] = [
  'GET /orders/{transactionId}',
  'GET /orders/{transactionId}/timeline',
]
