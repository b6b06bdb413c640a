import { timeZone } from './time-zone.ts'

const DAY_MS = 86_400_000

/** The day of a moment on the calendar of a zone, as `2026-11-28`. */
export function dayOf(at: number, zone = timeZone): string {
  return toDay(at + offsetOf(at, zone))
}

/** The day so many days later, or earlier. */
export const addDays = (day: string, count: number): string => toDay(midnight(day) + count * DAY_MS)

/**
 * The first moment of a day in a zone, or of the day so many days later; undefined for what is no
 * day. Where clocks are changed at midnight, it is the moment from which on it is that day.
 */
export function startOfDay(day: string, later = 0, zone = timeZone): Date | undefined {
  const wall = midnight(day) + later * DAY_MS
  if (Number.isNaN(wall)) return undefined
  // Clocks are put forward or back once in two days at most.
  const [first, second] = [wall - DAY_MS, wall + DAY_MS]
    .map((near) => wall - offsetOf(near, zone))
    .toSorted((one, other) => one - other) as [number, number]
  return new Date(first + offsetOf(first, zone) >= wall ? first : second)
}

/** What a clock in UTC says when the day begins. */
const midnight = (day: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN

const toDay = (wall: number): string => new Date(wall).toISOString().slice(0, 10)

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetOf(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? []
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return (sign === '-' ? -ahead : ahead) * 1_000
}
