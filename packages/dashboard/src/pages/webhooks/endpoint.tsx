import { Alert, Button, Group, SimpleGrid, Stack, Tabs } from '@mantine/core'
import { IconAlertTriangle, IconCircleMinus } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useCall, useChange } from '../../app/api.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Section } from '../../components/section.tsx'
import { Stat } from '../../components/stat.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { Attempts } from './attempts.tsx'
import { Deliveries } from './deliveries.tsx'
import { complain, EndpointActions, useResend } from './endpoint-actions.tsx'
import { chipOf, type Endpoint } from './naming.ts'
import { Signing } from './signing.tsx'

const { endpoint: words, endpoints, pages, attempts } = texts.webhooks

/** Of the table in a tab. */
const noPlace = { before: 0, state: '', columns: '' }

const HEALTH_MS = 5_000

export default function EndpointPage() {
  const mode = useMode()
  const { endpointId = '' } = useParams({ strict: false }) as { readonly endpointId?: string }
  const [{ tab }, setState] = useUrlState({ tab: 'attempts', ...noPlace })
  const { data, error, refetch } = useCall('GET /webhook-endpoints/{endpointId}', {
    path: { endpointId },
    query: { mode },
  })
  useEvents(['webhook_endpoint.'], () => void refetch())
  const back = { label: pages.endpoints, to: '/developers/webhooks' }
  if (error && data === undefined) {
    return (
      <>
        <PageHeader title={pages.endpoint} back={back} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={data === undefined ? pages.endpoint : (data.description ?? new URL(data.url).host)}
        back={back}
        text={data && <CopyableId value={data.url} what={endpoints.address} />}
        status={data && <StatusChip {...chipOf(data)} />}
        actions={data && <EndpointActions endpoint={data} />}
      />
      <Stack gap="lg">
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data && <Trouble endpoint={data} />}
        <Figures endpointId={endpointId} isEnabled={data?.isEnabled ?? false} />
        {data && (
          <Tabs
            value={tab}
            keepMounted={false}
            // Where one tab has got to is no place in another.
            onChange={(next) => setState({ tab: next ?? 'attempts', ...noPlace })}
          >
            <Tabs.List mb="md">
              {(['attempts', 'deliveries', 'signing', 'setup'] as const).map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {words.tabs[each]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="attempts">
              <Attempts endpoint={data} />
            </Tabs.Panel>
            <Tabs.Panel value="deliveries">
              <Deliveries endpoint={data} />
            </Tabs.Panel>
            <Tabs.Panel value="signing">
              <Signing endpoint={data} />
            </Tabs.Panel>
            <Tabs.Panel value="setup">
              <SetUp endpoint={data} />
            </Tabs.Panel>
          </Tabs>
        )}
      </Stack>
    </>
  )
}

/** Says when nothing arrives any more, and what to do about it. */
function Trouble({ endpoint }: { readonly endpoint: Endpoint }) {
  const mode = useMode()
  const may = useMay('webhooks:write')
  const enable = useChange('PATCH /webhook-endpoints/{endpointId}', [
    'GET /webhook-endpoints/{endpointId}',
    'GET /webhook-endpoints',
  ])
  if (!endpoint.isEnabled) {
    return (
      <Alert
        color={endpoint.disabledReason === 'manual' ? 'gray' : 'red'}
        icon={<IconCircleMinus size={18} />}
        title={words.disabledAlert}
      >
        <Stack gap="xs" align="flex-start">
          {chipOf(endpoint).hint}
          {may && (
            <Button
              variant="default"
              size="compact-sm"
              loading={enable.isPending}
              onClick={() =>
                enable.mutate({
                  path: { endpointId: endpoint.id },
                  query: { mode },
                  body: { isEnabled: true },
                })
              }
            >
              {words.enableNow}
            </Button>
          )}
          {enable.error && <ErrorNotice error={enable.error} />}
        </Stack>
      </Alert>
    )
  }
  if (endpoint.failingSince === null) return null
  return (
    <Alert
      color="amber"
      icon={<IconAlertTriangle size={18} />}
      title={
        <>
          {words.failingAlert} <DateTime at={endpoint.failingSince} look="absolute" />
        </>
      }
    >
      {words.failingFix}
    </Alert>
  )
}

interface FiguresProps {
  readonly endpointId: string
  readonly isEnabled: boolean
}

/** How the endpoint does, in four figures. */
function Figures({ endpointId, isEnabled }: FiguresProps) {
  const mode = useMode()
  const may = useMay('webhooks:write')
  const { data } = useCall('GET /webhook-health', { query: { mode } }, { everyMs: HEALTH_MS })
  const resend = useResend(endpointId)
  const health = data?.find((each) => each.endpointId === endpointId)
  const share = health && health.attempts > 0 ? (health.delivered / health.attempts) * 100 : null
  const median = health?.medianMilliseconds ?? null
  const failed = health?.failed ?? 0
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <Stat
        label={words.delivered}
        value={health && (share === null ? texts.common.none : `${Math.floor(share)}%`)}
        note={health && words.deliveredNote(health.attempts)}
      />
      <Stat
        label={words.median}
        value={health && (median === null ? texts.common.none : attempts.milliseconds(median))}
        note={
          health &&
          health.lastAttemptAt !== null && (
            <>
              {words.lastAttempt} <DateTime at={health.lastAttemptAt} />
            </>
          )
        }
      />
      <Stat
        label={words.waiting}
        value={health && endpoints.atMost(health.pending)}
        note={words.waitingNote}
      />
      <Stat
        label={words.givenUp}
        value={health && endpoints.atMost(failed)}
        note={
          failed > 0 && may && isEnabled ? (
            <Button
              variant="default"
              size="compact-xs"
              loading={resend.isPending}
              onClick={() => resend.send({ failed: true }, complain)}
            >
              {words.resendAll}
            </Button>
          ) : (
            words.givenUpNote
          )
        }
      />
    </SimpleGrid>
  )
}

function SetUp({ endpoint }: { readonly endpoint: Endpoint }) {
  const { id, url, description, events, createdAt } = endpoint
  return (
    <Section title={words.tabs.setup}>
      <Details
        items={[
          { label: words.id, value: <CopyableId value={id} what={words.id} /> },
          { label: endpoints.address, value: <CopyableId value={url} what={endpoints.address} /> },
          {
            label: texts.webhooks.form.description,
            value: description ?? texts.common.none,
          },
          {
            label: endpoints.events,
            value: events.includes('*') ? (
              endpoints.allEvents
            ) : (
              <Group gap="xs">
                {events.map((type) => (
                  <span key={type} className="mono">
                    {type}
                  </span>
                ))}
              </Group>
            ),
          },
          { label: words.madeOn, value: <DateTime at={createdAt} look="absolute" /> },
        ]}
      />
    </Section>
  )
}
