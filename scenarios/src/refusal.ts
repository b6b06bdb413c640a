import { expect } from 'vitest'
import type { Ended } from './scrip.ts'

/** A command that cannot do its work says why in one sentence, on standard error, with code 1. */
export function expectRefusal(ended: Ended, sentence: RegExp): void {
  expect(ended.stderr).toMatch(sentence)
  expect(ended.stderr).toMatch(/^error [^\n]+[.?!]\n$/)
  expect(ended.stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal/)
  expect({ code: ended.code, signal: ended.signal, stdout: ended.stdout }).toEqual({
    code: 1,
    signal: null,
    stdout: '',
  })
}
