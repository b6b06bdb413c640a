import { CodeBlock } from './code-block.tsx'
import { exactly, parseExactly } from './exact-json.ts'

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
  if (typeof value !== 'string') return JSON.stringify(exactly(value), null, 2)
  try {
    return JSON.stringify(parseExactly(value), null, 2)
  } catch {
    return value
  }
}
