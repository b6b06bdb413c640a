/**
 * The fields of the API that hold decimal numbers. Beside each of them stands
 * its exact text, named `<field>Text`; this list decides it for the parser and
 * for the types alike.
 */
const decimalFields = [
  ...(['amount', 'discount', 'fee', 'smsFee', 'totalFee'] as const),
  ...(['unitPrice', 'totalPrice', 'oldBalance', 'newBalance', 'cost'] as const),
  ...(['balance', 'frozenBalance', 'lowBalanceThreshold', 'maxLowBalanceThreshold'] as const),
  ...(['senderFee', 'senderFeePercentage', 'discountPercentage'] as const),
  ...(['minRecipientDenomination', 'maxRecipientDenomination'] as const),
  ...(['minSenderDenomination', 'maxSenderDenomination'] as const),
  ...(['fixedRecipientDenominations', 'fixedSenderDenominations'] as const),
  'fixedRecipientToSenderDenominationsMap',
  'recipientCurrencyToSenderCurrencyExchangeRate',
  ...(['senderAmount', 'recipientAmount'] as const),
  ...(['face', 'balanceBefore', 'balanceAfter', 'costLeft', 'spent', 'perUsd'] as const),
  ...(['denominations', 'minDenomination', 'maxDenomination'] as const),
  ...(['available', 'held', 'overdraftLimit', 'funded'] as const),
  ...(['today', 'last7Days', 'last30Days'] as const),
] as const

const isDecimalField: ReadonlySet<string> = new Set(decimalFields)

type DecimalField = (typeof decimalFields)[number]

/**
 * An object of the API with the exact text of each decimal field beside it:
 * `amount: 3139.45` has `amountText: '3139.45'`. Lists and maps of numbers have
 * lists and maps of texts; null stays null.
 */
export type Exact<Wire> = Wire & {
  readonly [Name in keyof Wire as Name extends DecimalField ? `${Name}Text` : never]: TextOf<
    Wire[Name]
  >
}

type TextOf<Value> = Value extends number
  ? string
  : Value extends readonly number[]
    ? readonly string[]
    : Value extends Readonly<Record<string, number>>
      ? Readonly<Record<string, string>>
      : Value

type Texts = string[] | Record<string, string>

/**
 * Parses JSON and puts the text of every decimal field beside it, as it was
 * sent and without an exponent. A runtime that does not show the source of a
 * number (Node.js 20) gives the shortest text of the float instead: the same
 * value up to 15 digits, without zeros at its end. Undefined for what is no JSON.
 */
export function parseExact(json: string): unknown {
  const textsOf = new Map<unknown, Texts>()

  function keep(holder: object, key: string, text: string): void {
    const texts = textsOf.get(holder) ?? (Array.isArray(holder) ? [] : {})
    textsOf.set(holder, Object.assign(texts, { [key]: text }))
  }

  // A function, because `this` is the object that the value is in.
  function revive(this: object, key: string, value: unknown, context?: { source?: string }) {
    const text = typeof value === 'number' ? toPlain(context?.source ?? String(value)) : undefined
    if (isDecimalField.has(key)) {
      Object.assign(this, { [`${key}Text`]: text ?? textOf(value, textsOf) })
    } else if (text !== undefined) {
      keep(this, key, text)
    }
    return value
  }

  try {
    return JSON.parse(json, revive)
  } catch {
    return undefined
  }
}

/** Of a list or map: the texts of its numbers. Anything else that is no number stays as it is. */
function textOf(value: unknown, textsOf: ReadonlyMap<unknown, Texts>): unknown {
  if (typeof value !== 'object' || value === null) return value
  return textsOf.get(value) ?? (Array.isArray(value) ? [] : {})
}

const EXPONENT_FORM = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/

/** The largest exponent of a float; a larger one would only make a long text. */
const EXPONENT_MAX = 308

/** The number without an exponent: `5.6E-5` is `0.000056`. */
function toPlain(text: string): string {
  const match = EXPONENT_FORM.exec(text)
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match ?? []
  if (match === null || Math.abs(Number(exponent)) > EXPONENT_MAX) return text
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${whole}${fraction}`
  const digits = `${whole}${fraction}`.padEnd(point, '0')
  const rest = digits.slice(point)
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${rest && `.${rest}`}`
}

const DECIMAL_TEXT = /^(0|[1-9]\d*)(\.\d+)?$/

/**
 * A JSON number of exactly this value.
 *
 * @throws TypeError for text that is no plain decimal number, such as `1e3` or `5,00`
 */
export function toJsonNumber(value: number | string, name: string): string {
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value === 'string' && DECIMAL_TEXT.test(value)) return value
  throw new TypeError(`${name} must be a number or decimal text such as "5.00", not "${value}".`)
}
