import { formatAmount } from '../../app/money.ts'

/** `0.9%`, exact. */
export function formatPercent(percent: number | string): string {
  return `${formatAmount(percent, 0)}%`
}
