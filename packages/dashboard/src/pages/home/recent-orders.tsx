import { Text } from '@mantine/core'
import { IconReceipt2 } from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { useMayBuy } from '../../app/buying.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Money } from '../../components/money.tsx'
import { type OrderRow, OrderStatusChip } from '../../components/order-status.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'

const words = texts.home.recent
const SIZE = 5

const columns: readonly Column<OrderRow>[] = [
  {
    key: 'product',
    title: words.columns.product,
    render: (order) => (
      <>
        {order.product.productName}
        <Text size="xs" c="dimmed">
          {words.cards(
            order.quantity,
            formatMoney(exact(order, 'unitPrice'), order.cardCurrencyCode),
          )}
        </Text>
      </>
    ),
  },
  {
    key: 'status',
    title: words.columns.status,
    render: ({ status }) => <OrderStatusChip status={status} />,
  },
  {
    key: 'when',
    title: words.columns.when,
    isWideOnly: true,
    render: ({ createdAt }) => <DateTime at={createdAt} />,
  },
  {
    key: 'cost',
    title: words.columns.cost,
    align: 'right',
    render: (order) => <Money amount={exact(order, 'cost')} currency={order.currencyCode} />,
  },
]

/** The last few orders. */
export function RecentOrders() {
  const mode = useMode()
  const mayOrder = useMayBuy('orders:write')
  const orders = useCall('GET /orders', { query: { mode, page: 1, size: SIZE } })
  return (
    <Section
      title={words.title}
      isFlush
      actions={
        <PageLink to="/orders" size="sm">
          {words.all}
        </PageLink>
      }
    >
      <DataTable
        name={words.name}
        isFlush
        columns={columns}
        rows={orders.data?.content}
        rowsExpected={SIZE}
        keyOf={({ transactionId }) => transactionId}
        toOf={({ transactionId }) => `/orders/${transactionId}`}
        error={orders.error}
        onRetry={() => void orders.refetch()}
        empty={
          <EmptyState
            icon={IconReceipt2}
            title={words.empty}
            text={words.emptyText}
            {...(mayOrder && { action: { label: words.place, to: '/orders/new' } })}
          />
        }
      />
    </Section>
  )
}
