import { Group, Text } from '@mantine/core'
import { IconDeviceMobileMessage, IconMail } from '@tabler/icons-react'
import type { OperationOutput } from '../../app/api.ts'
import { DateTime } from '../../components/date-time.tsx'
import { texts } from '../../texts/index.ts'
import styles from './inbox.module.css'

const { inbox: words } = texts.webhooks

export type Message = OperationOutput<'GET /messages/{messageId}'>
type Summary = OperationOutput<'GET /messages/summaries'>['content'][number]

interface MessageRowProps {
  readonly message: Summary
  readonly isOpen: boolean
  readonly onOpen: () => void
}

/** A message in the list: to whom, what about, when; its state where that is worth a word. */
export function MessageRow({ message, isOpen, onOpen }: MessageRowProps) {
  const { channel, to, preview, state, createdAt } = message
  const Icon = channel === 'email' ? IconMail : IconDeviceMobileMessage
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={isOpen ? 'true' : undefined}
      onClick={onOpen}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
          <Icon size={15} aria-label={words[channel]} style={{ flexShrink: 0 }} />
          <Text inherit fw={560} truncate>
            {to}
          </Text>
        </Group>
        <Text size="xs" c="dimmed" component="span">
          <DateTime at={createdAt} />
        </Text>
      </Group>
      <Text size="sm" c="dimmed" component="span" className={styles.subject}>
        {preview}
      </Text>
      {state !== 'sent' && (
        <Text size="xs" fw={560} c={state === 'cancelled' ? 'dimmed' : 'var(--scrip-negative)'}>
          {words.states[state]}
        </Text>
      )}
    </button>
  )
}
