/**
 * Exact decimal numbers: a `bigint` of units and the number of decimal places
 * those units stand for. `parseDecimal('12.5', 6)` is `12_500_000n`. Nothing in
 * here, and nothing that touches money, goes through floating point.
 */

const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** Longer texts are no amount of anything; the bound keeps `BigInt` from working for an attacker. */
const MAX_TEXT = 64

/**
 * Reads a decimal number exactly, or answers undefined when the text is no
 * number or has more decimal places than `scale` can hold. Trailing zeros
 * beyond the scale are not a loss and are accepted; exponents are understood.
 */
export function parseDecimal(text: string, scale: number): bigint | undefined {
  if (text.length > MAX_TEXT) return undefined
  const match = DECIMAL.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = `${whole}${fraction}`
  const shift = scale - fraction.length + Number(exponent)
  if (shift > MAX_TEXT) return /^0+$/.test(digits) ? 0n : undefined
  const units = shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : dropZeros(digits, -shift)
  if (units === undefined) return undefined
  return sign === '-' ? -units : units
}

/** Takes `count` digits off the end, if they are all zeros. */
function dropZeros(digits: string, count: number): bigint | undefined {
  const padded = digits.padStart(count + 1, '0')
  const dropped = padded.slice(-count)
  return /^0+$/.test(dropped) ? BigInt(padded.slice(0, -count)) : undefined
}

/**
 * Prints units of `scale` places exactly, with at least `minPlaces` decimals
 * and without further trailing zeros.
 */
export function formatDecimal(units: bigint, scale: number, minPlaces: number): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  let end = digits.length
  const shortest = digits.length - scale + Math.min(minPlaces, scale)
  while (end > shortest && digits.charCodeAt(end - 1) === 48) end--
  const fraction = digits.slice(digits.length - scale, end).padEnd(minPlaces, '0')
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

/** Divides and rounds to the nearest integer, halves away from zero ("half-up" of accountants). */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/**
 * A number of the wire that is printed as it is written here, `285.00` for
 * instance: JSON.stringify would drop the zeros, and a float the last digits.
 */
export function jsonNumber(text: string): number {
  return rawJson(text) as number
}

/** Parses JSON; its numbers are printed again as they were written. @throws SyntaxError */
export function parseJsonExactly(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? jsonNumber(context.source) : value,
  )
}

// In every Node.js that runs this program; not yet in TypeScript's library.
const rawJson = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON
