import { Group, Skeleton, Text, TextInput } from '@mantine/core'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact } from '../../app/money.ts'
import { timeZone } from '../../app/time-zone.ts'
import { useUrlState } from '../../app/url-state.ts'
import { Money } from '../../components/money.tsx'
import { texts } from '../../texts/index.ts'

const words = texts.wallet.statement

/** What the wallet held at the end of any day. */
export function BalanceAt() {
  const mode = useMode()
  const [{ at }, setUrl] = useUrlState({ at: '' })
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at)
  const past = useCall(
    'GET /wallet/balance',
    { query: { mode, at, timeZone } },
    { isEnabled: isDay },
  )
  return (
    <Group gap="sm" align="flex-end" ml={{ base: 0, lg: 'auto' }}>
      <TextInput
        type="date"
        label={words.balanceAt}
        value={at}
        onChange={(event) => setUrl({ at: event.currentTarget.value })}
      />
      <Text fw={600} lh="36px" miw="9rem" aria-live="polite" component="div">
        {past.isLoading ? (
          <Skeleton h={16} w="7rem" mt={10} />
        ) : isDay && past.data ? (
          <Money amount={exact(past.data, 'balance')} currency={past.data.currencyCode} />
        ) : (
          <Text c="dimmed" size="sm" component="span">
            {past.error?.message ?? words.balanceAtNone}
          </Text>
        )}
      </Text>
    </Group>
  )
}
