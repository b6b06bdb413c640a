import { TZDate } from '@date-fns/tz'
import Type from 'typebox'
import { inputErrors } from '../core/errors.ts'
import { readTimeZone } from '../core/time-zone.ts'

/** A stretch of time; what is absent does not restrict. */
export interface Period {
  readonly from: Date | undefined
  /** The first moment after it. */
  readonly until: Date | undefined
}

/** The parameters, for the documentation. */
export const timeZoneQuery = {
  timeZone: Type.Optional(
    Type.String({
      description: 'IANA name of the zone whose days are meant; that of the reports by default.',
    }),
  ),
}

export const periodQuery = {
  from: Type.Optional(
    Type.String({
      description: 'From this on: a day, or a time as ISO 8601.',
      examples: ['2026-01-01'],
    }),
  ),
  to: Type.Optional(
    Type.String({
      description: 'Up to and with this day, or up to and without this time.',
      examples: ['2026-12-31'],
    }),
  ),
  ...timeZoneQuery,
}

type Query = Readonly<Record<string, string | undefined>>

/** @throws invalidField for what is no time zone */
export function zoneOf({ timeZone }: Query, fallback: string): string {
  if (timeZone === undefined) return fallback
  const zone = readTimeZone(timeZone)
  if (zone === undefined) throw inputErrors.invalidField({ field: 'timeZone' })
  return zone
}

/** @throws invalidField for what is no time, and for a period that ends before it begins */
export function periodOf(query: Query, fallbackZone: string): Period {
  const zone = zoneOf(query, fallbackZone)
  const from = momentOf(query, 'from', zone)?.from
  const until = momentOf(query, 'to', zone)?.until
  if (from !== undefined && until !== undefined && until < from) {
    throw inputErrors.invalidField({ field: 'to' })
  }
  return { from, until }
}

/** The end of a day, or a time itself. @throws invalidField */
export function momentIn(query: Query, field: string, fallbackZone: string): Date | undefined {
  return momentOf(query, field, zoneOf(query, fallbackZone))?.until
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/

/** A day from its first moment to the next day's; a time is both at once. */
function momentOf(query: Query, field: string, zone: string) {
  const text = query[field]
  if (text === undefined) return undefined
  const day = DAY.exec(text)
  if (day !== null) {
    const [year, month, date] = day.slice(1).map(Number) as [number, number, number]
    // The 31st of February is no day, not one in March.
    if (new Date(Date.UTC(year, month - 1, date)).toISOString().startsWith(text)) {
      return {
        from: startOfDay(year, month - 1, date, zone),
        until: startOfDay(year, month - 1, date + 1, zone),
      }
    }
  }
  const time = TIME.test(text) ? new Date(text) : undefined
  if (time === undefined || Number.isNaN(time.getTime())) throw inputErrors.invalidField({ field })
  return { from: time, until: time }
}

function startOfDay(year: number, month: number, date: number, zone: string): Date {
  return new Date(new TZDate(year, month, date, zone).getTime())
}

/** The day of a moment on the calendar of a zone, as `yyyy-MM-dd`. */
export function dayOf(moment: Date, zone: string): string {
  const local = new TZDate(moment.getTime(), zone)
  return [local.getFullYear(), local.getMonth() + 1, local.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** The first moments of a day of a zone, so many days away from that of a moment. */
export function startOfDayOf(moment: Date, zone: string, days = 0): Date {
  const local = new TZDate(moment.getTime(), zone)
  return startOfDay(local.getFullYear(), local.getMonth(), local.getDate() + days, zone)
}
