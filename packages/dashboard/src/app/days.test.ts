import { describe, expect, test } from 'vitest'
import { addDays, dayOf, startOfDay } from './days.ts'

describe('a day', () => {
  test.each([
    ['2026-11-28', 'UTC', '2026-11-28T00:00:00.000Z'],
    ['2026-11-28', 'Asia/Tokyo', '2026-11-27T15:00:00.000Z'],
    ['2026-11-28', 'America/New_York', '2026-11-28T05:00:00.000Z'],
    ['2026-11-28', 'Asia/Kathmandu', '2026-11-27T18:15:00.000Z'],
    ['2026-11-28', 'Pacific/Kiritimati', '2026-11-27T10:00:00.000Z'],
    // Clocks are changed in the small hours: the day before, that day, the day after.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    // From midnight to one o'clock, so that the day begins then.
    ['2025-09-07', 'America/Santiago', '2025-09-07T04:00:00.000Z'],
    // From midnight back to eleven: an hour more of the day before.
    ['2025-04-06', 'America/Santiago', '2025-04-06T04:00:00.000Z'],
    // From one o'clock back to midnight: an hour more of that day.
    ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z'],
    // Left out when Samoa went over to the other side of the date line.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s begins in %s at %s', (day, zone, moment) => {
    const start = startOfDay(day, 0, zone)
    expect(start?.toISOString()).toBe(moment)
  })

  test('of any zone holds its first moment and none before', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const wrong = zones.flatMap((zone) =>
      ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'].filter((day) => {
        const start = startOfDay(day, 0, zone)?.getTime() ?? Number.NaN
        return dayOf(start, zone) !== day || dayOf(start - 1, zone) !== addDays(day, -1)
      }),
    )
    expect(wrong).toEqual([])
  })

  test('ends where the next one begins', () => {
    expect(startOfDay('2026-10-25', 1, 'Europe/Berlin')).toEqual(
      startOfDay('2026-10-26', 0, 'Europe/Berlin'),
    )
    expect(startOfDay('2026-12-31', 1, 'UTC')).toEqual(new Date('2027-01-01T00:00:00.000Z'))
  })

  test.each(['', 'x', '12345-01-01', '2026-13-01', '2026-11-28T10:00'])(
    'is not what “%s” says',
    (text) => {
      expect(startOfDay(text, 0, 'UTC')).toBeUndefined()
    },
  )

  test('of a moment is that of the zone', () => {
    const at = Date.parse('2026-11-28T21:30:00.000Z')
    expect(dayOf(at, 'UTC')).toBe('2026-11-28')
    expect(dayOf(at, 'Asia/Tokyo')).toBe('2026-11-29')
    expect(dayOf(Date.parse('2026-11-28T02:00:00.000Z'), 'America/New_York')).toBe('2026-11-27')
  })

  test('is counted on from, over months and changed clocks', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addDays('2026-03-30', -6)).toBe('2026-03-24')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})
