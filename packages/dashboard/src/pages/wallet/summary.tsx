import { Alert, Button, SimpleGrid, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { exact, formatMoney } from '../../app/money.ts'
import { Money } from '../../components/money.tsx'
import { Stat } from '../../components/stat.tsx'
import { texts } from '../../texts/index.ts'
import type { Wallet } from './kinds.ts'
import { LowBalanceDialog } from './low-balance.tsx'

export interface SummaryProps {
  /** Undefined while it is on its way. */
  readonly wallet: Wallet | undefined
  readonly mayWrite: boolean
}

const words = texts.wallet

/** What the wallet holds, how long that lasts, where it goes, and the alert. */
export function Summary({ wallet, mayWrite }: SummaryProps) {
  const [isEditing, editing] = useDisclosure(false)
  return (
    <Stack gap="sm">
      {wallet?.isLow && (
        <Alert
          color="amber"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          title={words.alertLow}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        <Balance wallet={wallet} />
        <Runway wallet={wallet} />
        <Spent wallet={wallet} />
        <AlertStat wallet={wallet} mayWrite={mayWrite} onEdit={editing.open} />
      </SimpleGrid>
      {wallet && <LowBalanceDialog isOpen={isEditing} onClose={editing.close} wallet={wallet} />}
    </Stack>
  )
}

type WalletProps = Pick<SummaryProps, 'wallet'>

const amountOf = (wallet: Wallet, field: keyof Wallet) =>
  formatMoney(exact(wallet, field), wallet.currencyCode, 'bare')

function Balance({ wallet }: WalletProps) {
  return (
    <Stat
      label={words.balance}
      value={wallet && <Money amount={exact(wallet, 'balance')} currency={wallet.currencyCode} />}
      note={
        wallet
          ? words.availableAndHeld(amountOf(wallet, 'available'), amountOf(wallet, 'held'))
          : texts.common.none
      }
    />
  )
}

function Runway({ wallet }: WalletProps) {
  return (
    <Stat
      label={words.runway}
      value={wallet && runwayText(wallet.runwayDays)}
      note={wallet?.runwayDays === null ? words.runwayUnknownNote : words.runwayNote}
    />
  )
}

const YEAR = 366

function runwayText(days: number | null): string {
  if (days === null) return words.runwayUnknown
  return days > YEAR ? words.farAway : words.days(days)
}

function Spent({ wallet }: WalletProps) {
  const spent = (field: string) =>
    wallet ? formatMoney(exact(wallet.spent, field), wallet.currencyCode, 'bare') : ''
  return (
    <Stat
      label={words.spentToday}
      value={
        wallet && <Money amount={exact(wallet.spent, 'today')} currency={wallet.currencyCode} />
      }
      note={wallet ? words.spentNote(spent('last7Days'), spent('last30Days')) : texts.common.none}
    />
  )
}

interface AlertStatProps extends SummaryProps {
  readonly onEdit: () => void
}

function AlertStat({ wallet, mayWrite, onEdit }: AlertStatProps) {
  const isOff = wallet?.lowBalanceThreshold === 0
  return (
    <Stat
      label={words.alert}
      value={
        wallet &&
        (isOff ? (
          words.alertOff
        ) : (
          <Money amount={exact(wallet, 'lowBalanceThreshold')} currency={wallet.currencyCode} />
        ))
      }
      note={isOff ? words.alertOffNote : words.alertNote}
      action={
        mayWrite && (
          <Button
            variant="subtle"
            size="compact-xs"
            my={-2}
            onClick={onEdit}
            aria-label={`${isOff ? words.set : words.edit}: ${words.alert}`}
          >
            {isOff ? words.set : words.edit}
          </Button>
        )
      }
    />
  )
}
