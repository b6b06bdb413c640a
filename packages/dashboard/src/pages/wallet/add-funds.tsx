import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'

export interface AddFundsDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly currency: string
}

const words = texts.wallet.addFundsDialog
const quick = ['1000', '10000', '100000', '1000000']

/** Makes test money, or takes some out. */
export function AddFundsDialog({ isOpen, ...form }: AddFundsDialogProps) {
  return (
    <Modal opened={isOpen} onClose={form.onClose} title={<Text fw={620}>{words.title}</Text>}>
      <Form {...form} />
    </Modal>
  )
}

function Form({ onClose, currency }: Omit<AddFundsDialogProps, 'isOpen'>) {
  const [amount, setAmount] = useState('100000')
  const [direction, setDirection] = useState('add')
  const fund = useChange('POST /wallet/test-funds', [
    'GET /wallet',
    'GET /wallet/statement',
    'GET /wallet/balance',
    'GET /overview',
  ])
  const isReady = Number(amount) > 0
  const isAdding = direction === 'add'
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isReady || fund.isPending) return
    const onSuccess = (wallet: { readonly balance: number }) => {
      const balance = formatMoney(exact(wallet, 'balance'), currency)
      notifications.show({ message: words.done(balance), color: 'spruce' })
      onClose()
    }
    const body = { amount: isAdding ? amount : `-${amount}` }
    fund.mutate({ query: { mode: 'test' }, body }, { onSuccess })
  }
  const written = formatMoney(amount, currency)
  const action = isAdding ? words.confirmAdd(written) : words.confirmTakeOut(written)
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <SegmentedControl
          aria-label={words.direction}
          value={direction}
          onChange={setDirection}
          data={[
            { value: 'add', label: words.add },
            { value: 'takeOut', label: words.takeOut },
          ]}
        />
        <AmountInput
          label={words.amount}
          value={amount}
          onChange={setAmount}
          currency={currency}
          data-autofocus
        />
        <QuickAmounts amount={amount} currency={currency} onChoose={setAmount} />
        {fund.error && <ErrorNotice error={fund.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={fund.isPending} disabled={!isReady}>
            {isReady ? action : words.nothing}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface QuickAmountsProps {
  readonly amount: string
  readonly currency: string
  readonly onChoose: (amount: string) => void
}

function QuickAmounts({ amount, currency, onChoose }: QuickAmountsProps) {
  return (
    <Group gap="xs" role="group" aria-label={words.quick}>
      {quick.map((each) => (
        <Button
          key={each}
          variant={each === amount ? 'light' : 'default'}
          size="compact-sm"
          onClick={() => onChoose(each)}
        >
          {formatMoney(each, currency, 'bare').replace(/\.0+$/, '')}
        </Button>
      ))}
    </Group>
  )
}
