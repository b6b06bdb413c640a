import {
  Button,
  Group,
  Paper,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
  useComputedColorScheme,
} from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { framePath, useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import styles from './inbox.module.css'
import { MessageActions } from './message-actions.tsx'
import { MessageFacts } from './message-facts.tsx'
import type { Message } from './message-row.tsx'

const { inbox: words } = texts.webhooks

const tones = {
  queued: 'waiting',
  sending: 'working',
  sent: 'good',
  failed: 'bad',
  bounced: 'bad',
  cancelled: 'off',
} as const

interface MessageViewProps {
  readonly id: string
  readonly onClose: () => void
  /** Hears of a message that was made in the place of this one. */
  readonly onMade: (id: string) => void
}

/** A message as its recipient gets it, what became of it, and what can be done about it. */
export function MessageView({ id, onClose, onMade }: MessageViewProps) {
  const mode = useMode()
  const { data, error, refetch } = useCall('GET /messages/{messageId}', {
    path: { messageId: id },
    query: { mode },
  })
  return (
    <Stack gap="lg">
      <Button
        className={styles.back}
        variant="subtle"
        color="gray"
        w="fit-content"
        leftSection={<IconChevronLeft size={16} />}
        onClick={onClose}
      >
        {words.back}
      </Button>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        !error && <Skeleton h={480} aria-busy="true" />
      ) : (
        <>
          <Paper style={{ overflow: 'hidden' }}>
            <Stack gap="xs" p="md">
              <Group justify="space-between" align="flex-start" gap="sm">
                <div style={{ minWidth: 0, flex: '1 1 16rem' }}>
                  <Title order={2} fz="h3">
                    {data.subject ?? words.textMessage}
                  </Title>
                  <Text c="dimmed" size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
                    {words.to} {data.to} · <DateTime at={data.createdAt} look="absolute" />
                  </Text>
                </div>
                <State state={data.state} />
              </Group>
              <MessageActions message={data} onMade={onMade} />
            </Stack>
            {data.channel === 'email' ? <Mail message={data} /> : <TextMessage message={data} />}
          </Paper>
          <MessageFacts message={data} />
        </>
      )}
    </Stack>
  )
}

/** What became of it: in test mode nobody takes what is `sent`. */
function State({ state }: Pick<Message, 'state'>) {
  const isKept = useMode() === 'test' && state === 'sent'
  return (
    <StatusChip
      tone={tones[state]}
      label={isKept ? words.kept : words.states[state]}
      hint={isKept ? words.noAttempts.test : words.stateHints[state]}
    />
  )
}

/** The mail in a frame that may run and load nothing, in both schemes and widths. */
function Mail({ message }: { readonly message: Message }) {
  const mode = useMode()
  const [look, setLook] = useState('html')
  const [scheme, setScheme] = useState<'light' | 'dark'>(
    useComputedColorScheme('light', { getInitialValueInEffect: false }),
  )
  const [width, setWidth] = useState('wide')
  return (
    <>
      <Group gap="xs" px="md" pb="sm">
        <SegmentedControl
          size="xs"
          aria-label={words.look}
          value={look}
          onChange={setLook}
          data={[
            { value: 'html', label: words.html },
            { value: 'text', label: words.plainText },
          ]}
        />
        {look === 'html' && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={`${words.light}, ${words.dark}`}
              value={scheme}
              onChange={(value) => setScheme(value as 'light' | 'dark')}
              data={[
                { value: 'light', label: words.light },
                { value: 'dark', label: words.dark },
              ]}
            />
            <SegmentedControl
              size="xs"
              aria-label={`${words.wide}, ${words.phone}`}
              value={width}
              onChange={setWidth}
              data={[
                { value: 'wide', label: words.wide },
                { value: 'phone', label: words.phone },
              ]}
            />
          </>
        )}
      </Group>
      <div className={styles.stage}>
        {look === 'html' ? (
          <iframe
            key={scheme}
            className={styles.mail}
            data-width={width}
            data-scheme={scheme}
            src={framePath(`/messages/${message.id}/html`, { mode, scheme })}
            title={words.mailFrame(message.subject ?? '')}
            sandbox=""
          />
        ) : (
          <div style={{ width: '100%' }}>
            <CodeBlock title={words.plainText} code={message.text} wraps />
          </div>
        )}
      </div>
    </>
  )
}

function TextMessage({ message: { text, createdAt } }: { readonly message: Message }) {
  return (
    <div className={styles.stage}>
      <div className={styles.phone}>
        <p className={styles.bubble}>{text}</p>
        <div className={styles.taken}>
          <DateTime at={createdAt} look="absolute" />
        </div>
      </div>
    </div>
  )
}
