import { MultiSelect, Stack, Text } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import { invalidate, type OperationOutput, useCall } from '../../app/api.ts'
import { useNews } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { LivePill } from '../../components/live-pill.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { EventPanel } from './event-panel.tsx'
import { groupOf } from './naming.ts'
import { subjectOf } from './subject.ts'

const { events: words, groups, pages, attempts } = texts.webhooks

type Event = OperationOutput<'GET /events/recent'>['content'][number]

const PAGE = 50

/** Stands for every type: each begins with a group and a dot. */
const ANY = Object.keys(groups).map((group) => `${group}.`)

export default function Events() {
  const mode = useMode()
  const [{ types, before, event }, setState] = useUrlState({ types: '', before: 0, event: 0 })
  const wanted = types === '' ? [] : types.split(',')
  const query = {
    mode,
    limit: PAGE,
    ...(types !== '' && { types }),
    ...(before > 0 && { before }),
  }
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useCall(
    'GET /events/recent',
    { query },
    { keepsLast: true },
  )
  const news = useNews(wanted.length > 0 ? wanted : ANY, dataUpdatedAt)
  const show = () => {
    if (before > 0) setState({ before: 0 })
    // The first page as well, when it was read a moment before the news.
    void invalidate(['GET /events/recent'])
  }
  const next = data?.nextBefore ?? null
  const columns = useColumns('events', allColumns)
  return (
    <>
      <PageHeader
        title={pages.events}
        text={words.text}
        actions={<ViewAsApi path="/events/recent" query={query} />}
      />
      <FilterBar
        actions={
          <>
            {news > 0 && <LivePill count={news} onShow={show} />}
            <ColumnMenu {...columns.menu} />
          </>
        }
        onClear={types === '' ? undefined : () => setState({ types: '', before: 0 })}
      >
        <TypeFilter
          value={wanted}
          onChange={(chosen) => setState({ types: chosen.join(','), before: 0 })}
        />
      </FilterBar>
      <DataTable
        name={words.name}
        rows={data?.content}
        keyOf={({ sequence }) => sequence}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        onOpen={({ sequence }) => setState({ event: sequence })}
        columns={columns.shown}
        empty={<Nothing isFiltered={types !== ''} isEnd={next === null} />}
        paging={{
          kind: 'feed',
          hasMore: next !== null,
          isFirst: before === 0,
          onOlder: () => setState({ before: next ?? 0 }),
          onNewest: show,
        }}
      />
      <EventPanel
        sequence={event === 0 ? undefined : event}
        onClose={() => setState({ event: 0 })}
      />
    </>
  )
}

interface TypeFilterProps {
  readonly value: string[]
  readonly onChange: (chosen: string[]) => void
}

function TypeFilter({ value, onChange }: TypeFilterProps) {
  const { data = [] } = useCall('GET /event-types', { query: { mode: useMode() } })
  return (
    <MultiSelect
      aria-label={words.filter}
      placeholder={value.length === 0 ? words.anyType : ''}
      value={value}
      onChange={onChange}
      data={grouped(data.map(({ type }) => type))}
      searchable
      hidePickedOptions
      maxDropdownHeight={360}
      w={{ base: '100%', xs: 420 }}
    />
  )
}

interface NothingProps {
  readonly isFiltered: boolean
  /** Whether everything has been looked at. */
  readonly isEnd: boolean
}

function Nothing({ isFiltered, isEnd }: NothingProps) {
  const mode = useMode()
  if (isFiltered) {
    return (
      <Stack align="center" py={48}>
        <Text c="dimmed">{isEnd ? words.noneFound : attempts.lookFurther}</Text>
      </Stack>
    )
  }
  const curl = `curl '${location.origin}/manage/v1/events?mode=${mode}&wait=30' \\
  -H "Authorization: Bearer $SCRIP_TOKEN"`
  return (
    <EmptyState icon={IconActivity} title={words.emptyTitle} text={words.empty}>
      <CodeBlock title={words.followTitle} code={curl} />
    </EmptyState>
  )
}

/** Types beneath their groups, as the field wants them. */
function grouped(types: readonly string[]) {
  return [...Map.groupBy(types, groupOf)].map(([group, items]) => ({
    group: groups[group] ?? group,
    items,
  }))
}

const allColumns: readonly Column<Event>[] = [
  {
    key: 'number',
    title: words.number,
    align: 'right' as const,
    width: 56,
    render: ({ sequence }: Event) => sequence.toLocaleString('en'),
  },
  {
    key: 'type',
    title: words.type,
    render: (event: Event, shows) => (
      <>
        <span className="mono">{event.type}</span>
        {shows('about') === 'wide' && (
          <Text size="xs" c="dimmed" lineClamp={1} hiddenFrom="sm">
            {subjectOf(event)}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'id',
    title: attempts.eventId,
    isOptional: true,
    render: ({ id }) => <span className="mono">{id}</span>,
  },
  {
    key: 'about',
    title: words.about,
    isWideOnly: true,
    render: (event: Event) => (
      <Text inherit lineClamp={1} c="dimmed">
        {subjectOf(event)}
      </Text>
    ),
  },
  {
    key: 'when',
    title: words.when,
    align: 'right' as const,
    render: ({ createdAt }: Event) => <DateTime at={createdAt} />,
  },
]
