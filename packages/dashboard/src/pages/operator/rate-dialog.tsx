import { Alert, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { exact, formatAmount } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { ExchangeRate } from './model.ts'
import { readDecimal } from './percent.ts'

const words = texts.operator.rates

interface RateDialogProps {
  readonly rate: ExchangeRate | undefined
  readonly onClose: () => void
}

/** As the server has it: a larger change has to be confirmed. */
const LEAP = 0.1

/** Sets a rate; a leap is confirmed by typing the currency. */
export function RateDialog({ rate, onClose }: RateDialogProps) {
  const may = useMay('operator:write')
  const [typed, setTyped] = useState('')
  const set = useChange('PATCH /operator/rates/{currency}', ['GET /operator/rates'])
  const { reset } = set
  const currency = rate?.currencyCode ?? ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: another currency begins anew
  useEffect(() => {
    setTyped('')
    reset()
  }, [currency])
  const perUsd = readDecimal(typed)
  const change = perUsd === undefined ? undefined : changeOf(rate, perUsd)
  const isLeap = change !== undefined && Math.abs(change) > LEAP
  function confirm(): void {
    if (perUsd === undefined || !may) return
    const onSuccess = () => {
      notifications.show({ message: words.saved(currency) })
      onClose()
    }
    const body = { perUsd, ...(isLeap && { force: true }) }
    set.mutate({ path: { currency }, body }, { onSuccess })
  }
  return (
    <ReviewDialog
      isOpen={rate !== undefined}
      onClose={onClose}
      title={words.setTitle(currency)}
      action={words.set}
      {...(isLeap && { word: currency })}
      isDestructive={isLeap}
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
        {currency === 'USD' ? (
          <Text size="sm">{words.fixed}</Text>
        ) : (
          <TextInput
            label={words.field(currency)}
            inputMode="decimal"
            autoComplete="off"
            data-autofocus
            disabled={!may}
            value={typed}
            styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
            {...(change !== undefined && !isLeap && { description: words.change(signed(change)) })}
            {...(!may && { description: texts.common.notAllowed('operator:write') })}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {isLeap && (
          <Alert
            color="amber"
            icon={<IconAlertTriangle size={18} />}
            title={words.leapTitle(signed(change))}
          >
            {words.leapText}
          </Alert>
        )}
      </Stack>
    </ReviewDialog>
  )
}

/** For the eye only; the server reckons exactly. */
function changeOf(rate: ExchangeRate | undefined, perUsd: string): number | undefined {
  return rate === undefined ? undefined : Number(perUsd) / rate.perUsd - 1
}

const signed = (change: number): string =>
  `${change < 0 ? '−' : '+'}${Math.abs(change * 100).toFixed(1)}%`
