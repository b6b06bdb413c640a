import { Button, Group, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronDown, IconDownload, IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import { download, invalidate, useCall } from '../../app/api.ts'
import { useNews } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { timeZone } from '../../app/time-zone.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { LivePill } from '../../components/live-pill.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { BalanceAt } from './balance-at.tsx'
import { columnsOf } from './statement-columns.tsx'
import { TransferPanel } from './transfer-panel.tsx'

const words = texts.wallet.statement
const LIMIT = 25

const defaults = { from: '', to: '', kind: '', before: 0, transfer: 0 }

/** The wallet's book: filters, running balance, the lines of each transfer, downloads. */
export function Statement({ currency }: { readonly currency: string | undefined }) {
  const mode = useMode()
  const [url, setUrl] = useUrlState(defaults)
  const { from, to, before } = url
  const kind = url.kind === 'order' || url.kind === 'funding' ? url.kind : undefined
  const period = { ...(from && { from }), ...(to && { to }), timeZone }
  const statement = useCall(
    'GET /wallet/statement',
    {
      query: {
        mode,
        ...period,
        ...(kind && { kind }),
        ...(before > 0 && { before }),
        limit: LIMIT,
      },
    },
    { keepsLast: true },
  )
  const news = useNews(['wallet.funded', 'order.'], statement.dataUpdatedAt)
  const rows = statement.data?.content
  const columns = useColumns('statement', columnsOf(currency ?? ''))
  return (
    <Section
      title={words.title}
      isFlush
      actions={
        <Group gap="sm">
          <LivePill
            count={before === 0 ? news : 0}
            onShow={() => void invalidate(['GET /wallet/statement'])}
          />
          <ColumnMenu {...columns.menu} />
          <Downloads query={{ mode, ...period }} />
        </Group>
      }
    >
      <Filters
        from={from}
        to={to}
        kind={kind ?? ''}
        onChange={(part) => setUrl({ ...part, before: 0 })}
      />
      <DataTable
        name={words.name}
        isFlush
        columns={columns.shown}
        rows={rows}
        keyOf={({ id }) => id}
        error={statement.error}
        onRetry={() => void statement.refetch()}
        isStale={statement.isPlaceholderData}
        onOpen={({ id }) => setUrl({ transfer: id })}
        empty={<EmptyState icon={IconReceipt} title={words.empty} text={words.emptyText} />}
        paging={{
          kind: 'feed',
          hasMore: statement.data?.hasMore ?? false,
          isFirst: before === 0,
          onOlder: () => setUrl({ before: rows?.at(-1)?.id ?? 0 }),
          onNewest: () => setUrl({ before: 0 }),
        }}
      />
      {currency && (
        <TransferPanel
          id={url.transfer}
          known={rows?.find(({ id }) => id === url.transfer)}
          onClose={() => setUrl({ transfer: 0 })}
        />
      )}
    </Section>
  )
}

interface Filter {
  readonly from: string
  readonly to: string
  readonly kind: string
}

interface FiltersProps extends Filter {
  readonly onChange: (part: Partial<Filter>) => void
}

function Filters({ from, to, kind, onChange }: FiltersProps) {
  const isFiltered = [from, to, kind].some((value) => value !== '')
  return (
    <Group px="md" pb="sm" gap="sm" align="flex-end">
      <TextInput
        type="date"
        label={words.from}
        value={from}
        max={to || undefined}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={to}
        min={from || undefined}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={words.kind}
        value={kind}
        onChange={(next) => onChange({ kind: next })}
        data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => onChange({ from: '', to: '', kind: '' })}
        >
          {texts.common.clearFilters}
        </Button>
      )}
      <BalanceAt />
    </Group>
  )
}

interface DownloadsProps {
  readonly query: Readonly<Record<string, string>>
}

/** The statement of the chosen time as a file. */
function Downloads({ query }: DownloadsProps) {
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  async function take(format: 'csv' | 'pdf'): Promise<void> {
    setIsBusy(true)
    setError(undefined)
    await download(`/wallet/statement/${format}`, query)
      .catch(setError)
      .finally(() => setIsBusy(false))
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={isBusy}
            leftSection={<IconDownload size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {words.downloads}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{words.downloadNote}</Menu.Label>
          <Menu.Item onClick={() => void take('pdf')}>{words.downloadPdf}</Menu.Item>
          <Menu.Item onClick={() => void take('csv')}>{words.downloadCsv}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  )
}
