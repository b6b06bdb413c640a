import { Group, ScrollArea, SegmentedControl, Stack, Text } from '@mantine/core'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { Money } from '../../components/money.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import { type BulkOrderDetail, type BulkRow, RowStateChip } from './chips.tsx'

const { detail: words, rowStates, count } = texts.bulk

const SIZE = 50
const MOVING_MS = 2_000

const states = Object.keys(rowStates) as readonly BulkRow['state'][]

export interface RowsTableProps {
  readonly order: BulkOrderDetail
  readonly isMoving: boolean
}

/** The rows of a bulk order, of one state or of all, and what is wrong with each. */
export function RowsTable({ order, isMoving }: RowsTableProps) {
  const mode = useMode()
  const [state, setState] = useUrlState({ state: '', page: 1 })
  const shown = states.find((each) => each === state.state)
  const input = {
    path: { bulkOrderId: order.id },
    query: { mode, page: state.page, size: SIZE, ...(shown && { state: shown }) },
  }
  const call = useCall('GET /bulk-orders/{bulkOrderId}/rows', input, {
    keepsLast: true,
    ...(isMoving && { everyMs: MOVING_MS }),
  })
  const columns = useColumns('bulk-rows', columnsFor(order))
  return (
    <div>
      <FilterBar actions={<ColumnMenu {...columns.menu} />}>
        <StateChoice
          order={order}
          value={shown ?? ''}
          onChange={(value) => setState({ state: value, page: 1 })}
        />
      </FilterBar>
      <DataTable
        name={words.table}
        columns={columns.shown}
        rows={call.data?.content}
        keyOf={({ line }) => line}
        error={call.error}
        onRetry={() => void call.refetch()}
        isStale={call.isPlaceholderData}
        empty={<EmptyState {...words.noRows} />}
        paging={{
          kind: 'pages',
          page: state.page,
          size: SIZE,
          total: call.data?.total,
          onPage: (page) => setState({ page }),
        }}
      />
    </div>
  )
}

interface StateChoiceProps {
  readonly order: BulkOrderDetail
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The states that rows are in, with how many are. */
function StateChoice({ order: { rows }, value, onChange }: StateChoiceProps) {
  const choices = [
    { value: '', label: `${words.all} ${count(rows.total)}` },
    ...states
      .filter((state) => rows[state] > 0 || state === value)
      .map((state) => ({ value: state, label: `${rowStates[state].label} ${count(rows[state])}` })),
  ]
  return (
    <ScrollArea type="never">
      <SegmentedControl
        size="sm"
        aria-label={words.showStates}
        data={choices}
        value={value}
        onChange={onChange}
      />
    </ScrollArea>
  )
}

function columnsFor({ currencyCode, earlier }: BulkOrderDetail): readonly Column<BulkRow>[] {
  return [
    { key: 'line', title: words.line, width: 60, render: ({ line }) => count(line) },
    { key: 'recipient', title: words.recipient, render: (row) => <Recipient {...row} /> },
    {
      key: 'identifier',
      title: fields.customIdentifier.label,
      isOptional: true,
      render: ({ identifier, given }) => (
        <Text component="span" inherit className="mono">
          {identifier ?? given.customIdentifier ?? texts.common.none}
        </Text>
      ),
    },
    {
      key: 'sender',
      title: fields.senderName.label,
      isOptional: true,
      render: ({ given }) => given.senderName ?? texts.common.none,
    },
    {
      key: 'product',
      title: words.product,
      isWideOnly: true,
      render: ({ product, given }) => (
        <Text component="span" inherit style={{ whiteSpace: 'nowrap' }}>
          {product?.productName ?? given.product ?? given.productId ?? texts.common.none}
        </Text>
      ),
    },
    {
      key: 'productId',
      title: fields.productId.label,
      align: 'right',
      isOptional: true,
      render: ({ product, given }) => product?.productId ?? given.productId ?? texts.common.none,
    },
    { key: 'value', title: words.value, align: 'right', render: (row) => <Value {...row} /> },
    {
      key: 'cost',
      title: words.cost,
      align: 'right',
      isWideOnly: true,
      render: (row) =>
        row.cost === null ? (
          texts.common.none
        ) : (
          <Money amount={exact(row, 'cost')} currency={currencyCode} />
        ),
    },
    {
      key: 'state',
      title: words.state,
      width: 175,
      render: ({ state }) => <RowStateChip state={state} />,
    },
    {
      key: 'result',
      title: words.result,
      render: (row) => <Result row={row} earlier={nameOf(earlier, row.bulkOrderId)} />,
    },
  ]
}

function Recipient({ given, duplicateOf }: BulkRow) {
  const { recipientEmail, recipientPhone } = given
  const main = recipientEmail ?? recipientPhone
  return (
    <Stack gap={0}>
      <Text component="span" inherit {...(main === undefined && { c: 'dimmed' })}>
        {main ?? words.nobody}
      </Text>
      {recipientEmail !== undefined && recipientPhone !== undefined && (
        <Text size="xs" c="dimmed">
          {recipientPhone}
        </Text>
      )}
      {duplicateOf !== null && (
        <Text size="xs" c="dimmed">
          {words.sameAs(duplicateOf)}
        </Text>
      )}
    </Stack>
  )
}

function Value(row: BulkRow) {
  const { unitPrice, product, quantity, given } = row
  if (unitPrice === null || quantity === null) {
    return (
      <Text component="span" inherit c="dimmed">
        {given.unitPrice ?? texts.common.none}
      </Text>
    )
  }
  const amount = exact(row, 'unitPrice')
  const value = product === null ? amount : formatMoney(amount, product.currencyCode)
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {quantity === 1 ? value : `${quantity} × ${value}`}
    </span>
  )
}

/** Of the bulk orders that had bought rows before only those with most of them are named. */
const nameOf = (earlier: BulkOrderDetail['earlier'], id: number | null): string =>
  earlier.find(({ bulkOrderId }) => bulkOrderId === id)?.name ?? words.earlierOrder

interface ResultProps {
  readonly row: BulkRow
  /** What the bulk order that had bought it before is called. */
  readonly earlier: string
}

/** The order that it became, or why it did not. */
function Result({ row: { problems, transactionId, bulkOrderId }, earlier }: ResultProps) {
  if (problems.length > 0) {
    return (
      <Stack gap={2}>
        {problems.map(({ field, message }) => (
          <Text key={`${field}${message}`} size="sm" style={{ minWidth: '14rem' }}>
            {field !== null && (
              <Text component="span" inherit fw={560}>
                {labelOf(field)}:{' '}
              </Text>
            )}
            {words.problem(field, message)}
          </Text>
        ))}
      </Stack>
    )
  }
  if (transactionId === null) return texts.common.none
  return (
    <Group gap="xs">
      <PageLink to={`/orders/${transactionId}`} inherit>
        {words.order(transactionId)}
      </PageLink>
      {bulkOrderId !== null && (
        <PageLink to={`/bulk-orders/${bulkOrderId}`} inherit>
          {earlier}
        </PageLink>
      )}
    </Group>
  )
}

const { fields } = texts.bulk.create

/** A field as the page calls it. */
function labelOf(field: string): string {
  return (fields as Readonly<Record<string, { readonly label: string }>>)[field]?.label ?? field
}
