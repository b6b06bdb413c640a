import { expect, test } from 'vitest'
import { parseStat, readProcessorTime } from './processor-time.ts'

test('a name with spaces and parentheses moves no field', () => {
  const line = `42 (a) (b c) S 7 42 42 0 -1 0 1 2 3 4 100 20 3 4 20 0 1 0 999 0 0`
  expect(parseStat(line)).toEqual({ pid: 42, parent: 7, name: 'a) (b c', ticks: 127 })
})

test.skipIf(process.platform !== 'linux')('this process has used some, its database none', () => {
  const time = readProcessorTime(process.pid)
  expect(time?.server).toBeGreaterThan(0)
  expect(time?.database).toBe(0)
})
