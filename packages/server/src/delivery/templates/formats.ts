import { formatMicros, type Micros } from '../../core/money.ts'

/**
 * An amount as the locale writes it, and never one of several dollars: where the sign alone could
 * be another currency's, the code stands beside it or in its place. `$5.00 USD`, `5,00 USD`,
 * `25,00 €`, `R$ 50,00`.
 */
export function formatAmount(locale: string, amount: Micros, currency: string): string {
  const style = { style: 'currency', currency } as const
  const format = new Intl.NumberFormat(locale, style)
  // As text: a float would not hold every amount.
  const decimal = formatMicros(amount) as `${number}`
  const text = format.format(decimal)
  const sign = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? ''
  if (!AMBIGUOUS.has(sign)) return text
  return text.startsWith(sign)
    ? `${text} ${currency}`
    : new Intl.NumberFormat(locale, { ...style, currencyDisplay: 'code' }).format(decimal)
}

/** Signs that more than one currency uses in everyday writing. */
const AMBIGUOUS = new Set(['$', '£', '¥', 'kr', 'kr.', 'Rs', '₨'])

export function formatDate(locale: string, date: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
