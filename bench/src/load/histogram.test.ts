import { expect, test } from 'vitest'
import { Histogram } from './histogram.ts'

test('percentiles are at most 1.1 % above the exact value', () => {
  const histogram = new Histogram()
  for (let micros = 1; micros <= 10_000; micros += 1) histogram.add(micros)
  expect(histogram.total).toBe(10_000)
  for (const share of [0.5, 0.9, 0.99]) {
    const ratio = histogram.percentileMicros(share) / (share * 10_000)
    expect(ratio).toBeGreaterThanOrEqual(1)
    expect(ratio).toBeLessThan(1.012)
  }
})

test('the highest latency is exact, also beyond the last bucket', () => {
  const histogram = new Histogram()
  histogram.add(0)
  histogram.add(123_456_789)
  expect(histogram.maxMicros).toBe(123_456_789)
  expect(histogram.percentileMicros(1)).toBe(123_456_789)
})
