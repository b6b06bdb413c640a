import { formatAmount } from '../../app/money.ts'

/** `0.9%`, exact. */
export function formatPercent(percent: number | string): string {
  return `${formatAmount(percent, 0)}%`
}

/** A percentage or fee as it was typed, as plain decimal text; undefined for what is none. */
export function readDecimal(typed: string): string | undefined {
  const plain = typed.replaceAll(',', '').trim()
  return /^\d{1,9}(\.\d{1,18})?$/.test(plain) ? plain : undefined
}
