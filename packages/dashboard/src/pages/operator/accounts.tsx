import { Text } from '@mantine/core'
import { IconBuildingStore } from '@tabler/icons-react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { countryName } from './countries.ts'
import { LiveChip } from './live-mode.tsx'

const { accounts: words, pages } = texts.operator

type Account = OperationOutput<'GET /operator/accounts'>['content'][number]

const SIZE = 50

export default function Accounts() {
  const [{ q, before }, set] = useUrlState({ q: '', before: 0 })
  const query = { ...(q && { q }), ...(before > 0 && { before }), limit: SIZE }
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /operator/accounts',
    { query },
    { keepsLast: true },
  )
  const columns = useColumns('operator.accounts', allColumns)
  const oldest = data?.content.at(-1)?.id
  return (
    <>
      <PageHeader
        title={pages.accounts}
        text={words.text}
        actions={<ViewAsApi path="/operator/accounts" query={query} />}
      />
      <FilterBar
        search={{
          label: words.search,
          value: q,
          onSearch: (value) => set({ q: value, before: 0 }),
        }}
        actions={<ColumnMenu {...columns.menu} />}
      />
      <DataTable
        name={pages.accounts}
        rows={data?.content}
        keyOf={({ id }) => id}
        toOf={({ id }) => `/operator/accounts/${id}`}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        columns={columns.shown}
        empty={
          <EmptyState
            icon={IconBuildingStore}
            title={words.emptyTitle}
            text={words.empty}
            action={{ label: words.clear, onClick: () => set({ q: '', before: 0 }) }}
          />
        }
        paging={{
          kind: 'feed',
          hasMore: data?.hasMore ?? false,
          isFirst: before === 0,
          onOlder: () => set({ before: oldest }),
          onNewest: () => set({ before: 0 }),
        }}
      />
    </>
  )
}

const allColumns: readonly Column<Account>[] = [
  {
    key: 'name',
    title: words.name,
    render: ({ id, name }, shows) => (
      <div>
        <PageLink
          to={`/operator/accounts/${id}`}
          c="var(--mantine-color-text)"
          fw={560}
          inherit
          lineClamp={1}
        >
          {name}
        </PageLink>
        {!shows('id') && (
          <Text size="xs" c="dimmed" className="mono">
            {id}
          </Text>
        )}
      </div>
    ),
  },
  {
    key: 'id',
    title: words.id,
    isOptional: true,
    render: ({ id }) => <span className="mono">{id}</span>,
  },
  {
    key: 'owner',
    title: words.owner,
    isWideOnly: true,
    render: ({ owner }) => (
      <Text inherit {...(owner === null && { c: 'dimmed' })} lineClamp={1}>
        {owner ?? words.noOwner}
      </Text>
    ),
  },
  {
    key: 'country',
    title: words.country,
    isWideOnly: true,
    render: ({ countryCode }) => countryName(countryCode),
  },
  {
    key: 'currency',
    title: words.currency,
    isWideOnly: true,
    render: ({ currencyCode }) => currencyCode ?? texts.common.none,
  },
  {
    key: 'members',
    title: words.members,
    align: 'right',
    isWideOnly: true,
    render: ({ members }) => members,
  },
  {
    key: 'live',
    title: words.live,
    render: (account) => <LiveChip {...account} />,
  },
  {
    key: 'opened',
    title: words.opened,
    align: 'right',
    isWideOnly: true,
    render: ({ createdAt }) => <DateTime at={createdAt} />,
  },
]
