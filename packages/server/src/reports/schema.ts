import { TZDate } from '@date-fns/tz'
import Type from 'typebox'
import { readId } from '../core/ids.ts'
import { pageOf } from '../core/page.ts'
import { type OrderFilter, orderStatuses, TransactionOut } from '../orders/index.ts'

export const TransactionPageOut = pageOf(TransactionOut, 'TransactionPage')

/** The filters, for the documentation. */
export const filterQuery = {
  startDate: Type.Optional(
    Type.String({ description: 'From this time on: `yyyy-MM-dd HH:mm:ss`, or a day.' }),
  ),
  endDate: Type.Optional(
    Type.String({ description: 'Up to and with this second: `yyyy-MM-dd HH:mm:ss`, or a day.' }),
  ),
  customIdentifier: Type.Optional(
    Type.String({ description: 'The whole identifier, without regard to case.' }),
  ),
  status: Type.Optional(Type.Enum([...orderStatuses], { description: 'Upper or lower case.' })),
  productId: Type.Optional(Type.Integer()),
  productName: Type.Optional(
    Type.String({ description: 'Part of the name, without regard to case.' }),
  ),
  brandId: Type.Optional(Type.Integer()),
  brandName: Type.Optional(
    Type.String({ description: 'Part of the name, without regard to case.' }),
  ),
  recipientEmail: Type.Optional(
    Type.String({ description: 'The whole address, without regard to case.' }),
  ),
}

type Query = Readonly<Record<string, string | undefined>>

/**
 * Reads the filters of a report. Values that cannot be read do not restrict, as unknown ones do not.
 *
 * @param timeZone the IANA name of the zone that the times are in
 */
export function readFilter(query: Query, timeZone: string): OrderFilter {
  const status = orderStatuses.find((name) => name === query.status?.toUpperCase())
  const from = readTime(query.startDate, '00:00:00', timeZone)
  const to = readTime(query.endDate, '23:59:59', timeZone)
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

/** `yyyy-MM-dd HH:mm:ss` on the clocks of a zone; a day alone stands for one of its ends. */
function readTime(text: string | undefined, timeOfDay: string, timeZone: string): Date | undefined {
  const match = TIME.exec(text ?? '')
  if (match === null) return undefined
  const utc = new Date(`${match[1]}T${match[2] ?? timeOfDay}Z`)
  // The 31st of February is no time, not one in March.
  if (Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(match[1] ?? '')) return undefined
  const local = new TZDate(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
    timeZone,
  )
  return new Date(local.getTime())
}
