import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLinkOff, IconPencil, IconRepeat } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { Message } from './message-row.tsx'

const { inbox: words } = texts.webhooks

const STALE = ['GET /messages/summaries', 'GET /messages/{messageId}'] as const

interface MessageActionsProps {
  readonly message: Message
  readonly onMade: (id: string) => void
}

type Dialog = 'resend' | 'correct' | 'revoke' | undefined

/** Send again, to the right address, or withdraw the link: each is asked about first. */
export function MessageActions({ message, onMade }: MessageActionsProps) {
  const mode = useMode()
  const may = useMay('messages:write')
  const [dialog, setDialog] = useState<Dialog>()
  const [to, setTo] = useState('')
  const resend = useChange('POST /messages/{messageId}/resend', STALE)
  const correct = useChange('POST /messages/{messageId}/correct', STALE)
  const revoke = useChange('POST /messages/{messageId}/revoke-link', STALE)
  const path = { messageId: message.id }
  const isRevocable = message.link !== null && message.link.claimedAt === null
  const close = () => setDialog(undefined)
  const arrived = ({ id }: Message) => {
    close()
    notifications.show({ message: words.resent, color: 'spruce' })
    onMade(id)
  }
  const hint = may ? undefined : texts.common.notAllowed('messages:write')
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="compact-md"
        disabled={!may}
        title={hint}
        leftSection={<IconRepeat size={15} />}
        onClick={() => setDialog('resend')}
      >
        {words.resend}
      </Button>
      <Button
        variant="default"
        size="compact-md"
        disabled={!may}
        title={hint}
        leftSection={<IconPencil size={15} />}
        onClick={() => {
          setTo(message.to)
          setDialog('correct')
        }}
      >
        {words.correct}
      </Button>
      {isRevocable && message.link?.revokedAt === null && (
        <Button
          variant="default"
          size="compact-md"
          disabled={!may}
          title={hint}
          leftSection={<IconLinkOff size={15} />}
          onClick={() => setDialog('revoke')}
        >
          {words.revoke}
        </Button>
      )}
      <ReviewDialog
        isOpen={dialog === 'resend'}
        onClose={close}
        title={words.resendTitle}
        action={words.resend}
        isPending={resend.isPending}
        error={resend.error}
        onConfirm={() => resend.mutate({ path, body: { mode } }, { onSuccess: arrived })}
      >
        <Text size="sm">{words.resendText(message.to)}</Text>
      </ReviewDialog>
      <ReviewDialog
        isOpen={dialog === 'correct'}
        onClose={close}
        title={words.correctTitle}
        action={words.resend}
        isPending={correct.isPending}
        error={correct.error}
        onConfirm={() =>
          correct.mutate({ path, body: { mode, to: to.trim() } }, { onSuccess: arrived })
        }
      >
        <Stack gap="sm">
          <Text size="sm">{words.correctText}</Text>
          <TextInput
            label={words.right}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            maxLength={254}
            required
            data-autofocus
          />
        </Stack>
      </ReviewDialog>
      <ReviewDialog
        isOpen={dialog === 'revoke'}
        onClose={close}
        title={words.revokeTitle}
        action={words.revoke}
        isDestructive
        isPending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoke.mutate({ path, body: { mode } }, { onSuccess: close })}
      >
        <Text size="sm">{words.revokeText}</Text>
      </ReviewDialog>
    </Group>
  )
}
