import { Button, SegmentedControl } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { useResendOne } from './endpoint-actions.tsx'
import { deliveryChip, type Endpoint } from './naming.ts'

const { deliveries: words, attempts } = texts.webhooks

type Delivery = OperationOutput<'GET /webhook-endpoints/{endpointId}/deliveries'>['content'][number]

const PAGE = 50
const LOOK_MS = 5_000

/** What became of each event that an endpoint asked for. */
export function Deliveries({ endpoint }: { readonly endpoint: Endpoint }) {
  const mode = useMode()
  const may = useMay('webhooks:write')
  const resend = useResendOne()
  const [{ state, before }, setState] = useUrlState({ state: '', before: 0 })
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /webhook-endpoints/{endpointId}/deliveries',
    {
      path: { endpointId: endpoint.id },
      query: {
        mode,
        limit: PAGE,
        ...(state !== '' && { state: state as Delivery['state'] }),
        ...(before > 0 && { before }),
      },
    },
    { keepsLast: true, ...(before === 0 && { everyMs: LOOK_MS }) },
  )
  const resendColumn: Column<Delivery> = {
    key: 'resend',
    title: '',
    align: 'right',
    render: ({ sequence }) =>
      may && (
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={!endpoint.isEnabled || resend.isPending}
          onClick={() => resend.send(endpoint.id, sequence)}
        >
          {words.resend}
        </Button>
      ),
  }
  const columns = useColumns('deliveries', [...allColumns, resendColumn])
  return (
    <>
      <FilterBar actions={<ColumnMenu {...columns.menu} />}>
        <SegmentedControl
          aria-label={words.state}
          value={state}
          onChange={(value) => setState({ state: value, before: 0 })}
          data={[
            { value: '', label: attempts.all },
            ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
          ]}
        />
      </FilterBar>
      <DataTable
        name={words.name}
        rows={data?.content}
        keyOf={({ sequence }) => sequence}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        columns={columns.shown}
        empty={<EmptyState icon={IconSend} title={words.emptyTitle} text={words.empty} />}
        paging={{
          kind: 'feed',
          hasMore: data?.hasMore ?? false,
          isFirst: before === 0,
          onOlder: () => setState({ before: data?.content.at(-1)?.sequence ?? 0 }),
          onNewest: () => setState({ before: 0 }),
        }}
      />
    </>
  )
}

const allColumns: readonly Column<Delivery>[] = [
  {
    key: 'event',
    title: attempts.event,
    render: ({ sequence }: Delivery) => (
      <PageLink to="/developers/events" search={{ event: sequence }} inherit>
        {attempts.number(sequence)}
      </PageLink>
    ),
  },
  {
    key: 'eventId',
    title: attempts.eventId,
    isOptional: true,
    render: ({ eventId }) => <span className="mono">{eventId}</span>,
  },
  {
    key: 'state',
    title: words.state,
    render: ({ state }: Delivery) => <StatusChip {...deliveryChip(state)} />,
  },
  {
    key: 'attempts',
    title: words.attempts,
    align: 'right' as const,
    isWideOnly: true,
    render: (delivery: Delivery) => delivery.attempts,
  },
  {
    key: 'next',
    title: words.next,
    isWideOnly: true,
    render: ({ nextAttemptAt }: Delivery) => <DateTime at={nextAttemptAt} />,
  },
  {
    key: 'updated',
    title: words.updated,
    isWideOnly: true,
    render: ({ updatedAt }: Delivery) => <DateTime at={updatedAt} />,
  },
]
