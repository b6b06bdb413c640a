import { Alert, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCopy,
  IconInfoCircle,
  IconLock,
} from '@tabler/icons-react'
import { exact, formatMoney } from '../../app/money.ts'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import { type BulkOrderDetail, isDiscarded } from './chips.tsx'

const { detail: words } = texts.bulk

/** What whoever is about to start, or wonders about a pause, should know. */
export function Notices({ order }: { readonly order: BulkOrderDetail }) {
  const { state, rows, duplicates } = order
  const isDraft = state === 'draft'
  return (
    <>
      {order.pauseReason === 'insufficient_balance' && <Broke />}
      {order.pauseReason === 'live_disabled' && (
        <Alert color="amber" icon={<IconLock size={18} />} title={words.pausedLive}>
          {words.pausedLiveText}
        </Alert>
      )}
      {isDiscarded(order) && (
        <Alert color="gray" icon={<IconInfoCircle size={18} />} title={words.discarded}>
          {words.discardedText}
        </Alert>
      )}
      {isDraft && !order.wallet.isEnough && <Short order={order} />}
      {isDraft && rows.skipped > 0 && <BoughtBefore order={order} />}
      {isDraft && rows.ready === 0 && rows.skipped === 0 && (
        <Alert color="red" icon={<IconInfoCircle size={18} />} title={words.nothing}>
          {words.nothingText}
        </Alert>
      )}
      {isDraft && duplicates > 0 && (
        <Alert color="gray" icon={<IconCopy size={18} />}>
          {words.duplicates(duplicates)}
        </Alert>
      )}
    </>
  )
}

function Broke() {
  return (
    <Alert color="amber" icon={<IconAlertTriangle size={18} />} title={words.pausedBroke}>
      {words.pausedBrokeText} <PageLink to="/wallet">{words.fund}</PageLink>
    </Alert>
  )
}

function Short({ order }: { readonly order: BulkOrderDetail }) {
  const after = String(exact(order.wallet, 'balanceAfter'))
  const missing = formatMoney(after.replace('-', ''), order.currencyCode)
  return (
    <Alert color="amber" icon={<IconAlertTriangle size={18} />} title={words.shortTitle}>
      {words.shortText(missing)} <PageLink to="/wallet">{words.fund}</PageLink>
    </Alert>
  )
}

function BoughtBefore({ order: { rows, earlier } }: { readonly order: BulkOrderDetail }) {
  return (
    <Alert
      color="gray"
      icon={<IconArrowBackUp size={18} />}
      title={words.earlierTitle(rows.skipped, rows.total)}
    >
      {earlier.length > 0 && (
        <Text size="sm">
          {words.earlier}{' '}
          {earlier.map(({ bulkOrderId, name, rows: count }, index) => (
            <span key={bulkOrderId}>
              {index > 0 && ', '}
              <PageLink to={`/bulk-orders/${bulkOrderId}`}>{name}</PageLink>{' '}
              {words.earlierRows(count)}
            </span>
          ))}
          .
        </Text>
      )}
      <Text size="sm">{words.earlierFix}</Text>
    </Alert>
  )
}
