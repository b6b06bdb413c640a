import { Button, Drawer, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { download, useCall } from '../../app/api.ts'
import { startOfDay } from '../../app/days.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { AuditDetails } from './audit-details.tsx'
import { actionChoices, NAME_WIDTH, nameOf, Target } from './audit-words.tsx'
import type { AuditEntry } from './model.ts'

const { audit: words, pages } = texts.settings

const PAGE_SIZE = 50
const noFilter = { action: '', from: '', to: '', before: 0, entry: 0 }

export default function AuditLog() {
  const [state, setState] = useUrlState(noFilter)
  const { action, from, to, before, entry } = state
  const [start, end] = [startOfDay(from), startOfDay(to, 1)]
  const filter = {
    ...(action !== '' && { action }),
    ...(start !== undefined && { from: start.toISOString() }),
    ...(end !== undefined && { to: end.toISOString() }),
  }
  const query = { ...filter, limit: PAGE_SIZE, ...(before > 0 && { before }) }
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /audit-log',
    { query },
    { keepsLast: true },
  )
  const save = useMutation({ mutationFn: () => download('/audit-log/export', filter) })
  const rows = data?.content
  const columns = useColumns('audit-log', allColumns)
  const isFiltered = action !== '' || from !== '' || to !== ''
  const clear = () => setState({ ...noFilter, entry: undefined })
  return (
    <>
      <PageHeader
        title={pages.auditLog}
        text={words.text}
        actions={
          <>
            <ViewAsApi path="/audit-log" query={query} />
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              {words.exportCsv}
            </Button>
          </>
        }
      />
      {save.error && <ErrorNotice error={save.error} />}
      <FilterBar
        onClear={isFiltered ? clear : undefined}
        actions={<ColumnMenu {...columns.menu} />}
      >
        <Select
          aria-label={words.action}
          data-search
          placeholder={words.anyAction}
          searchable
          clearable
          maxDropdownHeight={400}
          w={{ base: '100%', xs: 280 }}
          data={actionChoices(action)}
          value={action || null}
          onChange={(value) => setState({ action: value ?? '', before: 0 })}
        />
        <DayField
          label={words.since}
          value={from}
          onChange={(value) => setState({ from: value, before: 0 }, { replace: true })}
        />
        <DayField
          label={words.until}
          value={to}
          onChange={(value) => setState({ to: value, before: 0 }, { replace: true })}
        />
      </FilterBar>
      <DataTable
        name={pages.auditLog}
        rows={rows}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        keyOf={({ id }) => id}
        onOpen={({ id }) => setState({ entry: id })}
        columns={columns.shown}
        empty={
          <EmptyState
            icon={IconHistory}
            title={isFiltered ? words.emptyFilteredTitle : words.emptyTitle}
            text={isFiltered ? words.emptyFiltered : words.empty}
            {...(isFiltered && { action: { label: texts.common.clearFilters, onClick: clear } })}
          />
        }
        paging={{
          kind: 'feed',
          hasMore: data?.hasMore ?? false,
          isFirst: before === 0,
          onOlder: () => setState({ before: rows?.at(-1)?.id }),
          onNewest: () => setState({ before: 0 }),
        }}
      />
      <Panel
        entry={rows?.find(({ id }) => id === entry)}
        onClose={() => setState({ entry: 0 }, { replace: true })}
      />
    </>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      leftSection={
        <Text size="xs" c="dimmed">
          {label}
        </Text>
      }
      leftSectionWidth={52}
      leftSectionProps={{ style: { justifyContent: 'flex-start', paddingLeft: 10 } }}
      max="9999-12-31"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function ResultChip({ status }: Pick<AuditEntry, 'status'>) {
  if (status === null) {
    return <StatusChip tone="warning" label={words.unfinished} hint={words.unfinishedHint} />
  }
  return status < 400 ? (
    <StatusChip tone="good" label={words.done} />
  ) : (
    <StatusChip tone="bad" label={words.refused(status)} />
  )
}

function Who({ actor }: Pick<AuditEntry, 'actor'>) {
  return (
    <Text inherit truncate maw={NAME_WIDTH} title={actor.name}>
      {actor.name}
      {actor.kind === 'token' && (
        <Text span inherit c="dimmed">
          {' '}
          {words.token}
        </Text>
      )}
    </Text>
  )
}

const allColumns: readonly Column<AuditEntry>[] = [
  {
    key: 'when',
    title: words.when,
    width: 170,
    isWideOnly: true,
    render: ({ at }: AuditEntry) => <DateTime at={at} look="absolute" />,
  },
  {
    key: 'who',
    title: words.who,
    isWideOnly: true,
    render: ({ actor, address }, shows) => (
      <>
        <Who actor={actor} />
        {!shows('address') && (
          <Text size="xs" c="dimmed" className="mono">
            {address}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'address',
    title: words.from,
    isOptional: true,
    render: ({ address }) => <span className="mono">{address}</span>,
  },
  {
    key: 'program',
    title: words.browser,
    isOptional: true,
    render: ({ userAgent }) => (
      <Text inherit truncate maw={200} title={userAgent}>
        {userAgent}
      </Text>
    ),
  },
  {
    key: 'action',
    title: words.action,
    // On a phone who and when stand here: the row fits, and nothing of it is out of sight.
    render: ({ action, actor, at }: AuditEntry, shows) => (
      <>
        {nameOf(action)}
        <Text size="xs" c="dimmed" className="mono" visibleFrom="lg">
          {action}
        </Text>
        <Text size="xs" c="dimmed" component="div" hiddenFrom="sm">
          {shows('who') === 'wide' && <Who actor={actor} />}
          {shows('when') === 'wide' && <DateTime at={at} look="absolute" />}
        </Text>
      </>
    ),
  },
  {
    key: 'mode',
    title: words.mode,
    isOptional: true,
    render: ({ mode }) => (mode === null ? texts.common.none : texts.shell.modes[mode]),
  },
  {
    key: 'target',
    title: words.target,
    isWideOnly: true,
    render: (entry: AuditEntry) => <Target {...entry} />,
  },
  {
    key: 'result',
    title: words.result,
    render: ({ status }: AuditEntry) => <ResultChip status={status} />,
  },
  {
    key: 'code',
    title: words.code,
    isOptional: true,
    render: ({ errorCode }) => errorCode !== null && <span className="mono">{errorCode}</span>,
  },
]

interface PanelProps {
  readonly entry: AuditEntry | undefined
  readonly onClose: () => void
}

function Panel({ entry, onClose }: PanelProps) {
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      title={
        <Group gap="sm">
          <Text fw={620}>{entry && nameOf(entry.action)}</Text>
          {entry && <ResultChip status={entry.status} />}
        </Group>
      }
    >
      <Stack>{entry && <AuditDetails entry={entry} />}</Stack>
    </Drawer>
  )
}
