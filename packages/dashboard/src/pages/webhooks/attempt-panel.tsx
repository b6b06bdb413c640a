import { Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { useResendOne } from './endpoint-actions.tsx'
import { HeaderList } from './header-list.tsx'
import { type Attempt, type Endpoint, groupOf, ORDER_EVENTS } from './naming.ts'

const { attempts: words, endpoints } = texts.webhooks

interface AttemptPanelProps {
  readonly endpoint: Endpoint
  readonly attemptId: number | undefined
  readonly onClose: () => void
}

/** What was sent in one attempt, and what was answered. */
export function AttemptPanel({ endpoint, attemptId, onClose }: AttemptPanelProps) {
  return (
    <Drawer
      opened={attemptId !== undefined}
      onClose={onClose}
      size="xl"
      title={
        <Text inherit fw={620}>
          {words.panelTitle}
        </Text>
      }
    >
      {attemptId !== undefined && <Found endpoint={endpoint} attemptId={attemptId} />}
    </Drawer>
  )
}

function Found({
  endpoint,
  attemptId,
}: Omit<AttemptPanelProps, 'onClose' | 'attemptId'> & { readonly attemptId: number }) {
  const mode = useMode()
  const { data, error } = useCall('GET /webhook-endpoints/{endpointId}/attempts', {
    path: { endpointId: endpoint.id },
    query: { mode, before: attemptId + 1, limit: 1 },
  })
  if (data === undefined) {
    return error ? <ErrorNotice error={error} /> : <Skeleton h={240} aria-busy="true" />
  }
  // Where there is none with this id, the one before it comes.
  const attempt = data.content.find(({ id }) => id === attemptId)
  if (attempt === undefined) return <Text c="dimmed">{words.notFound}</Text>
  return <Content endpoint={endpoint} attempt={attempt} />
}

interface ContentProps {
  readonly endpoint: Endpoint
  readonly attempt: Attempt
}

function Content({ endpoint, attempt }: ContentProps) {
  const may = useMay('webhooks:write')
  const resend = useResendOne()
  const { sequence, eventId, isDelivered, status, error, milliseconds, at, url, type } = attempt
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="sm">
          <StatusChip
            tone={isDelivered ? 'good' : 'bad'}
            label={isDelivered ? words.delivered : words.failed}
          />
          <Text fw={560}>{status ?? words.noAnswer}</Text>
          <Text c="dimmed" className="tabular">
            {words.milliseconds(milliseconds)}
          </Text>
        </Group>
        {may && sequence !== null && (
          <Button
            variant="default"
            leftSection={<IconRepeat size={16} />}
            disabled={!endpoint.isEnabled}
            loading={resend.isPending}
            onClick={() => resend.send(endpoint.id, sequence)}
          >
            {words.resend}
          </Button>
        )}
      </Group>
      {error && <Text c="var(--scrip-negative)">{error.message}</Text>}
      <Details
        items={[
          { label: words.type, value: <Type type={type} /> },
          {
            label: words.event,
            value:
              sequence === null || eventId === null ? (
                words.example
              ) : (
                <PageLink to="/developers/events" search={{ event: sequence }}>
                  {words.number(sequence)}
                </PageLink>
              ),
          },
          { label: endpoints.address, value: <CopyableId value={url} what={endpoints.address} /> },
          { label: words.when, value: <DateTime at={at} look="absolute" /> },
        ]}
      />
      <Title order={3}>{words.request}</Title>
      <JsonView title={words.requestBody} value={attempt.requestBody} maxHeight="none" />
      <HeaderList title={words.requestHeaders} headers={attempt.requestHeaders} />
      {status !== null && <Answer attempt={attempt} />}
    </Stack>
  )
}

function Answer({ attempt: { answerBody, answerHeaders } }: Pick<ContentProps, 'attempt'>) {
  return (
    <>
      <Title order={3}>{words.response}</Title>
      <JsonView
        title={words.responseBody}
        value={answerBody === '' ? words.emptyBody : answerBody}
        maxHeight={240}
      />
      {Object.keys(answerHeaders).length > 0 && (
        <HeaderList title={words.responseHeaders} headers={answerHeaders} />
      )}
    </>
  )
}

/** What happens to orders goes by the original's name on the wire. */
function Type({ type }: Pick<Attempt, 'type'>) {
  return (
    <>
      <span className="mono">{type}</span>
      {groupOf(type) === 'order' && (
        <Text size="xs" c="dimmed">
          {words.sentAs} <span className="mono">{ORDER_EVENTS}</span>
        </Text>
      )}
    </>
  )
}
