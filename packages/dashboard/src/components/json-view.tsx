import { CodeBlock } from './code-block.tsx'

export interface JsonViewProps {
  readonly value: unknown
  readonly title?: string
  readonly maxHeight?: number | string
}

/** An object as JSON, to read and copy. A text that is JSON is set out as well; any other stays as it is. */
export function JsonView({ value, title = 'JSON', maxHeight = 480 }: JsonViewProps) {
  return <CodeBlock code={toText(value)} title={title} maxHeight={maxHeight} />
}

function toText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(withoutTexts(value), null, 2)
  try {
    return JSON.stringify(parseExactly(value), null, 2)
  } catch {
    return value
  }
}

interface ExactJson {
  rawJSON?(text: string): unknown
}

/** Numbers as they were written: `5.00` stays so. Browsers that cannot do it show `5`. */
function parseExactly(text: string): unknown {
  const { rawJSON } = JSON as ExactJson
  return JSON.parse(text, (_key, value, context?: { readonly source?: string }) =>
    typeof value === 'number' && rawJSON && context?.source !== undefined
      ? rawJSON(context.source)
      : value,
  )
}

/** Without the exact texts that the SDK puts beside numbers: they are not in the answer. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const kept = entries.filter(([name]) => !(name.endsWith('Text') && name.slice(0, -4) in value))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutTexts(inner)]))
}
