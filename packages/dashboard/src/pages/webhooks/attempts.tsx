import { Button, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCall } from '../../app/api.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { AttemptPanel } from './attempt-panel.tsx'
import type { Attempt, Endpoint } from './naming.ts'

const { attempts: words } = texts.webhooks

const PAGE = 50
const LOOK_MS = 3_000

/** Every request to an endpoint, as they are made. */
export function Attempts({ endpoint }: { readonly endpoint: Endpoint }) {
  const mode = useMode()
  const [state, setState] = useUrlState({
    outcome: '',
    type: '',
    sequence: '',
    before: 0,
    attempt: 0,
  })
  const { outcome, type, sequence, before, attempt } = state
  const query = { mode, limit: PAGE, ...filterOf(state), ...(before > 0 && { before }) }
  const isNewest = before === 0
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /webhook-endpoints/{endpointId}/attempts',
    { path: { endpointId: endpoint.id }, query },
    { keepsLast: true, ...(isNewest && { everyMs: LOOK_MS }) },
  )
  useEvents(['order.'], () => void (isNewest && refetch()))
  const isFiltered = outcome !== '' || type !== '' || sequence !== ''
  const next = data?.nextBefore ?? null
  const columns = useColumns('attempts', allColumns)
  return (
    <>
      <Filters
        state={state}
        onChange={(next) => setState({ ...next, before: 0 })}
        actions={<ColumnMenu {...columns.menu} />}
      />
      <DataTable
        name={words.name}
        rows={data?.content}
        keyOf={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        columns={columns.shown}
        onOpen={({ id }) => setState({ attempt: id })}
        empty={
          <Nothing
            isFiltered={isFiltered}
            next={next}
            onOlder={() => setState({ before: next ?? 0 })}
          />
        }
        paging={{
          kind: 'feed',
          hasMore: next !== null,
          isFirst: isNewest,
          onOlder: () => setState({ before: next ?? 0 }),
          onNewest: () => setState({ before: 0 }),
        }}
      />
      <AttemptPanel
        endpoint={endpoint}
        attemptId={attempt === 0 ? undefined : attempt}
        onClose={() => setState({ attempt: 0 })}
      />
    </>
  )
}

interface State {
  readonly outcome: string
  readonly type: string
  readonly sequence: string
}

/** What the API is asked by. */
const filterOf = ({ outcome, type, sequence }: State) => ({
  ...(outcome !== '' && { outcome: outcome as 'delivered' | 'failed' }),
  ...(type !== '' && { type: type as Attempt['type'] & 'order.failed' }),
  ...(/^[1-9]\d{0,14}$/.test(sequence) && { sequence: Number(sequence) }),
})

interface FiltersProps {
  readonly state: State
  readonly onChange: (next: Partial<State>) => void
  readonly actions: ReactNode
}

function Filters({ state: { outcome, type, sequence }, onChange, actions }: FiltersProps) {
  const types = useCall('GET /event-types', { query: { mode: useMode() } })
  const isFiltered = outcome !== '' || type !== '' || sequence !== ''
  return (
    <FilterBar
      search={{
        label: words.sequence,
        value: sequence,
        onSearch: (text) => onChange({ sequence: text }),
      }}
      onClear={isFiltered ? () => onChange({ outcome: '', type: '', sequence: '' }) : undefined}
      actions={actions}
    >
      <SegmentedControl
        aria-label={words.outcome}
        value={outcome}
        onChange={(value) => onChange({ outcome: value })}
        data={[
          { value: '', label: words.all },
          { value: 'delivered', label: words.delivered },
          { value: 'failed', label: words.failed },
        ]}
      />
      <NativeSelect
        aria-label={words.type}
        value={type}
        onChange={(event) => onChange({ type: event.currentTarget.value })}
        data={[
          { value: '', label: words.anyType },
          ...(types.data ?? []).map((each) => ({ value: each.type, label: each.type })),
        ]}
      />
    </FilterBar>
  )
}

interface NothingProps {
  readonly isFiltered: boolean
  /** Where to look on, when not everything has been looked at. */
  readonly next: number | null
  readonly onOlder: () => void
}

function Nothing({ isFiltered, next, onOlder }: NothingProps) {
  if (!isFiltered) return <EmptyState icon={IconSend} title={words.emptyTitle} text={words.empty} />
  return (
    <Stack align="center" py={48} gap="sm">
      <Text c="dimmed">{next === null ? words.noneFound : words.lookFurther}</Text>
      {next !== null && (
        <Button variant="default" onClick={onOlder}>
          {texts.common.older}
        </Button>
      )}
    </Stack>
  )
}

const allColumns: readonly Column<Attempt>[] = [
  {
    key: 'outcome',
    title: words.outcome,
    render: ({ isDelivered }: Attempt) => (
      <StatusChip
        tone={isDelivered ? 'good' : 'bad'}
        label={isDelivered ? words.delivered : words.failed}
      />
    ),
  },
  {
    key: 'type',
    title: words.type,
    render: ({ type, sequence, at }: Attempt, shows) => (
      <div>
        <span className="mono">{type}</span>
        <Text size="xs" c="dimmed">
          {sequence === null ? words.example : words.number(sequence)}
        </Text>
        {shows('when') === 'wide' && (
          <Text size="xs" c="dimmed" component="div" hiddenFrom="sm">
            <DateTime at={at} />
          </Text>
        )}
      </div>
    ),
  },
  {
    key: 'eventId',
    title: words.eventId,
    isOptional: true,
    render: ({ eventId }) => <span className="mono">{eventId ?? texts.common.none}</span>,
  },
  {
    key: 'answer',
    title: words.answer,
    isWideOnly: true,
    render: ({ status, error }: Attempt) => (
      <Text inherit lineClamp={1} maw={420}>
        {status ?? error?.message ?? words.noAnswer}
      </Text>
    ),
  },
  {
    key: 'code',
    title: texts.common.errorCode,
    isOptional: true,
    render: ({ error }) => error !== null && <span className="mono">{error.code}</span>,
  },
  {
    key: 'time',
    title: words.time,
    align: 'right' as const,
    isWideOnly: true,
    render: ({ milliseconds }: Attempt) => words.milliseconds(milliseconds),
  },
  {
    key: 'when',
    title: words.when,
    align: 'right' as const,
    isWideOnly: true,
    render: ({ at }: Attempt) => <DateTime at={at} />,
  },
]
