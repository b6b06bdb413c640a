import { Text } from '@mantine/core'
import { exact, formatMoney } from '../../app/money.ts'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { Money } from '../../components/money.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { BulkOrderDetail } from './chips.tsx'

const { detail: words, count } = texts.bulk

export interface CommandDialogProps {
  readonly order: BulkOrderDetail
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly isPending: boolean
  readonly error: unknown
}

/** Money is about to move: what, how much as far as it is known, and what is left then. */
export function StartDialog({ order, ...dialog }: CommandDialogProps) {
  const { review } = words
  const { rows, currencyCode: currency, wallet } = order
  const cost = exact(order, 'costLeft')
  return (
    <ReviewDialog
      {...dialog}
      title={review.title}
      action={review.action(rows.ready, formatMoney(cost, currency))}
      {...(order.mode === 'live' && { word: review.word })}
    >
      <Details
        items={[
          { label: review.rows, value: count(rows.ready) },
          { label: review.notBought, value: count(rows.total - rows.ready) },
          { label: review.cost, value: <Money amount={cost} currency={currency} /> },
          { label: review.checked, value: <DateTime at={order.createdAt} look="absolute" /> },
          {
            label: words.availableNow,
            value: <Money amount={exact(wallet, 'balance')} currency={currency} />,
          },
          {
            label: words.availableAfter,
            value: <Money amount={exact(wallet, 'balanceAfter')} currency={currency} />,
          },
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {review.note}
      </Text>
    </ReviewDialog>
  )
}

export function CancelDialog({ order, ...dialog }: CommandDialogProps) {
  const isDraft = order.state === 'draft'
  const review = isDraft ? words.discardReview : words.cancelReview
  return (
    <ReviewDialog
      {...dialog}
      title={review.title}
      action={isDraft ? words.discardReview.action : words.cancelReview.action(order.rows.ready)}
      isDestructive
    >
      <Text size="sm">{review.text}</Text>
    </ReviewDialog>
  )
}
