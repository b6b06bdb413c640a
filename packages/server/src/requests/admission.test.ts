import { expect, test } from 'vitest'
import { createAdmission } from './admission.ts'

const limits = {
  successes: { perSecond: 2, perHour: 5 },
  failures: { perSecond: 3, perHour: 100 },
}
const test1 = { accountId: 1n, mode: 'test' } as const
const live1 = { accountId: 1n, mode: 'live' } as const

test('each account and mode has as many successes and failures in a second, of its own', () => {
  const admission = createAdmission(limits)
  const admitted = (owner: typeof test1 | typeof live1, status: number, now: number) =>
    [1, 2, 3, 4].filter(() => admission.admit(owner, status, now)).length
  expect(admitted(test1, 200, 0)).toBe(2)
  expect(admitted(test1, 404, 999)).toBe(3)
  expect(admitted(live1, 304, 999)).toBe(2)
  expect(admitted(test1, 200, 1_000)).toBe(2)
})

test('what is left out is counted once, with what was admitted in vain', () => {
  const admission = createAdmission(limits)
  for (let count = 0; count < 4; count++) {
    admission.admit(test1, 200, 0)
    admission.admit(test1, 500, 0)
  }
  admission.omit(live1, 401)
  expect(admission.takeOmissions()).toEqual([
    { owner: test1, successes: 2, failures: 1 },
    { owner: live1, successes: 0, failures: 1 },
  ])
  expect(admission.takeOmissions()).toEqual([])
})

test('an hour has its own limit, and the next one begins anew', () => {
  const admission = createAdmission(limits)
  const admitted = (second: number) => admission.admit(test1, 200, second * 1_000)
  expect([0, 1, 2, 3, 4, 5, 3_599].map(admitted)).toEqual([
    ...[true, true, true, true, true],
    ...[false, false],
  ])
  expect(admitted(3_600)).toBe(true)
})
