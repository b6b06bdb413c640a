import { ApiError } from '@openscrip/sdk'
import { api } from '../../app/api.ts'
import type { Mode } from '../../app/mode.ts'
import { isSame, type OrderBody } from './draft.ts'

/** The order that has the identifier of one that was sent: itself, or another one. */
export interface Found {
  readonly kind: 'placed' | 'already' | 'other'
  readonly transactionId: number
}

/**
 * Places an order once: where its identifier is taken, by the first of two clicks or because an
 * answer got lost, it answers the order that has it.
 *
 * @throws why it was not placed, or that nobody knows
 */
export async function place(mode: Mode, sent: OrderBody): Promise<Found> {
  try {
    const { transactionId } = await api.request('POST /orders', { query: { mode }, body: sent })
    return { kind: 'placed', transactionId }
  } catch (error) {
    const found = hasCode(error, 'CUSTOM_IDENTIFIER_ALREADY_USED') && (await look(mode, sent))
    if (!found) throw error
    return found
  }
}

/** Null when no order has the identifier. */
export async function look(mode: Mode, sent: OrderBody): Promise<Found | null> {
  const { customIdentifier } = sent
  const { content } = await api.request('GET /orders', { query: { mode, customIdentifier } })
  // The list is searched in any case of letters; identifiers are told apart by it.
  const named = content.find((order) => order.customIdentifier === customIdentifier)
  if (named === undefined) return null
  const { transactionId } = named
  const input = { path: { transactionId }, query: { mode } }
  const order = await api.request('GET /orders/{transactionId}', input)
  return { kind: isSame(order, sent) ? 'already' : 'other', transactionId }
}

/** Whether the order may exist for all that is known: then it is to be looked for. */
export const isUnknown = (error: unknown): boolean =>
  error !== null && (!(error instanceof ApiError) || error.status >= 500)

export const isPriceChanged = (error: unknown): boolean => hasCode(error, 'PRICE_CHANGED')

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof ApiError && error.errorCode === code
