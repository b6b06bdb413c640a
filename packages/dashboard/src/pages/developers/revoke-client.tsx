import { Stack, Text } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { DateTime } from '../../components/date-time.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { Client } from './client.ts'

const { revoke: words } = texts.developers

export interface RevokeClientProps {
  readonly client: Client | undefined
  readonly onClose: () => void
  readonly onRevoked: () => void
}

/** Ends a client; in live mode its name has to be typed. */
export function RevokeClient({ client, onClose, onRevoked }: RevokeClientProps) {
  const mode = useMode()
  const revoke = useChange('DELETE /clients/{clientId}', ['GET /clients'])
  const close = () => {
    revoke.reset()
    onClose()
  }
  const confirm = () =>
    client &&
    revoke.mutate(
      { path: { clientId: client.clientId }, query: { mode } },
      {
        onSuccess: () => {
          close()
          onRevoked()
        },
      },
    )
  return (
    <ReviewDialog
      isOpen={client !== undefined}
      onClose={close}
      title={words.title}
      action={words.action}
      isDestructive
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => void confirm()}
      {...(mode === 'live' && client && { word: client.name })}
    >
      {client && (
        <Stack gap="xs">
          <Text size="sm">{words.text(client.name)}</Text>
          <Text size="sm" c="dimmed" component="div">
            {client.lastUsedAt === null ? (
              words.neverUsed
            ) : (
              <>
                {words.usedRecently} <DateTime at={client.lastUsedAt} />.
              </>
            )}
          </Text>
        </Stack>
      )}
    </ReviewDialog>
  )
}
