import { TZDateMini } from '@date-fns/tz/date/mini'
import { timeZone } from './time-zone.ts'

/** The day of a moment on the calendar of a zone, as `2026-11-28`. */
export function dayOf(at: number, zone = timeZone): string {
  const local = new TZDateMini(at, zone)
  return toDay(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()))
}

/** The day so many days later, or earlier. */
export const addDays = (day: string, count: number): string =>
  toDay(Date.parse(day) + count * 86_400_000)

/**
 * The first moment of a day in a zone, or of the day so many days later; undefined for what is no
 * day. Where clocks are changed at midnight, it is the moment from which on it is that day.
 */
export function startOfDay(day: string, later = 0, zone = timeZone): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return undefined
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(new TZDateMini(year, month - 1, date + later, zone).getTime())
}

const toDay = (utc: number): string => new Date(utc).toISOString().slice(0, 10)
