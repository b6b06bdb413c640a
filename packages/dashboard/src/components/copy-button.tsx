import { ActionIcon, Group, Text, Tooltip, VisuallyHidden } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { texts } from '../texts/index.ts'

export interface CopyButtonProps {
  readonly value: string
  /** What is copied, for its name: `order id`. */
  readonly what?: string
}

/** Copies a value and says so; where the browser does not let it, says that as well. */
export function CopyButton({ value, what }: CopyButtonProps) {
  const { copied, error, copy } = useClipboard({ timeout: 1_500 })
  const label = what === undefined ? texts.common.copy : texts.common.copyWhat(what)
  const outcome = error ? texts.common.notCopied : copied ? texts.common.copied : ''
  return (
    <span style={{ position: 'relative', display: 'inline-flex' }}>
      <Tooltip label={outcome || label} {...(error && { opened: true })}>
        <ActionIcon
          size="sm"
          aria-label={label}
          onClick={(event) => {
            event.preventDefault()
            event.stopPropagation()
            copy(value)
          }}
        >
          {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        </ActionIcon>
      </Tooltip>
      <VisuallyHidden aria-live="polite">{outcome}</VisuallyHidden>
    </span>
  )
}

/** An id in figures of one width, with its copy button. */
export function CopyableId({ value, what }: CopyButtonProps) {
  return (
    <Group gap={2} wrap="nowrap" component="span" display="inline-flex" maw="100%">
      <Text component="span" inherit className="mono" truncate>
        {value}
      </Text>
      <CopyButton value={value} {...(what !== undefined && { what })} />
    </Group>
  )
}
