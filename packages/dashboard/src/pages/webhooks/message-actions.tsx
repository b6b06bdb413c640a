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
  const may = useMay('messages:write')
  const mayReveal = useMay('cards:reveal')
  const [dialog, setDialog] = useState<Dialog>()
  const { link } = message
  const isRevocable = link !== null && link.claimedAt === null && link.revokedAt === null
  const close = () => setDialog(undefined)
  const arrived = ({ id }: Pick<Message, 'id'>) => {
    close()
    notifications.show({ message: words.resent, color: 'spruce' })
    onMade(id)
  }
  const look = {
    variant: 'default',
    size: 'compact-sm',
    ...(!may && lacking('messages:write')),
  } as const
  return (
    <Group gap="xs">
      <Button {...look} leftSection={<IconRepeat size={15} />} onClick={() => setDialog('resend')}>
        {words.resend}
      </Button>
      <Button
        {...look}
        {...(may && !mayReveal && lacking('cards:reveal'))}
        leftSection={<IconPencil size={15} />}
        onClick={() => setDialog('correct')}
      >
        {words.correct[message.channel]}
      </Button>
      {isRevocable && (
        <Button
          {...look}
          leftSection={<IconLinkOff size={15} />}
          onClick={() => setDialog('revoke')}
        >
          {words.revoke}
        </Button>
      )}
      <Resend message={message} isOpen={dialog === 'resend'} onClose={close} onDone={arrived} />
      <Correct message={message} isOpen={dialog === 'correct'} onClose={close} onDone={arrived} />
      <Revoke message={message} isOpen={dialog === 'revoke'} onClose={close} onDone={close} />
    </Group>
  )
}

const lacking = (scope: string) => ({ disabled: true, title: texts.common.notAllowed(scope) })

interface DialogProps {
  readonly message: Message
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDone: (made: Pick<Message, 'id'>) => void
}

function Resend({ message, isOpen, onClose, onDone }: DialogProps) {
  const mode = useMode()
  const resend = useChange('POST /messages/{messageId}/resend', STALE, { onDone })
  const input = { path: { messageId: message.id }, body: { mode } }
  const close = () => {
    resend.reset()
    onClose()
  }
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={words.resendTitle}
      action={words.resend}
      isPending={resend.isPending}
      error={resend.error}
      onConfirm={() => resend.mutate(input)}
    >
      <Text size="sm">{words.resendText(message.to)}</Text>
    </ReviewDialog>
  )
}

function Correct({ message, isOpen, onClose, onDone }: DialogProps) {
  const mode = useMode()
  const [to, setTo] = useState(message.to)
  const correct = useChange('POST /messages/{messageId}/correct', STALE, { onDone })
  const input = { path: { messageId: message.id }, body: { mode, to: to.trim() } }
  const close = () => {
    correct.reset()
    onClose()
  }
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={words.correctTitle[message.channel]}
      action={words.resend}
      isPending={correct.isPending}
      error={correct.error}
      onConfirm={() => correct.mutate(input)}
    >
      <Stack gap="sm">
        <Text size="sm">{words.correctText}</Text>
        <TextInput
          label={words.right[message.channel]}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          maxLength={254}
          required
          data-autofocus
        />
      </Stack>
    </ReviewDialog>
  )
}

function Revoke({ message, isOpen, onClose, onDone }: DialogProps) {
  const mode = useMode()
  const revoke = useChange('POST /messages/{messageId}/revoke-link', STALE, { onDone })
  const input = { path: { messageId: message.id }, body: { mode } }
  const close = () => {
    revoke.reset()
    onClose()
  }
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={words.revokeTitle}
      action={words.revoke}
      isDestructive
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate(input)}
    >
      <Text size="sm">{words.revokeText}</Text>
    </ReviewDialog>
  )
}
