import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
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
export function AddFundsDialog({ isOpen, onClose, currency }: AddFundsDialogProps) {
  const [amount, setAmount] = useState('')
  const [direction, setDirection] = useState('add')
  const fund = useChange('POST /wallet/test-funds', [
    'GET /wallet',
    'GET /wallet/statement',
    'GET /wallet/balance',
    'GET /overview',
  ])
  const { reset } = fund
  useEffect(() => {
    if (!isOpen) return
    reset()
    setAmount('100000')
    setDirection('add')
  }, [isOpen, reset])
  const isReady = Number(amount) > 0
  const isAdding = direction === 'add'
  function submit(): void {
    const body = { amount: isAdding ? amount : `-${amount}` }
    fund.mutate(
      { query: { mode: 'test' }, body },
      {
        onSuccess: (wallet) => {
          const balance = formatMoney(exact(wallet, 'balance'), currency)
          notifications.show({ message: words.done(balance), color: 'spruce' })
          onClose()
        },
      },
    )
  }
  const written = formatMoney(amount, currency)
  const action = isAdding ? words.confirmAdd(written) : words.confirmTakeOut(written)
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={620}>{words.title}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) submit()
        }}
      >
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
          <Group gap="xs" role="group" aria-label={words.quick}>
            {quick.map((each) => (
              <Button
                key={each}
                variant={each === amount ? 'light' : 'default'}
                size="compact-sm"
                onClick={() => setAmount(each)}
              >
                {formatMoney(each, currency, 'bare').replace(/\.0+$/, '')}
              </Button>
            ))}
          </Group>
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
    </Modal>
  )
}
