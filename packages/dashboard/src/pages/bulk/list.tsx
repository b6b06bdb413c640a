import { Button, Group, Progress, Stack, Text, Tooltip } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { invalidate, useCall } from '../../app/api.ts'
import { useMayBuy, useWhyNotBuy } from '../../app/buying.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { exact } from '../../app/money.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Money } from '../../components/money.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLink, usePath } from '../../components/page-link.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { type BulkOrder, BulkStateChip, notBoughtOf } from './chips.tsx'

const { list: words } = texts.bulk

const SIZE = 20

/** How often a list with something that moves is read again. */
const MOVING_MS = 2_000

/** The files that were uploaded, the newest first, and how far each is. */
export default function BulkOrders() {
  const mode = useMode()
  const [{ before }, setState] = useUrlState({ before: 0 })
  const query = { mode, limit: SIZE, ...(before > 0 && { before }) }
  const [isMoving, setMoving] = useState(false)
  const moving = isMoving ? { everyMs: MOVING_MS } : {}
  const page = useCall('GET /bulk-orders', { query }, { keepsLast: true, ...moving })
  const orders = page.data?.content
  useEffect(() => setMoving(orders?.some(({ state }) => state === 'running') ?? false), [orders])
  useEvents(['bulk_order.'], () => invalidate(['GET /bulk-orders']))
  return (
    <>
      <PageHeader
        title={texts.bulk.pages.list}
        text={words.explains}
        actions={
          <>
            <ViewAsApi path="/bulk-orders" query={query} />
            <CreateButton />
          </>
        }
      />
      <DataTable
        name={words.table}
        columns={columns}
        rows={orders}
        keyOf={({ id }) => id}
        toOf={({ id }) => `/bulk-orders/${id}`}
        error={page.error}
        onRetry={() => void page.refetch()}
        isStale={page.isPlaceholderData}
        empty={<NoBulkOrders />}
        paging={{
          kind: 'feed',
          hasMore: page.data?.hasMore ?? false,
          isFirst: before === 0,
          onNewest: () => setState({ before: 0 }),
          onOlder: () => setState({ before: orders?.at(-1)?.id }),
        }}
      />
    </>
  )
}

function CreateButton() {
  const whyNot = useWhyNotBuy('bulk:write')
  const path = usePath()
  if (whyNot === undefined) {
    return (
      <Button component={Link} to={path('/bulk-orders/new') as never}>
        {words.create}
      </Button>
    )
  }
  return (
    <Tooltip label={whyNot}>
      <Button data-disabled aria-disabled="true">
        {words.create}
      </Button>
    </Tooltip>
  )
}

function NoBulkOrders() {
  const may = useMayBuy('bulk:write')
  return (
    <EmptyState
      icon={IconStack2}
      title={words.empty.title}
      text={words.empty.text}
      {...(may && { action: { label: words.create, to: '/bulk-orders/new' } })}
    >
      <CodeBlock title={words.sampleTitle} code={words.sample} />
    </EmptyState>
  )
}

const columns: readonly Column<BulkOrder>[] = [
  {
    key: 'name',
    title: words.name,
    render: (order) => <Name {...order} />,
  },
  {
    key: 'state',
    title: words.state,
    width: 150,
    isWideOnly: true,
    render: ({ state }) => <BulkStateChip state={state} />,
  },
  {
    key: 'progress',
    title: words.progress,
    width: 230,
    isWideOnly: true,
    render: (order) => <RowsCell {...order} />,
  },
  {
    key: 'money',
    title: words.money,
    align: 'right',
    width: 170,
    render: (order) =>
      order.state === 'draft' ? (
        <Text component="span" inherit c="dimmed">
          <Money amount={exact(order, 'costLeft')} currency={order.currencyCode} />
          <Text size="xs">{words.estimated}</Text>
        </Text>
      ) : (
        <Money amount={exact(order, 'spent')} currency={order.currencyCode} />
      ),
  },
  {
    key: 'by',
    title: words.by,
    isWideOnly: true,
    render: ({ createdBy }) => createdBy.name ?? createdBy.id,
  },
  {
    key: 'created',
    title: words.created,
    width: 120,
    isWideOnly: true,
    render: ({ createdAt }) => <DateTime at={createdAt} />,
  },
]

/** Where there is no room for columns of their own, the state and the rows stand here. */
function Name(order: BulkOrder) {
  const { id, name, occasion, state } = order
  return (
    <Stack gap={0} style={{ minWidth: '10rem' }}>
      <PageLink to={`/bulk-orders/${id}`} inherit fw={560} c="inherit" lineClamp={2}>
        {name}
      </PageLink>
      {occasion !== '' && (
        <Text size="xs" c="dimmed">
          {texts.bulk.detail.occasion(occasion)}
        </Text>
      )}
      <Stack hiddenFrom="sm" gap={4} mt={4} align="flex-start">
        <BulkStateChip state={state} />
        <RowsCell {...order} />
      </Stack>
    </Stack>
  )
}

function RowsCell({ state, rows }: BulkOrder) {
  const wanted = rows.total - rows.skipped
  const notBought = notBoughtOf({ rows })
  return (
    <Stack gap={4}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <span style={{ whiteSpace: 'nowrap' }}>
          {state === 'draft' ? words.toBuy(rows.ready) : words.bought(rows.placed, wanted)}
        </span>
        {notBought > 0 && (
          <Text size="xs" c="var(--scrip-negative)" style={{ whiteSpace: 'nowrap' }}>
            {state === 'draft' ? words.invalid(notBought) : words.notBought(notBought)}
          </Text>
        )}
      </Group>
      {(state === 'running' || state === 'paused') && wanted > 0 && (
        <Progress.Root size={4} aria-hidden>
          <Progress.Section value={(100 * rows.placed) / wanted} color="spruce" withAria={false} />
          <Progress.Section value={(100 * notBought) / wanted} color="red" withAria={false} />
        </Progress.Root>
      )}
    </Stack>
  )
}
