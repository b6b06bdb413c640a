import { expect, test } from 'vitest'
import { redact } from './redact.ts'

const CODE = 'LIVE-4711 XYZ'

test.each([
  CODE,
  'live4711xyz',
  'LIVE-4711\r\nXYZ',
  'LIVE%2D4711%20XYZ',
  'LIVE=2D4711=20XYZ',
  'LIVE&#45;4711&nbsp;XYZ',
])('a code that is quoted as %j is not kept', (quoted) => {
  expect(redact(`5.6.0 Bad "${quoted}"!`, [CODE])).toBe('5.6.0 Bad "•••"!')
})

test('nothing of a code is kept that another secret is a part of', () => {
  expect(redact('Bad A12B and 12', ['12', 'A12B'])).toBe('Bad ••• and •••')
})

test('a card without a code leaves an answer as it is', () => {
  expect(redact('5.7.1 No', ['', '--'])).toBe('5.7.1 No')
})

test('an answer is short, and text that can be stored', () => {
  expect(redact(`a\0b${'x'.repeat(1_000_000)}`, [])).toMatch(/^abx{498}$/)
  expect(redact('%=&#;'.repeat(10_000), ['ab'])).toHaveLength(500)
})
