import { Button, Drawer, Group, Menu, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type OperationOutput, useCall } from '../../app/api.ts'
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
import { deliveryChip, groupOf } from './naming.ts'

const { events: words, attempts } = texts.webhooks

interface EventPanelProps {
  readonly sequence: number | undefined
  readonly onClose: () => void
}

/** One event: what it says, of which shape that is, and where it was sent. */
export function EventPanel({ sequence, onClose }: EventPanelProps) {
  const mode = useMode()
  const { data, error } = useCall(
    'GET /events/{sequence}',
    { path: { sequence: sequence ?? 0 }, query: { mode } },
    { isEnabled: sequence !== undefined },
  )
  return (
    <Drawer
      opened={sequence !== undefined}
      onClose={onClose}
      size="xl"
      title={
        <Text inherit fw={620}>
          {words.panelTitle(sequence, data?.type)}
        </Text>
      }
    >
      {error && data === undefined && <ErrorNotice error={error} />}
      {!error && data === undefined && <Skeleton h={240} aria-busy="true" />}
      {data && <Content event={data} />}
    </Drawer>
  )
}

function Content({ event }: { readonly event: OperationOutput<'GET /events/{sequence}'> }) {
  const mode = useMode()
  const mayFollow = useMay('webhooks:read')
  const types = useCall('GET /event-types', { query: { mode } })
  const { sequence, id, type, createdAt, data: told } = event
  const schema = types.data?.find((each) => each.type === type)?.schema
  return (
    <Stack gap="md">
      <Details
        items={[
          { label: words.facts.type, value: <span className="mono">{type}</span> },
          { label: words.facts.id, value: <CopyableId value={id} what={words.facts.id} /> },
          { label: words.facts.at, value: <DateTime at={createdAt} look="absolute" /> },
          ...(groupOf(type) === 'order'
            ? [
                {
                  label: texts.webhooks.inbox.order,
                  value: (
                    <PageLink to={`/orders/${told.transactionId}`}>{words.openOrder}</PageLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayFollow && <Ways sequence={sequence} />}
      <JsonView title={words.data} value={told} />
      {schema !== undefined && <JsonView title={words.schema} value={schema} maxHeight={320} />}
    </Stack>
  )
}

const LOOK_MS = 3_000

function Ways({ sequence }: { readonly sequence: number }) {
  const mode = useMode()
  const may = useMay('webhooks:write')
  const resend = useResendOne()
  const { data, error } = useCall(
    'GET /events/{sequence}/deliveries',
    { path: { sequence }, query: { mode } },
    { everyMs: LOOK_MS },
  )
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3}>{words.ways}</Title>
        {may && <SendTo sequence={sequence} />}
      </Group>
      {error && <ErrorNotice error={error} />}
      {data?.length === 0 && <Text c="dimmed">{words.noWays}</Text>}
      {data?.map(({ endpointId, url, state, attempts: count }) => (
        <Group key={endpointId} justify="space-between" gap="sm">
          <div style={{ minWidth: 0, flex: '1 1 14rem' }}>
            <PageLink
              to={`/developers/webhooks/${endpointId}`}
              search={{ sequence }}
              style={{ overflowWrap: 'anywhere' }}
              lineClamp={1}
            >
              {url}
            </PageLink>
            <Text size="xs" c="dimmed">
              {texts.webhooks.deliveries.attempts}: {count}
            </Text>
          </div>
          <Group gap="xs" wrap="nowrap">
            <StatusChip {...deliveryChip(state)} />
            {may && (
              <Button
                variant="default"
                size="compact-sm"
                loading={resend.isPending}
                onClick={() => resend.send(endpointId, sequence)}
              >
                {words.resend}
              </Button>
            )}
          </Group>
        </Group>
      ))}
    </Stack>
  )
}

/** An event can be sent to any endpoint, also one that did not ask for it. */
function SendTo({ sequence }: { readonly sequence: number }) {
  const mode = useMode()
  const resend = useResendOne()
  const { data } = useCall('GET /webhook-endpoints', { query: { mode } })
  const enabled = data?.filter(({ isEnabled }) => isEnabled) ?? []
  if (enabled.length === 0) return null
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} />}
          aria-label={`${words.sendTo} ${attempts.number(sequence)}`}
        >
          {words.sendTo}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {enabled.map(({ id, url }) => (
          <Menu.Item key={id} onClick={() => resend.send(id, sequence)}>
            <Text size="sm" truncate>
              {url}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
