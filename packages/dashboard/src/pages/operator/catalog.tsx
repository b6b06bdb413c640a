import { Select, Text } from '@mantine/core'
import { IconBox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { describeValues } from '../../app/face-values.ts'
import { exact, formatMoney, formatPercent } from '../../app/money.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FacetSelect } from '../../components/facet-select.tsx'
import { FilterBar, filterWidth } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { TermsDrawer } from './terms-drawer.tsx'

const { catalog: words, pages } = texts.operator

type Page = OperationOutput<'GET /operator/products'>
type Row = Page['content'][number]
type Sort = 'name' | '-name' | 'discount' | '-discount'

const SIZE = 50

/** `product` is the one whose panel is open. */
const defaults = { q: '', availability: '', category: '', sort: '', page: 1, product: 0 }

export default function OperatedCatalog() {
  const [state, set] = useUrlState(defaults)
  const { q, availability, category, sort, page, product } = state
  const query = {
    ...(q && { q }),
    ...(availability && { availability: availability as 'active' | 'withdrawn' }),
    ...(category && { category: Number(category) }),
    ...(sort && { sort: sort as Sort }),
    page,
    size: SIZE,
  }
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /operator/products',
    { query },
    { keepsLast: true },
  )
  const columns = useColumns('operator.catalogue', allColumns)
  const isFiltered = [q, availability, category].some((value) => value !== '')
  const clear = () => set({ ...defaults, sort })
  const change = (part: Choice) => set({ ...part, page: 1 })
  return (
    <>
      <PageHeader
        title={pages.catalog}
        text={words.text}
        actions={<ViewAsApi path="/operator/products" query={query} />}
      />
      <Filters
        state={state}
        categories={data?.facets.categories ?? []}
        onChange={change}
        onClear={isFiltered ? clear : undefined}
        actions={<ColumnMenu {...columns.menu} />}
      />
      <DataTable
        name={pages.catalog}
        rows={data?.content}
        rowsExpected={12}
        keyOf={({ productId }) => productId}
        onOpen={({ productId }) => set({ product: productId })}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        sort={{ by: sort || (q ? '' : 'name'), onSort: (by) => change({ sort: by }) }}
        columns={columns.shown}
        empty={
          <EmptyState
            icon={IconBox}
            title={words.emptyTitle}
            text={words.empty}
            action={{ label: words.clear, onClick: clear }}
          />
        }
        paging={{
          kind: 'pages',
          page,
          size: SIZE,
          total: data?.total,
          onPage: (next) => set({ page: next }),
        }}
      />
      <TermsDrawer productId={product} onClose={() => set({ product: 0 })} />
    </>
  )
}

type Choice = Partial<Record<'q' | 'availability' | 'category' | 'sort', string>>

interface FiltersProps {
  readonly state: Required<Choice>
  readonly categories: Page['facets']['categories']
  readonly onChange: (choice: Choice) => void
  readonly onClear: (() => void) | undefined
  readonly actions: ReactNode
}

function Filters({ state, categories, onChange, onClear, actions }: FiltersProps) {
  return (
    <FilterBar
      search={{ label: words.search, value: state.q, onSearch: (value) => onChange({ q: value }) }}
      onClear={onClear}
      actions={actions}
    >
      <Select
        aria-label={words.availability}
        placeholder={words.all}
        w={filterWidth(200)}
        clearable
        value={state.availability || null}
        data={[
          { value: 'active', label: words.active },
          { value: 'withdrawn', label: words.withdrawn },
        ]}
        onChange={(value) => onChange({ availability: value ?? '' })}
      />
      <FacetSelect
        label={texts.pricing.list.category}
        placeholder={texts.pricing.list.anyCategory}
        value={state.category}
        options={categories}
        onChange={(value) => onChange({ category: value })}
      />
    </FilterBar>
  )
}

const allColumns: readonly Column<Row>[] = [
  {
    key: 'card',
    title: words.card,
    sortsBy: 'name',
    render: ({ productName, productId, category, isActive }, shows) => (
      <div style={{ minWidth: '10rem' }}>
        <Text inherit fw={560} lineClamp={1} {...(!isActive && { c: 'dimmed' })}>
          {productName}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {!isActive && shows('status') === 'wide' && (
            <Text span inherit hiddenFrom="sm">
              {words.withdrawn} ·{' '}
            </Text>
          )}
          <span className="mono">{productId}</span> · {category.name}
        </Text>
      </div>
    ),
  },
  {
    key: 'status',
    title: words.status,
    isWideOnly: true,
    render: ({ isActive }) =>
      isActive ? (
        <StatusChip tone="good" label={words.active} />
      ) : (
        <StatusChip tone="off" label={words.withdrawn} />
      ),
  },
  {
    key: 'brand',
    title: texts.pricing.product.brand,
    isOptional: true,
    render: ({ brand }) => (
      <Text inherit truncate maw={180}>
        {brand.brandName}
      </Text>
    ),
  },
  {
    key: 'country',
    title: texts.pricing.product.country,
    isOptional: true,
    render: ({ country, isGlobal }) => (
      <Text inherit truncate maw={160}>
        {isGlobal ? texts.pricing.product.worldWide : country.name}
      </Text>
    ),
  },
  {
    key: 'values',
    title: texts.pricing.product.values,
    isOptional: true,
    render: (row) => (
      <Text inherit truncate c="dimmed">
        {describeValues(row)}
      </Text>
    ),
  },
  {
    key: 'fee',
    title: words.fee,
    align: 'right',
    isWideOnly: true,
    render: (row) => formatMoney(exact(row, 'senderFee'), row.senderFeeCurrencyCode),
  },
  {
    key: 'percentage',
    title: words.feePercentage,
    align: 'right',
    isWideOnly: true,
    render: (row) => formatPercent(exact(row, 'senderFeePercentage')),
  },
  {
    key: 'discount',
    title: words.discount,
    align: 'right',
    sortsBy: 'discount',
    render: (row) => formatPercent(exact(row, 'discountPercentage')),
  },
]
