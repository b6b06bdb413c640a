import { Alert, Button, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { invalidate } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { type Detail, Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { usePath } from '../../components/page-link.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { OrderBody } from './draft.ts'
import { type Found, isPriceChanged, isUnknown, look, place } from './placing.ts'
import { type Quote, QuoteLedger, QuoteLines } from './quote.tsx'

const said = texts.orders.place

export interface ReviewProps {
  /** What is sent when it is confirmed. */
  readonly body: OrderBody
  readonly quote: Quote
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Another order has the identifier. */
  readonly onTaken: (identifier: string, transactionId: number) => void
  readonly onPriceChanged: () => void
}

/** The last look before the money moves: what is confirmed is bought once, at this price or not at all. */
export function Review({ body, quote, isOpen, onClose, onTaken, onPriceChanged }: ReviewProps) {
  const mode = useMode()
  const goTo = useGoTo()
  const placing = useMutation({
    mutationFn: (sent: OrderBody) => place(mode, sent),
    onSuccess: () => invalidate(['GET /orders']),
  })
  const looking = useMutation({ mutationFn: (sent: OrderBody) => look(mode, sent) })
  const close = () => {
    // What is under way goes on, and its outcome is not to be missed.
    if (!placing.isPending) forget()
    onClose()
  }
  function forget(): void {
    placing.reset()
    looking.reset()
  }
  function arrive({ kind, transactionId }: Found): void {
    if (kind !== 'other') {
      goTo(transactionId, kind === 'placed' ? said.bought(transactionId) : said.already)
      return
    }
    forget()
    onClose()
    // The field may be out of sight.
    notifications.show({ color: 'red', message: said.notBought })
    onTaken(body.customIdentifier, transactionId)
  }
  function confirm(): void {
    looking.reset()
    placing.mutate(body, {
      onSuccess: arrive,
      onError: (error) => {
        if (!isPriceChanged(error)) return
        // Not shown in place: the second click of a hasty hand must not confirm it.
        forget()
        onClose()
        onPriceChanged()
      },
    })
  }
  const { review } = said
  const isKnownMissing = looking.data === null
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={review.title}
      action={review.action(formatMoney(exact(quote, 'cost'), quote.currencyCode))}
      onConfirm={confirm}
      isPending={placing.isPending}
      error={isKnownMissing ? null : placing.error}
    >
      <Stack gap="md">
        {mode === 'live' && <Alert color="amber">{review.live}</Alert>}
        <Details items={summaryOf(body, quote)} />
        <QuoteLines quote={quote} />
        <QuoteLedger quote={quote} />
        {isKnownMissing && <Alert color="gray">{said.notPlaced}</Alert>}
        {looking.error !== null && <ErrorNotice error={looking.error} />}
        {isUnknown(placing.error) && (
          <Button
            variant="default"
            loading={looking.isPending}
            onClick={() =>
              looking.mutate(body, { onSuccess: (found) => found !== null && arrive(found) })
            }
          >
            {said.recover}
          </Button>
        )}
      </Stack>
    </ReviewDialog>
  )
}

function useGoTo(): (transactionId: number, message: string) => void {
  const navigate = useNavigate()
  const path = usePath()
  return (transactionId, message) => {
    notifications.show({ message })
    void navigate({ to: path(`/orders/${transactionId}`) as never })
  }
}

function summaryOf(sent: OrderBody, quote: Quote): readonly Detail[] {
  const { recipientEmail, recipientPhoneDetails: phone, customIdentifier } = sent
  const given = [recipientEmail, phone?.phoneNumber].filter(Boolean)
  const { review } = said
  return [
    { label: said.product, value: quote.product.productName },
    { label: review.to, value: given.length === 0 ? review.nobody : given.join(', ') },
    { label: said.identifier, value: <span className="mono">{customIdentifier}</span> },
  ]
}
