import { timeZone } from './time-zone.ts'

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

const relative = new Intl.RelativeTimeFormat('en-GB', { style: 'short' })
const absolute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone,
})
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'full', timeZone })

/** How long ago, or how soon: `3 min ago`; undefined for less than a minute. */
export function relativeTime(at: Date, now: number): string | undefined {
  const seconds = (at.getTime() - now) / 1_000
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size)
  return unit && relative.format(Math.trunc(seconds / unit[1]), unit[0])
}

/** `28 Nov 2026, 14:02:11`, in the reader's zone. */
export const absoluteTime = (at: Date): string => absolute.format(at)

/** With the day of the week and the name of the zone. */
export const wholeTime = (at: Date): string => whole.format(at)
