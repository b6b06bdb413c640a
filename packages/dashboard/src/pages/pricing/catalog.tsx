import { Badge, Box, Group, Select, Text, Tooltip } from '@mantine/core'
import { IconGiftCard } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { describeValues } from '../../app/face-values.ts'
import { type Mode, useMode } from '../../app/mode.ts'
import { exact, formatAmount, formatPercent } from '../../app/money.ts'
import { useAccount } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FacetSelect } from '../../components/facet-select.tsx'
import { FilterBar, filterWidth } from '../../components/filter-bar.tsx'
import { Money } from '../../components/money.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLink, usePath } from '../../components/page-link.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { AmountFilter } from './amount-filter.tsx'
import { CardPicture } from './card-picture.tsx'

const { list: words, pages } = texts.pricing

type Page = OperationOutput<'GET /products'>
type Row = Page['content'][number]
type Sort = 'name' | '-name' | 'country' | '-country' | 'discount' | '-discount'

const SIZE = 50

const defaults = { q: '', country: '', category: '', kind: '', amount: '', sort: '', page: 1 }

export default function Catalog() {
  const mode = useMode()
  const account = useAccount()
  const [state, set] = useUrlState(defaults)
  const { q, country, category, kind, amount, sort, page } = state
  const query = queryOf(state, mode)
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /products',
    { query },
    { keepsLast: true },
  )
  const currency = data?.senderCurrencyCode ?? account.currencyCode ?? texts.common.none
  const columns = useColumns('catalogue', columnsWith(amount, currency))
  const isFiltered = [q, country, category, kind, amount].some((value) => value !== '')
  const navigate = useNavigate()
  const path = usePath()
  const open = ({ productId }: Row) =>
    void navigate({ to: path(pathOf(productId)) as never, search: searchOf(amount) as never })
  const clear = () => set({ ...defaults, sort })
  const change = (part: Choice) => set({ ...part, page: 1 })
  return (
    <>
      <PageHeader
        title={pages.catalog}
        text={words.text(currency)}
        actions={<ViewAsApi path="/products" query={query} />}
      />
      <Filters
        state={state}
        facets={data?.facets}
        onChange={change}
        onClear={isFiltered ? clear : undefined}
        actions={<ColumnMenu {...columns.menu} />}
      />
      <DataTable
        name={pages.catalog}
        rows={data?.content}
        rowsExpected={12}
        keyOf={({ productId }) => productId}
        onOpen={(row) => open(row)}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        sort={{ by: sort || (q ? '' : 'name'), onSort: (by) => change({ sort: by }) }}
        columns={columns.shown}
        empty={
          <EmptyState
            icon={IconGiftCard}
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
    </>
  )
}

function queryOf(state: typeof defaults, mode: Mode) {
  const { q, country, category, kind, amount, sort, page } = state
  return {
    mode,
    ...(q && { q }),
    ...(country && { country }),
    ...(category && { category: Number(category) }),
    ...(kind && { denominationType: kind as 'FIXED' | 'RANGE' }),
    ...(amount && { denomination: Number(amount) }),
    ...(sort && { sort: sort as Sort }),
    page,
    size: SIZE,
  }
}

type Choice = Partial<Record<Exclude<keyof typeof defaults, 'page'>, string>>

interface FiltersProps {
  readonly state: Required<Choice>
  readonly facets: Page['facets'] | undefined
  readonly onChange: (choice: Choice) => void
  readonly onClear: (() => void) | undefined
  readonly actions: ReactNode
}

function Filters({ state, facets, onChange, onClear, actions }: FiltersProps) {
  return (
    <FilterBar
      search={{ label: words.search, value: state.q, onSearch: (value) => onChange({ q: value }) }}
      onClear={onClear}
      actions={actions}
    >
      <FacetSelect
        label={words.country}
        placeholder={words.anyCountry}
        value={state.country}
        options={facets?.countries}
        onChange={(value) => onChange({ country: value })}
      />
      <FacetSelect
        label={words.category}
        placeholder={words.anyCategory}
        value={state.category}
        options={facets?.categories}
        onChange={(value) => onChange({ category: value })}
      />
      <Select
        aria-label={words.kind}
        placeholder={words.kinds.any}
        w={filterWidth(168)}
        clearable
        value={state.kind || null}
        data={[
          { value: 'FIXED', label: words.kinds.FIXED },
          { value: 'RANGE', label: words.kinds.RANGE },
        ]}
        onChange={(value) => onChange({ kind: value ?? '' })}
      />
      <AmountFilter value={state.amount} onChange={(value) => onChange({ amount: value })} />
    </FilterBar>
  )
}

const pathOf = (productId: number) => `/pricing/gift-cards/${productId}`

/** The product page goes on with the same amount. */
const searchOf = (amount: string): Record<string, string> => (amount ? { amount } : {})

const columnsWith = (amount: string, currency: string): readonly Column<Row>[] => [
  {
    key: 'card',
    title: words.card,
    sortsBy: 'name',
    render: (row, shows) => (
      <Group gap="sm" wrap="nowrap">
        <CardPicture url={row.cardUrl} />
        <Box miw={{ base: '6rem', lg: '9rem' }}>
          <Group gap={6} wrap="nowrap">
            <PageLink
              to={pathOf(row.productId)}
              search={searchOf(amount)}
              c="var(--mantine-color-text)"
              fw={560}
              inherit
              lineClamp={2}
            >
              {row.productName}
            </PageLink>
            {row.hasOwnPrice && (
              <Tooltip label={words.ownHint}>
                <Badge size="sm">{words.own}</Badge>
              </Tooltip>
            )}
          </Group>
          {!shows('category') && (
            <Text size="xs" c="dimmed" lineClamp={1}>
              {row.category.name}
            </Text>
          )}
        </Box>
      </Group>
    ),
  },
  {
    key: 'id',
    title: texts.pricing.product.id,
    align: 'right',
    isOptional: true,
    render: ({ productId }) => productId,
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
    key: 'category',
    title: words.category,
    isOptional: true,
    render: ({ category }) => (
      <Text inherit truncate maw={180}>
        {category.name}
      </Text>
    ),
  },
  {
    key: 'country',
    title: words.countryHead,
    sortsBy: 'country',
    isWideOnly: true,
    render: ({ country, isGlobal }) => (
      <Text inherit lineClamp={1} miw={84}>
        {isGlobal ? texts.pricing.product.worldWide : country.name}
      </Text>
    ),
  },
  {
    key: 'values',
    title: words.values,
    isWideOnly: true,
    width: '24%',
    render: (row) => (
      <Text inherit lineClamp={1} miw={{ base: 90, lg: 150 }} c="dimmed">
        {describeValues(row)}
      </Text>
    ),
  },
  {
    key: 'currency',
    title: words.currency,
    isOptional: true,
    render: ({ recipientCurrencyCode }) => recipientCurrencyCode,
  },
  {
    key: 'fee',
    title: words.fee(currency),
    align: 'right',
    isWideOnly: true,
    render: (row) =>
      row.price === null ? (
        texts.common.none
      ) : (
        <Money amount={exact(row.price, 'fee')} currency={row.price.currencyCode} look="bare" />
      ),
  },
  {
    key: 'discount',
    title: words.discount,
    align: 'right',
    isWideOnly: true,
    sortsBy: 'discount',
    render: (row) => formatPercent(exact(row, 'discountPercentage')),
  },
  { key: 'cost', title: words.cost, align: 'right', render: (row) => <Cost row={row} /> },
]

function Cost({ row }: { readonly row: Row }) {
  const { price, recipientCurrencyCode: currency } = row
  if (price === null) {
    return (
      <Text inherit c="dimmed">
        {row.senderFee === null ? words.noPrice : words.notSold}
      </Text>
    )
  }
  const value = `${formatAmount(exact(price, 'unitPrice'), 0)}\u00a0${currency}`
  return (
    <div>
      <Money amount={exact(price, 'cost')} currency={price.currencyCode} fw={560} />
      <Text size="xs" c="dimmed">
        {words.forValue(value)}
      </Text>
    </div>
  )
}
