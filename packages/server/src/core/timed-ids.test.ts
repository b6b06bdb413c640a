import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createManualClock } from './clock.ts'
import { randomIds } from './ids.ts'
import { createTimedIds, firstTimedId, timeOfId } from './timed-ids.ts'

const start = new Date('2026-03-01T00:00:00.000Z')

test('ids of one process are all different, also within a millisecond', () => {
  const next = createTimedIds('req_', createManualClock(start), randomIds)
  const made = Array.from({ length: 10_000 }, next)
  expect(new Set(made).size).toBe(made.length)
  expect(made.toSorted()).toEqual(made)
})

test('ids are in the order of their time, whichever process made them', () => {
  const time = fc.date({ min: new Date(0), max: new Date('2058-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(time, time, (one, other) => {
      const [early, late] = one <= other ? [one, other] : [other, one]
      const [before, after] = [early, late].map((at) =>
        createTimedIds('req_', createManualClock(at), randomIds)(),
      )
      if (before === undefined || after === undefined) throw new Error('There is no id')
      expect(timeOfId('req_', after)).toEqual(late)
      expect(firstTimedId('req_', late) <= after).toBe(true)
      if (early < late) {
        expect(before < after).toBe(true)
        expect(before < firstTimedId('req_', late)).toBe(true)
      }
    }),
  )
})

test('what is no id has no time', () => {
  const [id] = [createTimedIds('req_', createManualClock(start), randomIds)()]
  for (const text of [
    '',
    'req_',
    `${id}x`,
    id?.slice(1),
    'req-1',
    'req_zzzzzzzzzzzzzzzzz',
    `${id}\0`,
  ]) {
    expect(timeOfId('req_', String(text))).toBeUndefined()
  }
})
