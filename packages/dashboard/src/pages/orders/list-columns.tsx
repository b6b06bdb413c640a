import { Box, Text } from '@mantine/core'
import { exact, formatMoney } from '../../app/money.ts'
import type { Column } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Money } from '../../components/money.tsx'
import { type OrderRow, OrderStatusChip } from '../../components/order-status.tsx'
import { texts } from '../../texts/index.ts'
import { nameOf } from './actor.tsx'

const said = texts.orders.list

/** In this order; what is optional comes from the same answer. */
export const allColumns: readonly Column<OrderRow>[] = [
  {
    key: 'order',
    title: said.columns.order,
    render: ({ transactionId, customIdentifier, placedBy }, shows) => (
      <>
        <Text inherit fw={560} className="tabular">
          {transactionId}
        </Text>
        {customIdentifier !== null &&
          !shows('identifier') &&
          !isMadeUp(customIdentifier, placedBy.kind) && (
            <Text
              className="mono"
              size="xs"
              c="dimmed"
              maw={160}
              truncate
              visibleFrom="xs"
              title={customIdentifier}
            >
              {customIdentifier}
            </Text>
          )}
      </>
    ),
  },
  {
    key: 'identifier',
    title: said.columns.identifier,
    isOptional: true,
    render: ({ customIdentifier }) => (
      <Text inherit className="mono" maw={220} truncate title={customIdentifier ?? undefined}>
        {customIdentifier ?? texts.common.none}
      </Text>
    ),
  },
  {
    key: 'product',
    title: said.columns.product,
    render: (row, shows) => (
      <>
        <Text inherit maw={{ base: 92, xs: 260 }} truncate>
          {row.product.productName}
        </Text>
        {!(shows('quantity') && shows('face')) && (
          <Text size="xs" c="dimmed" className="tabular" style={{ whiteSpace: 'nowrap' }}>
            {said.quantity(row.quantity, faceOf(row))}
          </Text>
        )}
        {shows('status') === 'wide' && (
          <Box hiddenFrom="sm" mt={4}>
            <OrderStatusChip status={row.status} />
          </Box>
        )}
      </>
    ),
  },
  {
    key: 'productId',
    title: said.columns.productId,
    align: 'right',
    isOptional: true,
    render: ({ product }) => product.productId,
  },
  {
    key: 'brand',
    title: said.columns.brand,
    isOptional: true,
    render: ({ product }) => (
      <Text inherit maw={180} truncate>
        {product.brandName}
      </Text>
    ),
  },
  {
    key: 'country',
    title: said.columns.country,
    isOptional: true,
    render: ({ product }) => product.countryCode,
  },
  {
    key: 'quantity',
    title: said.columns.quantity,
    align: 'right',
    isOptional: true,
    render: ({ quantity }) => quantity.toLocaleString('en'),
  },
  {
    key: 'face',
    title: said.columns.face,
    align: 'right',
    isOptional: true,
    render: (row) => <Money amount={exact(row, 'unitPrice')} currency={row.cardCurrencyCode} />,
  },
  {
    key: 'recipient',
    title: said.columns.recipient,
    isWideOnly: true,
    render: (row) => <Recipient {...row} />,
  },
  {
    key: 'placedBy',
    title: said.columns.placedBy,
    isWideOnly: true,
    render: ({ placedBy }) => (
      <Text inherit c="dimmed" maw={160} truncate>
        {nameOf(placedBy)}
      </Text>
    ),
  },
  {
    key: 'status',
    title: said.columns.status,
    // Where it is left out it stands beneath the product.
    isWideOnly: true,
    render: ({ status }) => <OrderStatusChip status={status} />,
  },
  {
    key: 'placed',
    title: said.columns.placed,
    isWideOnly: true,
    render: ({ createdAt }) => (
      <Text inherit c="dimmed">
        <DateTime at={createdAt} />
      </Text>
    ),
  },
  {
    key: 'cost',
    title: said.columns.cost,
    align: 'right',
    render: (row) => <Money amount={exact(row, 'cost')} currency={row.currencyCode} fw={560} />,
  },
]

const faceOf = (row: OrderRow): string => formatMoney(exact(row, 'unitPrice'), row.cardCurrencyCode)

/** Rows of a bulk order that have no identifier of their own are named by what they say. */
const isMadeUp = (identifier: string, placedBy: OrderRow['placedBy']['kind']): boolean =>
  placedBy === 'bulk_order' && identifier.startsWith('bulk-')

function Recipient({ recipientEmail, recipientPhone }: OrderRow) {
  const [first, second] = [recipientEmail, recipientPhone].filter((one) => one !== null)
  if (first === undefined) {
    return (
      <Text inherit c="dimmed">
        {said.nobody}
      </Text>
    )
  }
  return (
    <>
      <Text inherit maw={240} truncate title={first}>
        {first}
      </Text>
      {second !== undefined && (
        <Text size="xs" c="dimmed" className="tabular">
          {second}
        </Text>
      )}
    </>
  )
}
