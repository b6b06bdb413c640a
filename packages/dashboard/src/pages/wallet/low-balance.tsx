import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact } from '../../app/money.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import type { Wallet } from './kinds.ts'

export interface LowBalanceDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly wallet: Wallet
}

const words = texts.wallet.alertDialog

/** Sets the balance below which there is an event. */
export function LowBalanceDialog({ isOpen, ...form }: LowBalanceDialogProps) {
  return (
    <Modal opened={isOpen} onClose={form.onClose} title={<Text fw={620}>{words.title}</Text>}>
      <Form {...form} />
    </Modal>
  )
}

/** Begins with what is set when the dialog opens, whatever is read meanwhile. */
function Form({ onClose, wallet }: Omit<LowBalanceDialogProps, 'isOpen'>) {
  const mode = useMode()
  const isOff = wallet.lowBalanceThreshold === 0
  const [amount, setAmount] = useState(isOff ? '' : String(exact(wallet, 'lowBalanceThreshold')))
  const update = useChange('PATCH /wallet', ['GET /wallet', 'GET /overview'])
  const save = (lowBalanceThreshold: string) =>
    update.mutate({ body: { lowBalanceThreshold, mode } }, { onSuccess: onClose })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (amount !== '') save(amount)
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <AmountInput
          label={words.amount}
          value={amount}
          onChange={setAmount}
          currency={wallet.currencyCode}
          data-autofocus
        />
        {update.error && <ErrorNotice error={update.error} />}
        <Group justify="flex-end" gap="xs">
          {!isOff && (
            <Button variant="default" onClick={() => save('0')}>
              {words.remove}
            </Button>
          )}
          <Button type="submit" loading={update.isPending} disabled={amount === ''}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
