import { Text } from '@mantine/core'
import { IconCashBanknote } from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { exact } from '../../app/money.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { Money } from '../../components/money.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { type FundingRequest, type FundingState, toneOf } from './kinds.ts'
import { ReviewPanel } from './review-panel.tsx'
import { StateTabs } from './state-tabs.tsx'

const words = texts.wallet.approvals
const LIMIT = 25
const states = ['pending', 'approved', 'declined', 'cancelled'] as const

const allColumns: readonly Column<FundingRequest>[] = [
  {
    key: 'account',
    title: words.columns.account,
    render: ({ account, reference }, shows) => (
      <>
        <PageLink to={`/operator/accounts/${account.id}`} c="inherit" fw={560} inherit>
          {account.name}
        </PageLink>
        {shows('reference') === 'wide' && (
          <Text size="xs" c="dimmed" className="mono" hiddenFrom="sm">
            {reference}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'reference',
    title: words.columns.reference,
    isWideOnly: true,
    render: ({ reference, note }, shows) => (
      <>
        <CopyableId value={reference} what={texts.wallet.funding.copyReference} />
        {note && !shows('note') && (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {note}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'note',
    title: words.note,
    isOptional: true,
    render: ({ note }) => (
      <Text inherit maw={260} truncate title={note ?? undefined}>
        {note}
      </Text>
    ),
  },
  {
    key: 'by',
    title: words.columns.by,
    isWideOnly: true,
    render: ({ requestedBy }) => requestedBy,
  },
  {
    key: 'when',
    title: words.columns.when,
    isWideOnly: true,
    width: 130,
    render: ({ createdAt }) => <DateTime at={createdAt} />,
  },
  {
    key: 'state',
    title: words.columns.state,
    isWideOnly: true,
    width: 120,
    render: ({ state }) => (
      <StatusChip
        tone={toneOf[state]}
        label={texts.wallet.states[state]}
        hint={texts.wallet.stateHints[state]}
      />
    ),
  },
  {
    key: 'decided',
    title: words.decidedAt,
    isOptional: true,
    render: ({ decision }) => <DateTime at={decision?.at ?? null} />,
  },
  {
    key: 'decidedBy',
    title: words.decidedBy,
    isOptional: true,
    render: ({ decision }) => decision?.by ?? texts.common.none,
  },
  {
    key: 'amount',
    title: words.columns.amount,
    align: 'right',
    render: (request) => (
      <Money amount={exact(request, 'amount')} currency={request.currencyCode} />
    ),
  },
]

const isState = (text: string): text is FundingState => (states as readonly string[]).includes(text)

/** What an operator decides: the funding requests of all accounts. */
export default function ApprovalsPage() {
  const [{ state, before, request }, setUrl] = useUrlState({
    state: 'pending',
    before: 0,
    request: 0,
  })
  const query = {
    limit: LIMIT,
    ...(isState(state) && { state }),
    ...(before > 0 && { before }),
  }
  const queue = useCall(
    'GET /operator/funding-requests',
    { query },
    { keepsLast: true, everyMs: 30_000 },
  )
  const rows = queue.data?.content
  const columns = useColumns('operator.funding-requests', allColumns)
  const isPending = state === 'pending'
  return (
    <>
      <PageHeader
        title={texts.wallet.pages.approvals}
        text={words.text}
        actions={<ViewAsApi path="/operator/funding-requests" query={query} />}
      />
      <FilterBar actions={<ColumnMenu {...columns.menu} />}>
        <StateTabs
          label={words.states}
          value={state}
          onChange={(next) => setUrl({ state: next, before: 0 })}
          tabs={[...states, 'all' as const].map((value) => ({ value, label: words.tabs[value] }))}
        />
      </FilterBar>
      <DataTable
        name={words.name}
        columns={columns.shown}
        rows={rows}
        keyOf={({ id }) => id}
        error={queue.error}
        onRetry={() => void queue.refetch()}
        isStale={queue.isPlaceholderData}
        onOpen={({ id }) => setUrl({ request: id })}
        empty={
          <EmptyState
            icon={IconCashBanknote}
            title={isPending ? words.empty : words.emptyOther}
            text={words.emptyText}
          />
        }
        paging={{
          kind: 'feed',
          hasMore: queue.data?.hasMore ?? false,
          isFirst: before === 0,
          onOlder: () => setUrl({ before: rows?.at(-1)?.id ?? 0 }),
          onNewest: () => setUrl({ before: 0 }),
        }}
      />
      <ReviewPanel
        id={request}
        known={rows?.find(({ id }) => id === request)}
        onClose={() => setUrl({ request: 0 })}
      />
    </>
  )
}
