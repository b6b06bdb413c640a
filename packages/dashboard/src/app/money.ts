const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * An amount as people read it, exact to its last digit: `3139.45` in NGN is `₦3,139.45` or
 * `3,139.45 NGN`. Digits behind the currency's own are kept when they are not zero.
 */
export function formatMoney(
  amount: number | string,
  currencyCode: string,
  style: 'code' | 'bare' = 'code',
): string {
  const number = formatAmount(amount, digitsOf(currencyCode))
  // A no-break space: an amount and its currency stay in one line.
  return style === 'bare' ? number : `${number}\u00a0${currencyCode}`
}

/** A decimal number with its thousands set apart and at least so many digits behind the point. */
export function formatAmount(amount: number | string, digitsMin: number): string {
  const text = typeof amount === 'number' ? plain(amount) : amount
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (whole === '') return text
  const trimmed = fraction.replace(/0+$/, '').padEnd(digitsMin, '0')
  const grouped = BigInt(whole).toLocaleString('en')
  const isZero = /^0*$/.test(whole + trimmed)
  return `${sign && !isZero ? '−' : ''}${grouped}${trimmed && `.${trimmed}`}`
}

/** `0.9%`, exact. */
export function formatPercent(percent: number | string): string {
  return `${formatAmount(percent, 0)}%`
}

/** The exact text of an amount of an answer: the SDK keeps it beside the number. */
export function exact(holder: object, field: string): number | string {
  const record = holder as Readonly<Record<string, number | string | undefined>>
  return record[`${field}Text`] ?? record[field] ?? ''
}

const digits = new Map<string, number>()

/** How many digits the currency's amounts have behind the point. */
export function digitsOf(currencyCode: string): number {
  const known = digits.get(currencyCode)
  if (known !== undefined) return known
  const found = readDigits(currencyCode)
  digits.set(currencyCode, found)
  return found
}

function readDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** Without an exponent. */
function plain(amount: number): string {
  const text = String(amount)
  return text.includes('e') ? amount.toFixed(6) : text
}

/** What was typed or pasted, as plain decimal text with no more digits than the currency has. */
export function cleanAmount(typed: string, currency: string): string {
  return cleanDecimal(typed, digitsOf(currency))
}

/**
 * What was typed or pasted, as plain decimal text with so many digits behind the point at most.
 * The last sign that is there once is the point; a comma before exactly three digits sets
 * thousands apart, and so do signs that are there several times.
 */
export function cleanDecimal(typed: string, digitsMax: number): string {
  const kept = typed.replace(/[^\d.,]/g, '')
  const point = pointOf(kept)
  const whole = (point === -1 ? kept : kept.slice(0, point)).replace(/[.,]/g, '')
  const fraction = point === -1 ? '' : kept.slice(point + 1, point + 1 + digitsMax)
  return fraction === '' ? whole : `${whole || '0'}.${fraction}`
}

function pointOf(kept: string): number {
  const last = Math.max(kept.lastIndexOf('.'), kept.lastIndexOf(','))
  const sign = kept[last]
  if (sign === undefined || kept.indexOf(sign) !== last) return -1
  const isThousands = sign === ',' && /^[1-9]\d{0,2},\d{3}$/.test(kept)
  return isThousands ? -1 : last
}
