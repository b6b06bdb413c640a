import { expect, test } from 'vitest'
import { figuresOf } from './figures.ts'
import { judge } from './goals.ts'
import type { TargetId } from './options.ts'
import type { Sample } from './rounds.ts'

function sample(target: TargetId, round: number, answers: number): Sample {
  const result = {
    answers,
    seconds: 1,
    p50Micros: 1000,
    p99Micros: 2000,
    maxMicros: 1000 * round,
    requestBytes: 1,
    answerBytes: 1,
    generatorCores: 0.5,
    answersEver: answers,
    refusals: {},
  }
  return { target, round, result, checks: [] }
}

test('ratios compare what was measured in the same round', () => {
  const figures = figuresOf([
    // The machine is twice as fast in the second round, the ratio stays.
    sample('transaction', 1, 1000),
    sample('orders', 1, 5000),
    sample('transaction', 2, 2000),
    sample('orders', 2, 10_000),
  ])
  const orders = figures.find(({ target }) => target === 'orders')
  expect(orders).toMatchObject({ perSecond: 7500, maxMs: 2, ratios: { transaction: 5 } })
  expect(orders?.ratios).not.toHaveProperty('echo')
})

test('a goal without a figure is not measured, neither met nor missed', () => {
  const judgements = judge(figuresOf([sample('transaction', 1, 1000), sample('orders', 1, 5000)]))
  const verdicts = Object.fromEntries(judgements.map(({ name, verdict }) => [name, verdict]))
  expect(verdicts).toEqual({
    'orders/s': 'not met',
    'orders beside transaction per order': 'met',
    'orders beside echo': 'not measured',
    'order latency, p99': 'met',
    'orders with a webhook endpoint beside without': 'not measured',
    'webhook deliveries/s': 'not measured',
    'tokens beside echo': 'not measured',
    'catalogue page beside a static one': 'not measured',
    'catalogue page that is known, beside a static one': 'not measured',
  })
})
