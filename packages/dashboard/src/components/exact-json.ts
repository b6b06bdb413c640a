/** ECMAScript 2026; browsers without it show a number as its float is written. */
interface ExactJson {
  rawJSON?(text: string): unknown
  isRawJSON?(value: unknown): boolean
}

const { rawJSON, isRawJSON } = JSON as ExactJson

/** Whether it is a number that `exactly` or `parseExactly` has kept as it was written. */
export const isExact = (value: unknown): boolean => isRawJSON?.(value) ?? false

/** What a text holds, with its numbers as they are written: `5.00` stays so. */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, (_key, value, context?: { readonly source?: string }) =>
    typeof value === 'number' ? toExact(value, context?.source) : value,
  )
}

/**
 * An answer as the API sent it: the exact text that the SDK puts beside a number stands in the
 * number's place, `{ cost: 0.1, costText: '0.10' }` is `{ cost: 0.10 }` when it is written as JSON.
 */
export function exactly(value: unknown, text?: unknown): unknown {
  if (typeof value === 'number') return toExact(value, text)
  if (typeof value !== 'object' || value === null) return value
  const twins = (text ?? {}) as Readonly<Record<string, unknown>>
  if (Array.isArray(value)) return value.map((each, index) => exactly(each, twins[index]))
  const holder = value as Readonly<Record<string, unknown>>
  const names = Object.keys(holder).filter(
    (name) => !(name.endsWith('Text') && name.slice(0, -4) in holder),
  )
  return Object.fromEntries(
    names.map((name) => [name, exactly(holder[name], holder[`${name}Text`] ?? twins[name])]),
  )
}

const toExact = (value: number, text: unknown): unknown =>
  typeof text === 'string' && rawJSON ? rawJSON(text) : value
