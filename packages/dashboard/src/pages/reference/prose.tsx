import { Text, type TextProps } from '@mantine/core'

interface ProseProps extends TextProps {
  readonly children: string
}

/** A sentence of the API's description: what stands in backticks is code, all else is text. */
export function Prose({ children, ...look }: ProseProps) {
  const parts = children.split('`')
  return (
    <Text size="sm" style={{ textWrap: 'pretty', overflowWrap: 'anywhere' }} {...look}>
      {parts.map((part, index) => {
        // Every second part stands between two backticks; one without its pair is a mere sign.
        const isCode = index % 2 === 1 && index < parts.length - 1
        const key = `${index}${part}`
        return isCode ? (
          <code key={key} className="mono">
            {part}
          </code>
        ) : (
          <span key={key}>{index % 2 === 1 ? `\`${part}` : part}</span>
        )
      })}
    </Text>
  )
}
