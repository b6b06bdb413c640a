import type { OperationInput } from '../../app/api.ts'
import { startOfDay } from '../../app/days.ts'
import type { Mode } from '../../app/mode.ts'

/** What the list is filtered by, as its address holds it; empty text does not restrict. */
export const noFilter = { status: '', q: '', from: '', to: '', productId: '', recipient: '' }

export type Filter = { readonly [Field in keyof typeof noFilter]: string }

export const filterFields = Object.keys(noFilter) as readonly (keyof Filter)[]

export const isFiltered = (filter: Filter): boolean =>
  filterFields.some((field) => filter[field] !== '')

type ListQuery = NonNullable<OperationInput<'GET /orders'>['query']>

/**
 * The filter as the API takes it. Days are those of the reader, from their first to their last
 * second; what is no day stays for the API to refuse.
 */
export function toQuery(filter: Filter, mode: Mode): ListQuery {
  const { status, q, from, to, productId, recipient } = filter
  return {
    mode,
    ...(status !== '' && { status: status as NonNullable<ListQuery['status']> }),
    ...(q !== '' && { q }),
    ...(from !== '' && { from: startOfDay(from)?.toISOString() ?? from }),
    ...(to !== '' && { to: lastSecondOf(to) ?? to }),
    ...(productId !== '' && { productId: Number(productId) }),
    ...(recipient !== '' && { recipient }),
  }
}

function lastSecondOf(day: string): string | undefined {
  const next = startOfDay(day, 1)
  return next && new Date(next.getTime() - 1_000).toISOString()
}

const RECIPIENT = /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\+?[\d\s()./-]{7,30})$/

/** Whether the API can read this as a recipient. */
export const isRecipient = (text: string): boolean => text === '' || RECIPIENT.test(text)
