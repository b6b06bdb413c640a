import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload, IconPlus, IconReceipt2 } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { download, useCall } from '../../app/api.ts'
import { useMayBuy } from '../../app/buying.ts'
import { useNews } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { LivePill } from '../../components/live-pill.tsx'
import { statuses } from '../../components/order-status.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { usePath } from '../../components/page-link.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { type Filter, isFiltered, noFilter, toQuery } from './filter.ts'
import { Filters } from './filters.tsx'
import { allColumns } from './list-columns.tsx'
import { Views } from './views.tsx'

const SIZE = 25

const said = texts.orders.list

/** Every order of the account, to be found, filtered, taken away as a file, and watched coming in. */
export default function OrdersPage() {
  const mode = useMode()
  const [{ page, ...filter }, set] = useUrlState({ ...noFilter, page: 1 })
  const change = (changed: Partial<Filter>) => set({ ...changed, page: 1 })
  const query = { ...toQuery(filter, mode), page, size: SIZE }
  const orders = useCall('GET /orders', { query }, { keepsLast: true })
  const columns = useColumns('orders', allColumns)
  const news = useNews(['order.'], orders.dataUpdatedAt)
  const showNews = () => {
    set({ page: 1 })
    void orders.refetch()
  }
  const hasFilter = isFiltered(filter)
  return (
    <>
      <PageHeader title={texts.orders.pages.orders} actions={<Actions filter={filter} />} />
      <StatusTabs status={filter.status} onChoose={(status) => change({ status })} />
      <FilterBar
        search={{ label: said.search, value: filter.q, onSearch: (q) => change({ q }) }}
        onClear={hasFilter ? () => change(noFilter) : undefined}
        actions={
          <>
            <LivePill count={news} onShow={showNews} />
            <Views filter={filter} onChoose={change} />
            <ColumnMenu {...columns.menu} />
          </>
        }
      >
        <Filters filter={filter} onChange={change} />
      </FilterBar>
      <DataTable
        name={said.table}
        columns={columns.shown}
        rows={orders.data?.content}
        keyOf={({ transactionId }) => transactionId}
        toOf={({ transactionId }) => `/orders/${transactionId}`}
        error={orders.error}
        onRetry={() => void orders.refetch()}
        isStale={orders.isPlaceholderData}
        rowsExpected={10}
        empty={hasFilter ? <NothingFits onClear={() => change(noFilter)} /> : <NoOrders />}
        paging={{
          kind: 'pages',
          page,
          size: SIZE,
          total: orders.data?.total,
          onPage: (next) => set({ page: next }),
        }}
      />
    </>
  )
}

function Actions({ filter }: { readonly filter: Filter }) {
  const mode = useMode()
  const path = usePath()
  const mayPlace = useMayBuy('orders:write')
  const query = toQuery(filter, mode)
  const file = useMutation({ mutationFn: () => download('/orders/export', { ...query }) })
  return (
    <>
      {file.error !== null && <ErrorNotice error={file.error} />}
      <ViewAsApi path="/orders" query={{ ...query }} />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={file.isPending}
        onClick={() => file.mutate()}
      >
        {said.export}
      </Button>
      {mayPlace && (
        <Button
          component={Link}
          to={path('/orders/new') as never}
          leftSection={<IconPlus size={16} />}
        >
          {said.place}
        </Button>
      )}
    </>
  )
}

const ALL = 'ALL'

interface StatusTabsProps {
  readonly status: string
  readonly onChoose: (status: string) => void
}

function StatusTabs({ status, onChoose }: StatusTabsProps) {
  return (
    <div style={{ overflowX: 'auto', marginBottom: '0.75rem' }}>
      <SegmentedControl
        aria-label={said.statusTabs}
        value={status === '' ? ALL : status}
        onChange={(chosen) => onChoose(chosen === ALL ? '' : chosen)}
        data={[
          { value: ALL, label: said.all },
          ...statuses.map((value) => ({ value, label: texts.orders.statuses[value].label })),
        ]}
      />
    </div>
  )
}

function NothingFits({ onClear }: { readonly onClear: () => void }) {
  const { title, text, action } = said.nothing
  return (
    <EmptyState
      icon={IconReceipt2}
      title={title}
      text={text}
      action={{ label: action, onClick: onClear }}
    />
  )
}

function NoOrders() {
  const { title, text, snippet, action } = said.empty
  const mayPlace = useMayBuy('orders:write')
  return (
    <EmptyState
      icon={IconReceipt2}
      title={title}
      text={text}
      {...(mayPlace && { action: { label: action, to: '/orders/new' } })}
    >
      <CodeBlock title={snippet} code={firstOrder()} />
    </EmptyState>
  )
}

const firstOrder = () =>
  [
    `curl ${location.origin}/orders`,
    `  -H "Authorization: Bearer $TOKEN"`,
    `  -H 'Content-Type: application/json'`,
    `  -d '{"productId": 5, "quantity": 1, "unitPrice": 5, "customIdentifier": "my-first-order"}'`,
  ].join(' \\\n')
