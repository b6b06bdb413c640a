import { Alert, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { exact, formatAmount } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { ExchangeRate } from './model.ts'

const words = texts.operator.rates

interface RateDialogProps {
  readonly rate: ExchangeRate | undefined
  readonly onClose: () => void
}

/** As the server has it: a larger change has to be confirmed. */
const LEAP = 0.1

/** As many as the server keeps. */
const DIGITS = 18

/** Sets a rate; a leap is confirmed by typing the currency. */
export function RateDialog({ rate, onClose }: RateDialogProps) {
  const may = useMay('operator:write')
  const [perUsd, setPerUsd] = useState('')
  const set = useChange('PATCH /operator/rates/{currency}', ['GET /operator/rates'])
  const { reset } = set
  const currency = rate?.currencyCode ?? ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: another currency begins anew
  useEffect(() => {
    setPerUsd('')
    reset()
  }, [currency])
  const isGiven = Number(perUsd) > 0
  const change = rate && isGiven ? changeOf(rate, perUsd) : undefined
  const isLeap = change !== undefined && Math.abs(change) > LEAP
  function confirm(): void {
    const onSuccess = () => {
      notifications.show({ message: words.saved(currency) })
      onClose()
    }
    const body = { perUsd, ...(isLeap && { force: true }) }
    set.mutate({ path: { currency }, body }, { onSuccess })
  }
  const isFixed = currency === 'USD'
  const whyNot = [
    !may && texts.common.notAllowed('operator:write'),
    isFixed && words.fixed,
    !isGiven && words.required,
  ].find((reason) => reason !== false)
  return (
    <ReviewDialog
      isOpen={rate !== undefined}
      onClose={onClose}
      title={words.setTitle(currency)}
      action={words.set}
      {...(isLeap && { word: currency })}
      isDestructive={isLeap}
      whyNot={whyNot || undefined}
      isPending={set.isPending}
      error={set.error}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        {rate && (
          <Text size="sm" c="dimmed" className="tabular">
            {words.now(formatAmount(exact(rate, 'perUsd'), 2), currency)}
          </Text>
        )}
        {isFixed ? (
          <Text size="sm">{words.fixed}</Text>
        ) : (
          <AmountInput
            label={words.field(currency)}
            currency={currency}
            digits={DIGITS}
            data-autofocus
            disabled={!may}
            value={perUsd}
            onChange={setPerUsd}
            {...(change !== undefined && !isLeap && { description: words.change(signed(change)) })}
            {...(!may && { description: texts.common.notAllowed('operator:write') })}
          />
        )}
        {isLeap && <Leap change={change} />}
      </Stack>
    </ReviewDialog>
  )
}

function Leap({ change }: { readonly change: number }) {
  return (
    <Alert
      color="amber"
      icon={<IconAlertTriangle size={18} />}
      title={words.leapTitle(signed(change))}
    >
      {words.leapText}
    </Alert>
  )
}

/** For the eye only; the server reckons exactly. */
function changeOf(rate: ExchangeRate, perUsd: string): number {
  return Number(perUsd) / rate.perUsd - 1
}

const signed = (change: number): string =>
  `${change < 0 ? '−' : '+'}${Math.abs(change * 100).toFixed(1)}%`
