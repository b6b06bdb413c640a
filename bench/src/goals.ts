import type { Figure } from './figures.ts'
import type { TargetId } from './options.ts'

/** A number OpenScrip holds itself to; the design lists them. */
interface Goal {
  readonly target: TargetId
  readonly name: string
  readonly bound: 'at least' | 'at most'
  readonly limit: number
  readonly unit: string
  measured(figure: Figure): number | undefined
}

const goals: readonly Goal[] = [
  {
    target: 'orders',
    name: 'orders/s',
    bound: 'at least',
    limit: 12_000,
    unit: '/s',
    measured: ({ perSecond }) => perSecond,
  },
  {
    target: 'orders',
    name: 'orders beside transaction per order',
    bound: 'at least',
    limit: 4,
    unit: '×',
    measured: ({ ratios }) => ratios.transaction,
  },
  {
    target: 'orders',
    name: 'orders beside echo',
    bound: 'at least',
    limit: 0.2,
    unit: '×',
    measured: ({ ratios }) => ratios.echo,
  },
  {
    target: 'orders',
    name: 'order latency, p99',
    bound: 'at most',
    limit: 25,
    unit: ' ms',
    measured: ({ p99Ms }) => p99Ms,
  },
  {
    target: 'orders-webhooks',
    name: 'orders with a webhook endpoint beside without',
    bound: 'at least',
    limit: 0.95,
    unit: '×',
    measured: ({ ratios }) => ratios.orders,
  },
  {
    target: 'webhooks',
    name: 'webhook deliveries/s',
    bound: 'at least',
    limit: 2_000,
    unit: '/s',
    measured: ({ perSecond }) => perSecond,
  },
  {
    target: 'tokens',
    name: 'tokens beside echo',
    bound: 'at least',
    limit: 0.3,
    unit: '×',
    measured: ({ ratios }) => ratios.echo,
  },
  {
    target: 'page',
    name: 'catalogue page beside a static one',
    bound: 'at least',
    limit: 0.7,
    unit: '×',
    measured: ({ ratios }) => ratios.echo,
  },
  {
    target: 'page-known',
    name: 'catalogue page that is known, beside a static one',
    bound: 'at least',
    limit: 1,
    unit: '×',
    measured: ({ ratios }) => ratios.echo,
  },
]

export interface Judgement {
  readonly name: string
  readonly bound: Goal['bound']
  readonly limit: number
  readonly unit: string
  readonly measured?: number
  readonly verdict: 'met' | 'not met' | 'not measured'
}

export function judge(figures: readonly Figure[]): Judgement[] {
  return goals.map(({ target, name, bound, limit, unit, measured }) => {
    const figure = figures.find((candidate) => candidate.target === target)
    const value = figure === undefined ? undefined : measured(figure)
    if (value === undefined) return { name, bound, limit, unit, verdict: 'not measured' }
    const isMet = bound === 'at least' ? value >= limit : value <= limit
    return { name, bound, limit, unit, measured: value, verdict: isMet ? 'met' : 'not met' }
  })
}
