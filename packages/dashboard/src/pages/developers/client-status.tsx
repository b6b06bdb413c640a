import { useAccount } from '../../app/session.ts'
import { absoluteTime } from '../../app/time.ts'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import type { Client } from './client.ts'

const { clients: words } = texts.developers

/** Whether a client works, and with how many secrets. */
export function ClientStatus(props: ClientStatusProps) {
  return (
    <span style={{ display: 'inline-block', whiteSpace: 'nowrap', minWidth: 'max-content' }}>
      <Chip {...props} />
    </span>
  )
}

interface ClientStatusProps {
  readonly client: Pick<Client, 'mode' | 'revokedAt' | 'previousSecretUntil'>
}

function Chip({ client: { mode, revokedAt, previousSecretUntil } }: ClientStatusProps) {
  const { isLiveEnabled } = useAccount()
  if (revokedAt !== null) {
    return <StatusChip tone="off" label={words.revoked} hint={words.revokedHint} />
  }
  if (mode === 'live' && !isLiveEnabled) {
    return <StatusChip tone="off" label={words.suspended} hint={words.suspendedHint} />
  }
  if (previousSecretUntil !== null) {
    const until = absoluteTime(new Date(previousSecretUntil))
    return <StatusChip tone="working" label={words.rotating} hint={words.rotatingHint(until)} />
  }
  return <StatusChip tone="good" label={words.active} hint={words.activeHint} />
}
