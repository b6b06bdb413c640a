import type { TargetId } from './options.ts'
import type { Sample } from './rounds.ts'

/** What is printed for a target: medians over the rounds, but the highest latency of all. */
export interface Figure {
  readonly target: TargetId
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly maxMs: number
  readonly requestBytes: number
  readonly answerBytes: number
  readonly generatorCores: number
  /** Processor time for each answer, in microseconds; absent where it cannot be told. */
  readonly serverMicros?: number
  readonly databaseMicros?: number
  readonly answers: number
  readonly ratios: Partial<Record<Baseline, number>>
}

export type Baseline = 'echo' | 'transaction' | 'statement' | 'orders'

export function figuresOf(samples: readonly Sample[]): Figure[] {
  const byTarget = Map.groupBy(samples, ({ target }) => target)
  return [...byTarget].map(([target, own]) => {
    const over = (pick: (sample: Sample) => number) => median(own.map(pick))
    const times = own.flatMap(({ processorTime }) => processorTime ?? [])
    return {
      target,
      perSecond: over(perSecond),
      p50Ms: over(({ result }) => result.p50Micros / 1000),
      p99Ms: over(({ result }) => result.p99Micros / 1000),
      maxMs: Math.max(...own.map(({ result }) => result.maxMicros / 1000)),
      requestBytes: over(({ result }) => result.requestBytes),
      answerBytes: over(({ result }) => result.answerBytes),
      generatorCores: over(({ result }) => result.generatorCores),
      ...(times.length > 0 && {
        serverMicros: median(times.map(({ server }) => server)),
        databaseMicros: median(times.map(({ database }) => database)),
      }),
      answers: own.reduce((sum, { result }) => sum + result.answers, 0),
      ratios: ratiosOf(own, byTarget),
    }
  })
}

/** What stands for `echo` where requests and answers have other sizes than an order's. */
const ceilings: Partial<Record<TargetId, TargetId>> = {
  'token-echo': 'token-echo',
  tokens: 'token-echo',
  'page-static': 'page-static',
  page: 'page-static',
  'page-known': 'page-static',
}

function ratiosOf(
  own: readonly Sample[],
  byTarget: ReadonlyMap<TargetId, readonly Sample[]>,
): Figure['ratios'] {
  const target = own[0]?.target
  if (target === 'webhooks') return {}
  const against = (id: TargetId) => pairedRatio(own, byTarget.get(id) ?? [])
  const ceiling = target && ceilings[target]
  const ratios = ceiling
    ? { echo: against(ceiling) }
    : {
        echo: against('echo'),
        transaction: against('transaction'),
        statement: against('statement'),
        ...(target === 'orders-webhooks' && { orders: against('orders') }),
      }
  return Object.fromEntries(Object.entries(ratios).filter(([, ratio]) => ratio !== undefined))
}

/**
 * The median of the ratios within each round. Not the ratio of the medians: the
 * two halves of a round are closest in time, so a slow minute cancels out.
 */
function pairedRatio(own: readonly Sample[], baseline: readonly Sample[]): number | undefined {
  const ratios = own.flatMap((sample) => {
    const partner = baseline.find(({ round }) => round === sample.round)
    return partner === undefined ? [] : [perSecond(sample) / perSecond(partner)]
  })
  return ratios.length === 0 ? undefined : median(ratios)
}

function perSecond({ result }: Sample): number {
  return result.answers / result.seconds
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}
