import { Button, Stack, Text } from '@mantine/core'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../app/api.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { EndpointForm, type Made } from './endpoint-form.tsx'
import { chipOf, type Endpoint, eventsInWords, type Health } from './naming.ts'
import { Receivers, useReceiverWithEndpoint } from './receivers.tsx'
import { SecretOnce } from './secret-once.tsx'

const { endpoints: words, pages, secret } = texts.webhooks

/** How often the figures of the table are asked for while somebody looks. */
const HEALTH_MS = 10_000

export default function Endpoints() {
  const mode = useMode()
  const may = useMay('webhooks:write')
  const [{ panel }, setState] = useUrlState({ panel: '' })
  const [made, setMade] = useState<Made>()
  const { data, error, refetch } = useCall('GET /webhook-endpoints', { query: { mode } })
  const health = useCall('GET /webhook-health', { query: { mode } }, { everyMs: HEALTH_MS })
  const receivers = useCall('GET /webhook-receivers', { query: { mode } })
  const tryReceiver = useReceiverWithEndpoint()
  useEvents(['webhook_endpoint.'], () => void refetch())
  const open = () => setState({ panel: 'new' })
  const close = () => setState({ panel: '' })
  return (
    <>
      <PageHeader
        title={pages.endpoints}
        text={words.text}
        actions={
          <>
            <ViewAsApi path="/webhook-endpoints" query={{ mode }} />
            <Button
              leftSection={<IconPlus size={16} />}
              disabled={!may}
              title={may ? undefined : texts.common.notAllowed('webhooks:write')}
              onClick={open}
            >
              {words.create}
            </Button>
          </>
        }
      />
      <Stack gap="xl">
        <DataTable
          name={pages.endpoints}
          rows={data}
          rowsExpected={3}
          error={error}
          onRetry={() => void refetch()}
          keyOf={({ id }) => id}
          toOf={({ id }) => `/developers/webhooks/${id}`}
          columns={columnsWith(health.data ?? [], receivers.data?.map(({ url }) => url) ?? [])}
          empty={
            <EmptyState
              icon={IconWebhook}
              title={words.emptyTitle}
              text={words.empty}
              {...(may && { action: { label: words.tryReceiver, onClick: tryReceiver.begin } })}
            />
          }
        />
        <Receivers onTry={tryReceiver} />
      </Stack>
      <EndpointForm isOpen={panel === 'new'} onClose={close} onMade={setMade} />
      <SecretOnce
        secret={made?.secret}
        title={secret.madeTitle}
        onClose={() => setMade(undefined)}
      />
    </>
  )
}

function columnsWith(health: readonly Health[], receivers: readonly string[]) {
  const healthOf = ({ id }: Endpoint) => health.find(({ endpointId }) => endpointId === id)
  return [
    {
      key: 'url',
      title: words.address,
      render: ({ url, description }: Endpoint) => (
        <div style={{ minWidth: 0 }}>
          <Text inherit fw={560} style={{ wordBreak: 'break-all' }} lineClamp={1} title={url}>
            {url}
          </Text>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {receivers.includes(url) ? words.testReceiver : description}
          </Text>
        </div>
      ),
    },
    {
      key: 'status',
      title: words.status,
      render: (endpoint: Endpoint) => <StatusChip {...chipOf(endpoint)} />,
    },
    {
      key: 'events',
      title: words.events,
      isWideOnly: true,
      render: ({ events }: Endpoint) => (
        <span style={{ whiteSpace: 'nowrap' }} title={events.join(', ')}>
          {eventsInWords(events)}
        </span>
      ),
    },
    {
      key: 'delivered',
      title: words.recent,
      align: 'right' as const,
      isWideOnly: true,
      render: (endpoint: Endpoint) => <Share health={healthOf(endpoint)} />,
    },
    {
      key: 'median',
      title: words.median,
      align: 'right' as const,
      isWideOnly: true,
      render: (endpoint: Endpoint) => {
        const median = healthOf(endpoint)?.medianMilliseconds ?? null
        return median === null ? texts.common.none : texts.webhooks.attempts.milliseconds(median)
      },
    },
    {
      key: 'waiting',
      title: words.waiting,
      align: 'right' as const,
      isWideOnly: true,
      render: (endpoint: Endpoint) => {
        const health = healthOf(endpoint)
        return health === undefined ? texts.common.none : words.atMost(health.pending)
      },
    },
    {
      key: 'failed',
      title: words.givenUp,
      align: 'right' as const,
      isWideOnly: true,
      render: (endpoint: Endpoint) => <GivenUp count={healthOf(endpoint)?.failed} />,
    },
  ]
}

function Share({ health }: { readonly health: Health | undefined }) {
  if (health === undefined || health.attempts === 0) return texts.common.none
  const share = Math.floor((health.delivered / health.attempts) * 100)
  return <span title={words.recentHint(health.attempts)}>{`${share}%`}</span>
}

function GivenUp({ count }: { readonly count: number | undefined }) {
  if (count === undefined) return texts.common.none
  return (
    <Text inherit component="span" {...(count > 0 && { c: 'var(--scrip-negative)', fw: 560 })}>
      {words.atMost(count)}
    </Text>
  )
}
