import { Group, Paper, Progress, SimpleGrid, Text } from '@mantine/core'
import { exact } from '../../app/money.ts'
import { Money } from '../../components/money.tsx'
import { Stat } from '../../components/stat.tsx'
import { texts } from '../../texts/index.ts'
import { type BulkOrderDetail, notBoughtOf } from './chips.tsx'

const { detail: words, count } = texts.bulk

/** What matters of a bulk order in its state, and how far it is. */
export function Figures({ order }: { readonly order: BulkOrderDetail | undefined }) {
  const isMoving = order?.state === 'running' || order?.state === 'paused'
  const tiles = order === undefined || order.state === 'draft' || isMoving ? 4 : 3
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: tiles }} spacing="sm">
        {order === undefined || order.state === 'draft' ? (
          <DraftFigures order={order} />
        ) : (
          <StartedFigures order={order} />
        )}
      </SimpleGrid>
      {isMoving && <Bar order={order} />}
    </>
  )
}

function DraftFigures({ order }: { readonly order: BulkOrderDetail | undefined }) {
  const rows = order?.rows
  return (
    <>
      <Stat
        label={words.toBuy}
        value={rows && count(rows.ready)}
        note={rows && words.ofRows(rows.total)}
      />
      <Stat
        label={words.willCost}
        value={order && <Money amount={exact(order, 'costLeft')} currency={order.currencyCode} />}
        note={order && <AvailableNow order={order} />}
      />
      <Stat
        label={words.availableAfter}
        value={
          order && (
            <Money amount={exact(order.wallet, 'balanceAfter')} currency={order.currencyCode} />
          )
        }
      />
      <Stat
        label={words.notBuyable}
        value={rows && count(rows.invalid + rows.skipped)}
        note={rows && words.notBoughtNote({ invalid: rows.invalid, skipped: rows.skipped })}
      />
    </>
  )
}

function AvailableNow({ order }: { readonly order: BulkOrderDetail }) {
  return (
    <>
      {words.availableNow}{' '}
      <Money amount={exact(order.wallet, 'balance')} currency={order.currencyCode} />
    </>
  )
}

function StartedFigures({ order }: { readonly order: BulkOrderDetail }) {
  const { rows } = order
  const isOver = order.endedAt !== null
  return (
    <>
      <Stat
        label={words.bought}
        value={count(rows.placed)}
        note={rows.skipped > 0 && `${words.boughtBefore}: ${count(rows.skipped)}`}
      />
      <Stat
        label={words.spent}
        value={<Money amount={exact(order, 'spent')} currency={order.currencyCode} />}
        note={<AvailableNow order={order} />}
      />
      {!isOver && (
        <Stat
          label={words.left}
          value={count(rows.ready)}
          note={
            rows.ready > 0 && (
              <Money amount={exact(order, 'costLeft')} currency={order.currencyCode} />
            )
          }
        />
      )}
      <Stat
        label={words.failed}
        value={count(notBoughtOf(order))}
        note={words.notBoughtNote({ invalid: rows.invalid, failed: rows.failed })}
      />
    </>
  )
}

function Bar({ order: { rows, secondsLeft, name } }: { readonly order: BulkOrderDetail }) {
  const done = rows.total - rows.ready - rows.cancelled
  const share = (number: number) => (100 * number) / rows.total
  return (
    <Paper p="md">
      <Group justify="space-between" gap="xs" mb={8}>
        <Text size="sm" fw={560}>
          {words.progress(done, rows.total)}
        </Text>
        {secondsLeft !== null && (
          <Text size="sm" c="dimmed">
            {words.secondsLeft(secondsLeft)}
          </Text>
        )}
      </Group>
      <Progress.Root
        size="lg"
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={rows.total}
        aria-valuenow={done}
      >
        <Progress.Section withAria={false} value={share(rows.placed)} color="spruce" />
        <Progress.Section withAria={false} value={share(rows.skipped)} color="iris" />
        <Progress.Section withAria={false} value={share(rows.invalid + rows.failed)} color="red" />
      </Progress.Root>
    </Paper>
  )
}
