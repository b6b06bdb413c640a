import { expect, it } from 'vitest'
import { readTimeZone } from './time-zone.ts'

it.each([
  ['UTC', 'UTC'],
  ['america/new_york', 'America/New_York'],
  ['Mars/Olympus', undefined],
  ['+13:00', undefined],
  ['-0800', undefined],
  ['', undefined],
  ['CET', 'Europe/Brussels'],
  ['MST', 'America/Phoenix'],
])('reads %j as %j', (name, zone) => {
  expect(readTimeZone(name)).toBe(zone)
})
