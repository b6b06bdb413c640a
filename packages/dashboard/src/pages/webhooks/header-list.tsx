import { CodeBlock } from '../../components/code-block.tsx'

interface HeaderListProps {
  readonly title: string
  readonly headers: Readonly<Record<string, string>>
}

/** Headers of a request or an answer, as they stand on the wire. */
export function HeaderList({ title, headers }: HeaderListProps) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return <CodeBlock title={title} code={lines.join('\n')} wraps maxHeight={300} />
}
