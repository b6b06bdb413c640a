import { Accordion, Anchor, Drawer, Stack, Text } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { HeaderList } from './header-list.tsx'
import type { Receiver } from './naming.ts'
import styles from './receivers.module.css'

const { receivers: words, endpoints } = texts.webhooks

const LOOK_MS = 2_000

const tones = { verified: 'good', wrong: 'bad', none: 'off' } as const

interface ReceiverPanelProps {
  /** Undefined while none is shown. */
  readonly receiver: Receiver | undefined
  readonly onClose: () => void
}

/** What came to a receiver, as it comes. */
export function ReceiverPanel({ receiver, onClose }: ReceiverPanelProps) {
  return (
    <Drawer
      opened={receiver !== undefined}
      onClose={onClose}
      size="xl"
      title={
        <Text inherit fw={620}>
          {words.panelTitle}
        </Text>
      }
    >
      {receiver && <Content receiver={receiver} />}
    </Drawer>
  )
}

function Content({ receiver: { id, url } }: { readonly receiver: Receiver }) {
  const mode = useMode()
  // A hundred bodies are a large page; only the one that is read is drawn.
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useCall(
    'GET /webhook-receivers/{receiverId}/requests',
    { path: { receiverId: id }, query: { mode, limit: 100 } },
    { everyMs: LOOK_MS },
  )
  return (
    <Stack>
      <CodeBlock title={endpoints.address} code={url} wraps />
      <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
        {words.ownPage}
      </Anchor>
      {error && <ErrorNotice error={error} />}
      {data?.content.length === 0 && (
        <EmptyState icon={IconInbox} title={words.waiting} text={words.waitingText}>
          <CodeBlock title="curl" code={`curl -d '{"hello":"world"}' ${url}`} wraps />
        </EmptyState>
      )}
      <Accordion variant="default" chevronPosition="left" value={open} onChange={setOpen}>
        {data?.content.map((received) => (
          <Accordion.Item key={received.id} value={String(received.id)}>
            <Accordion.Control>
              <div className={styles.request}>
                <StatusChip
                  tone={tones[received.signature]}
                  label={words.signatures[received.signature]}
                  hint={words.signatureHints[received.signature]}
                />
                <span className="mono">{typeOf(received.body)}</span>
                <Text size="xs" c="dimmed" component="span">
                  <DateTime at={received.at} />
                </Text>
                <Text size="xs" c="dimmed">
                  {words.bytes(received.bytes)}, {words.answered(received.answered)}
                </Text>
              </div>
            </Accordion.Control>
            <Accordion.Panel>
              {open === String(received.id) && (
                <Stack gap="sm">
                  <JsonView title={words.body} value={received.body} maxHeight={360} />
                  <HeaderList title={words.headers} headers={received.headers} />
                </Stack>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

/** The type of the event that a body tells; nothing for what is no event. */
function typeOf(body: string): string {
  try {
    const { eventType, type } = JSON.parse(body) as Readonly<Record<string, unknown>>
    return String(eventType ?? type ?? '')
  } catch {
    return ''
  }
}
