import { Button, Text, Tooltip } from '@mantine/core'
import { IconDownload, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { download, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { Details } from '../../components/details.tsx'
import { Money } from '../../components/money.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { type BulkOrderDetail, notBoughtOf } from './chips.tsx'

const { detail: words, count } = texts.bulk

const stale = [
  'GET /bulk-orders',
  'GET /bulk-orders/{bulkOrderId}',
  'GET /bulk-orders/{bulkOrderId}/rows',
] as const

/** What can be done to a bulk order in its state. */
export function Commands({ order }: { readonly order: BulkOrderDetail }) {
  const mode = useMode()
  const may = useMay('bulk:write')
  const [dialog, setDialog] = useState<'start' | 'cancel'>()
  const input = { path: { bulkOrderId: order.id }, query: { mode } }
  const close = () => setDialog(undefined)
  const start = useChange('POST /bulk-orders/{bulkOrderId}/start', stale)
  const pause = useChange('POST /bulk-orders/{bulkOrderId}/pause', stale)
  const resume = useChange('POST /bulk-orders/{bulkOrderId}/resume', stale)
  const cancel = useChange('POST /bulk-orders/{bulkOrderId}/cancel', stale)
  const { state } = order
  const isDraft = state === 'draft'
  return (
    <>
      <ViewAsApi path={`/bulk-orders/${order.id}`} query={{ mode }} />
      {notBoughtOf(order) > 0 && (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => void download(`/bulk-orders/${order.id}/failed-rows`, { mode })}
        >
          {words.failedRows}
        </Button>
      )}
      {['draft', 'running', 'paused'].includes(state) && (
        <Command may={may} variant="default" onClick={() => setDialog('cancel')}>
          {isDraft ? words.discard : words.cancel}
        </Command>
      )}
      {state === 'running' && (
        <Command
          may={may}
          icon={<IconPlayerPause size={16} />}
          isPending={pause.isPending}
          onClick={() => pause.mutate(input)}
        >
          {words.pause}
        </Command>
      )}
      {state === 'paused' && (
        <Command
          may={may}
          icon={<IconPlayerPlay size={16} />}
          isPending={resume.isPending}
          onClick={() => resume.mutate(input)}
        >
          {words.resume}
        </Command>
      )}
      {isDraft && order.rows.ready > 0 && (
        <Command may={may} onClick={() => setDialog('start')}>
          {words.start}
        </Command>
      )}
      <StartDialog
        order={order}
        isOpen={dialog === 'start'}
        onClose={close}
        onConfirm={() => start.mutate(input, { onSuccess: close })}
        isPending={start.isPending}
        error={start.error}
      />
      <CancelDialog
        order={order}
        isOpen={dialog === 'cancel'}
        onClose={close}
        onConfirm={() => cancel.mutate(input, { onSuccess: close })}
        isPending={cancel.isPending}
        error={cancel.error}
      />
    </>
  )
}

interface CommandProps {
  readonly may: boolean
  readonly variant?: string
  readonly icon?: React.ReactNode
  readonly isPending?: boolean
  readonly onClick: () => void
  readonly children: string
}

/** A button that whoever may not press it still sees, with the reason. */
function Command({ may, variant = 'filled', icon, isPending, onClick, children }: CommandProps) {
  const button = (
    <Button
      variant={variant}
      loading={isPending ?? false}
      {...(icon !== undefined && { leftSection: icon })}
      {...(may ? { onClick } : { 'data-disabled': true, 'aria-disabled': true })}
    >
      {children}
    </Button>
  )
  return may ? button : <Tooltip label={texts.common.notAllowed('bulk:write')}>{button}</Tooltip>
}

interface DialogProps {
  readonly order: BulkOrderDetail
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly isPending: boolean
  readonly error: unknown
}

/** Money is about to move: what, how much, and what is left then. */
function StartDialog({ order, ...dialog }: DialogProps) {
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
          {
            label: review.wallet,
            value: <Money amount={exact(wallet, 'balance')} currency={currency} />,
          },
          {
            label: review.after,
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

function CancelDialog({ order, ...dialog }: DialogProps) {
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
