import Type, { type Static } from 'typebox'
import type { Page } from '../core/page.ts'
import {
  type Order,
  type OrderFilter,
  orderStatuses,
  readId,
  TransactionOut,
  toTransactionOut,
} from '../orders/index.ts'

const Sort = Type.Object({
  sorted: Type.Boolean(),
  unsorted: Type.Boolean(),
  empty: Type.Boolean(),
})

/** The page envelope of the original service, a Spring Data page. */
export const TransactionPageOut = Type.Object({
  content: Type.Array(TransactionOut),
  pageable: Type.Object({
    sort: Sort,
    pageNumber: Type.Integer(),
    pageSize: Type.Integer(),
    offset: Type.Integer(),
    unpaged: Type.Boolean(),
    paged: Type.Boolean(),
  }),
  totalElements: Type.Integer(),
  totalPages: Type.Integer(),
  last: Type.Boolean(),
  first: Type.Boolean(),
  sort: Sort,
  numberOfElements: Type.Integer(),
  size: Type.Integer(),
  number: Type.Integer(),
  empty: Type.Boolean(),
})

export function toTransactionPage(page: Page<Order>): Static<typeof TransactionPageOut> {
  const { number, size, total, rows } = page
  const sort = { sorted: false, unsorted: true, empty: true }
  const totalPages = Math.ceil(total / size)
  return {
    content: rows.map(toTransactionOut),
    pageable: {
      sort,
      pageNumber: number,
      pageSize: size,
      offset: number * size,
      unpaged: false,
      paged: true,
    },
    totalElements: total,
    totalPages,
    last: number + 1 >= totalPages,
    first: number === 0,
    sort,
    numberOfElements: rows.length,
    size,
    number,
    empty: rows.length === 0,
  }
}

type Query = Readonly<Record<string, string | undefined>>

/** Reads the filters of a report. Values that cannot be read do not restrict, as unknown ones do not. */
export function readFilter(query: Query): OrderFilter {
  const status = orderStatuses.find((name) => name === query.status?.toUpperCase())
  const from = readTime(query.startDate)
  const to = readTime(query.endDate, '23:59:59')
  const brandId = readInteger(query.brandId)
  const productId = readId(query.productId)
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(status !== undefined && { status }),
    ...(brandId !== undefined && { brandId }),
    ...(productId !== undefined && { productId }),
    ...readTexts(query),
  }
}

function readTexts(query: Query): Pick<OrderFilter, (typeof textFilters)[number]> {
  const texts: Partial<Record<(typeof textFilters)[number], string>> = {}
  for (const name of textFilters) {
    const text = query[name]
    // What PostgreSQL could not store, no order has; it is looked for without the NUL.
    if (text !== undefined && text !== '') texts[name] = text.replaceAll('\0', '')
  }
  return texts
}

const textFilters = ['customIdentifier', 'brandName', 'productName', 'recipientEmail'] as const

function readInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

const TIME = /^(\d{4}-\d{2}-\d{2})(?:[ T+](\d{2}:\d{2}:\d{2}))?$/

/** `yyyy-MM-dd HH:mm:ss`, in UTC; a day alone stands for one of its ends. */
function readTime(text: string | undefined, timeOfDay = '00:00:00'): Date | undefined {
  const match = TIME.exec(text ?? '')
  if (match === null) return undefined
  const time = new Date(`${match[1]}T${match[2] ?? timeOfDay}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time
}
