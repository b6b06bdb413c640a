import { Alert, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { Client, NewClient } from './client.ts'

const { rotate: words } = texts.developers

const DAY = '86400'

export interface RotateSecretProps {
  readonly client: Client | undefined
  readonly onClose: () => void
  readonly onRotated: (rotated: NewClient) => void
}

/** Gives a client another secret, beside the one that it has for a while. */
export function RotateSecret({ client, onClose, onRotated }: RotateSecretProps) {
  const mode = useMode()
  const [overlap, setOverlap] = useState(DAY)
  const rotate = useChange('POST /clients/{clientId}/rotate-secret', ['GET /clients'], {
    keepsSecret: true,
    onDone: (rotated) => {
      finish()
      onRotated(rotated)
    },
  })
  function finish(): void {
    rotate.reset()
    setOverlap(DAY)
    onClose()
  }
  // Closed while it works, it would hide that the secret is replaced.
  const close = () => !rotate.isPending && finish()
  const confirm = () =>
    client &&
    rotate.mutate({
      path: { clientId: client.clientId },
      query: { mode },
      body: { overlapSeconds: Number(overlap) },
    })
  return (
    <ReviewDialog
      isOpen={client !== undefined}
      onClose={close}
      title={words.title}
      action={words.action}
      isDestructive={overlap === '0'}
      isPending={rotate.isPending}
      error={rotate.error}
      onConfirm={() => void confirm()}
    >
      <Stack>
        <Text size="sm">{words.text}</Text>
        {client?.previousSecretUntil != null && (
          <Alert color="amber">
            <Text size="sm">{words.replaces}</Text>
          </Alert>
        )}
        <Radio.Group label={words.overlap} value={overlap} onChange={setOverlap}>
          <Stack gap={8} mt="xs">
            {Object.entries(words.overlaps).map(([seconds, label]) => (
              <Radio key={seconds} value={seconds} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </ReviewDialog>
  )
}
