import { Text } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { exact, formatAmount } from '../../app/money.ts'
import { useUrlState } from '../../app/url-state.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import type { ExchangeRate } from './model.ts'
import { RateDialog } from './rate-dialog.tsx'

const { rates: words, pages } = texts.operator

export default function Rates() {
  const [{ q, currency }, set] = useUrlState({ q: '', currency: '' })
  const { data, error, refetch } = useCall('GET /operator/rates', {})
  const text = q.toLowerCase()
  const shown = data?.content.filter(
    ({ currencyCode, name }) =>
      currencyCode.toLowerCase().includes(text) || name.toLowerCase().includes(text),
  )
  return (
    <>
      <PageHeader
        title={pages.rates}
        text={words.text}
        actions={<ViewAsApi path="/operator/rates" />}
      />
      <FilterBar
        search={{ label: words.search, value: q, onSearch: (value) => set({ q: value }) }}
      />
      <DataTable
        name={pages.rates}
        rows={shown}
        rowsExpected={12}
        keyOf={({ currencyCode }) => currencyCode}
        onOpen={({ currencyCode }) => set({ currency: currencyCode })}
        error={error}
        onRetry={() => void refetch()}
        columns={columns}
        empty={
          <EmptyState
            icon={IconArrowsExchange}
            title={words.emptyTitle}
            text={words.empty}
            action={{ label: words.clear, onClick: () => set({ q: '' }) }}
          />
        }
      />
      <RateDialog
        rate={data?.content.find(({ currencyCode }) => currencyCode === currency)}
        onClose={() => set({ currency: '' })}
      />
    </>
  )
}

const columns: readonly Column<ExchangeRate>[] = [
  {
    key: 'currency',
    title: words.currency,
    render: ({ currencyCode, name }) => (
      <div>
        <Text inherit fw={560}>
          {currencyCode}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {name}
        </Text>
      </div>
    ),
  },
  {
    key: 'rate',
    title: words.perUsd,
    align: 'right',
    width: '1%',
    render: (rate) => formatAmount(exact(rate, 'perUsd'), 4),
  },
  {
    key: 'inverse',
    title: words.inverse,
    align: 'right',
    isWideOnly: true,
    render: ({ perUsd }) => (
      <Text inherit c="dimmed">
        {(1 / perUsd).toFixed(6)}
      </Text>
    ),
  },
  {
    key: 'updated',
    title: words.updated,
    align: 'right',
    isWideOnly: true,
    render: ({ updatedAt }) => <DateTime at={updatedAt} />,
  },
]
