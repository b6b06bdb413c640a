import { Button, Grid, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { invalidate, useCall } from '../../app/api.ts'
import { useMayBuy } from '../../app/buying.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useUrlState } from '../../app/url-state.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { OrderStatusChip } from '../../components/order-status.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { usePath } from '../../components/page-link.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { type Detail, ofOneOrder } from './calls.ts'
import { Cards } from './cards.tsx'
import { Facts } from './facts.tsx'
import { Messages } from './messages.tsx'
import { Price } from './price.tsx'
import { Reveals } from './reveals.tsx'
import { OrderTimeline } from './timeline.tsx'

const said = texts.orders.order

/** What a webhook endpoint answers is no event: it is looked for. */
const LOOK_MS = 3_000

/** Everything about one order: what became of it, in time, and what can be done for its recipient. */
export default function OrderPage() {
  const mode = useMode()
  const { transactionId } = useParams({ strict: false }) as { readonly transactionId: string }
  const [{ view }, set] = useUrlState({ view: 'overview' })
  const input = { path: { transactionId: Number(transactionId) }, query: { mode } }
  const order = useCall('GET /orders/{transactionId}', input)
  const timeline = useCall('GET /orders/{transactionId}/timeline', input, { everyMs: LOOK_MS })
  useEvents(['order.', 'message.'], (events) => {
    const isOurs = events.some(({ data }) => String(data.transactionId) === transactionId)
    return isOurs && invalidate(ofOneOrder)
  })
  const detail = order.data
  return (
    <>
      <PageHeader
        title={said.title(transactionId)}
        back={{ label: said.back, to: '/orders' }}
        status={detail && <OrderStatusChip status={detail.status} />}
        actions={
          <>
            <SegmentedControl
              size="sm"
              value={view}
              onChange={(chosen) => set({ view: chosen })}
              data={[
                { value: 'overview', label: said.tabs.overview },
                { value: 'raw', label: said.tabs.raw },
              ]}
            />
            <ViewAsApi path={`/orders/${transactionId}`} query={{ mode }} />
            {detail && <Repeat order={detail} />}
          </>
        }
      />
      <Stack gap="lg">
        {order.error !== null && (
          <ErrorNotice error={order.error} onRetry={() => void order.refetch()} />
        )}
        {detail === undefined ? (
          order.error === null && <Waiting />
        ) : view === 'raw' ? (
          <JsonView value={detail} maxHeight="none" />
        ) : (
          // Another order is another page: nothing that was revealed or asked goes over to it.
          <Overview key={`${mode} ${transactionId}`} detail={detail} timeline={timeline} />
        )}
      </Stack>
    </>
  )
}

interface OverviewProps {
  readonly detail: Detail
  readonly timeline: ReturnType<typeof useCall<'GET /orders/{transactionId}/timeline'>>
}

function Overview({ detail, timeline }: OverviewProps) {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          <Cards order={detail} />
          <OrderTimeline timeline={timeline} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="lg">
          <Facts order={detail} />
          <Price order={detail} />
          <Messages order={detail} timeline={timeline.data} />
          <Reveals order={detail} />
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

/** As high as what comes, as far as that can be known. */
function Waiting() {
  return (
    <Grid gap="lg" aria-busy>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          <Skeleton h={140} radius="md" />
          <Skeleton h={420} radius="md" />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="lg">
          <Skeleton h={340} radius="md" />
          <Skeleton h={260} radius="md" />
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

/** The same card for the same value, to whomever. */
function Repeat({ order }: { readonly order: Detail }) {
  const path = usePath()
  const may = useMayBuy('orders:write')
  if (!may) return null
  const { product, quantity, unitPrice } = order
  const search = { productId: product.productId, quantity, unitPrice }
  return (
    <Button
      variant="default"
      component={Link}
      to={path('/orders/new') as never}
      search={search as never}
      leftSection={<IconRepeat size={16} />}
    >
      {said.repeat}
    </Button>
  )
}
