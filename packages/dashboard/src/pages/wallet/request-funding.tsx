import { Button, Group, Modal, Paper, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useCall, useChange } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { fundingLines, LedgerLines } from './ledger-lines.tsx'

export interface RequestFundingDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly currency: string
}

const words = texts.wallet.requestDialog

/** Asks for live money: how much, a review of what it would book, then how to pay. */
export function RequestFundingDialog({ isOpen, onClose, currency }: RequestFundingDialogProps) {
  const ask = useChange('POST /funding-requests', ['GET /funding-requests', 'GET /overview'])
  const { reset } = ask
  useEffect(() => {
    if (isOpen) reset()
  }, [isOpen, reset])
  const title = ask.data ? words.doneTitle : words.title
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={620}>{title}</Text>}>
      {ask.data ? (
        <HowToPay
          reference={ask.data.reference}
          amount={formatMoney(exact(ask.data, 'amount'), currency)}
          onClose={onClose}
        />
      ) : (
        <Form currency={currency} ask={ask} onClose={onClose} />
      )}
    </Modal>
  )
}

interface FormProps extends Omit<RequestFundingDialogProps, 'isOpen'> {
  readonly ask: ReturnType<typeof useChange<'POST /funding-requests'>>
}

function Form({ currency, ask, onClose }: FormProps) {
  const [amount, setAmount] = useState('')
  const [note, setNote] = useState('')
  const [isReviewing, setIsReviewing] = useState(false)
  const isReady = Number(amount) > 0
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isReady || ask.isPending) return
    if (!isReviewing) {
      setIsReviewing(true)
      return
    }
    const body = { amount, ...(note.trim() !== '' && { note: note.trim() }) }
    ask.mutate({ query: { mode: 'live' }, body })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {isReviewing ? (
          <>
            <Text size="sm">{words.reviewText}</Text>
            <LedgerLines lines={fundingLines(amount)} currency={currency} />
          </>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {words.text}
            </Text>
            <AmountInput
              label={words.amount}
              value={amount}
              onChange={setAmount}
              currency={currency}
              data-autofocus
            />
            <Textarea
              label={words.note}
              description={words.noteText}
              maxLength={500}
              autosize
              minRows={2}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </>
        )}
        {ask.error && <ErrorNotice error={ask.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={isReviewing ? () => setIsReviewing(false) : onClose}>
            {isReviewing ? words.back : texts.common.cancel}
          </Button>
          <Button type="submit" loading={ask.isPending} disabled={!isReady}>
            {isReviewing ? words.confirm(formatMoney(amount, currency)) : words.review}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface HowToPayProps {
  readonly reference: string
  readonly amount: string
  readonly onClose: () => void
}

function HowToPay({ reference, amount, onClose }: HowToPayProps) {
  const requests = useCall('GET /funding-requests', { query: { mode: 'live', limit: 20 } })
  const instructions = requests.data?.instructions ?? texts.wallet.funding.noInstructions
  return (
    <Stack>
      <Text size="sm">{words.doneText(amount)}</Text>
      <Paper p="md">
        <Group justify="space-between" wrap="nowrap">
          <Text className="mono" fw={600} fz="lg">
            {reference}
          </Text>
          <CopyButton value={reference} what={texts.wallet.funding.copyReference} />
        </Group>
      </Paper>
      <div>
        <Text size="sm" fw={560}>
          {texts.wallet.funding.instructions}
        </Text>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
          {instructions}
        </Text>
      </div>
      <Group justify="flex-end">
        <Button onClick={onClose}>{words.done}</Button>
      </Group>
    </Stack>
  )
}
