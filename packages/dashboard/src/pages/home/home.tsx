import { SimpleGrid, Stack } from '@mantine/core'
import { invalidate, useCall } from '../../app/api.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { timeZone } from '../../app/time-zone.ts'
import { Answer } from '../../components/answer.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { Figures } from './figures.tsx'
import { FirstSteps } from './first-steps.tsx'
import type { Overview } from './kinds.ts'
import { Month } from './month.tsx'
import { Needs } from './needs.tsx'
import { RecentOrders } from './recent-orders.tsx'

/** Whoever takes the first steps watches the page, and asking is cheap. */
const STEPS_MS = 2_000
const CALM_MS = 30_000

/** How the account does: what needs somebody first, then figures, then news. */
export default function HomePage() {
  const mode = useMode()
  const overview = useOverview()
  useEvents(['order.', 'wallet.', 'message.', 'webhook_endpoint.', 'funding.'], () =>
    invalidate(['GET /overview', 'GET /orders']),
  )
  return (
    <>
      <PageHeader
        title={texts.home.pages.home}
        actions={<ViewAsApi path="/overview" query={{ mode }} />}
      />
      <Answer call={overview} pending={<Board />}>
        {(data) => <Board overview={data} />}
      </Answer>
    </>
  )
}

/** Whoever has not ordered yet begins with the first steps; later they are the smaller matter. */
function Board({ overview }: { readonly overview?: Overview }) {
  const mode = useMode()
  const mayOrder = useMay('orders:read')
  const hasSteps = overview && mode === 'test' && !isStarted(overview)
  const steps = hasSteps && <FirstSteps steps={overview.firstSteps} />
  const isNew = overview?.firstSteps.firstOrder === false
  return (
    <Stack gap="md">
      {overview && <Needs overview={overview} />}
      {isNew && steps}
      <Figures overview={overview} />
      {!isNew && steps}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Month overview={overview} />
        {mayOrder && <RecentOrders />}
      </SimpleGrid>
    </Stack>
  )
}

function useOverview() {
  const mode = useMode()
  const input = { query: { mode, timeZone } }
  const known = useCall('GET /overview', input)
  const isWatching = mode === 'test' && known.data !== undefined && !isStarted(known.data)
  useCall('GET /overview', input, { everyMs: isWatching ? STEPS_MS : CALM_MS })
  return known
}

const isStarted = ({ firstSteps }: Overview): boolean => Object.values(firstSteps).every(Boolean)
