import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type OperationOutput, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip, type Tone } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { type Detail, ofOneOrder, type TimelineItem } from './calls.ts'
import { ScopedLink } from './scoped-link.tsx'

type Message = Extract<TimelineItem, { readonly kind: 'message' }>

const said = texts.orders.order.messages

export interface MessagesProps {
  readonly order: Detail
  readonly timeline: OperationOutput<'GET /orders/{transactionId}/timeline'> | undefined
}

/**
 * What the recipient was sent, and sending it again. From the timeline, because whoever reads the
 * messages themselves opens the cards, which would be on record.
 */
export function Messages({ order, timeline }: MessagesProps) {
  const [asked, setAsked] = useState<Message>()
  const messages = (timeline?.content ?? []).filter((item) => item.kind === 'message')
  const owesNone = order.recipientEmail === null && order.recipientPhone === null
  return (
    <Section title={said.title}>
      {timeline !== undefined && messages.length === 0 && (
        <Text c="dimmed">{owesNone ? said.none : said.waiting}</Text>
      )}
      <Stack gap="sm">
        {messages.map((message) => (
          <MessageRow key={message.messageId} message={message} onResend={setAsked} />
        ))}
      </Stack>
      <ResendDialog message={asked} onClose={() => setAsked(undefined)} />
    </Section>
  )
}

const tones: Readonly<Record<Message['state'], Tone>> = {
  queued: 'waiting',
  sending: 'working',
  sent: 'good',
  failed: 'bad',
  bounced: 'bad',
  cancelled: 'off',
}

interface MessageRowProps {
  readonly message: Message
  readonly onResend: (message: Message) => void
}

function MessageRow({ message, onResend }: MessageRowProps) {
  const { messageId, channel, to, state, isOriginal } = message
  const may = useMay('messages:write')
  const { label, hint } = said.states[state]
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={560}>
            {said.channels[channel]}
          </Text>
          <StatusChip tone={tones[state]} label={label} hint={hint} />
        </Group>
        <Text size="sm" c="dimmed" truncate title={to}>
          {isOriginal ? to : `${to}, ${said.copy}`}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <ScopedLink
          scope="messages:read"
          otherwise={null}
          to="/developers/messages"
          search={{ message: messageId }}
          size="sm"
        >
          {said.open}
        </ScopedLink>
        <Button
          variant="default"
          size="compact-sm"
          disabled={!may}
          {...(!may && { title: texts.common.notAllowed('messages:write') })}
          onClick={() => onResend(message)}
        >
          {said.resend}
        </Button>
      </Group>
    </Group>
  )
}

interface ResendDialogProps {
  readonly message: Message | undefined
  readonly onClose: () => void
}

function ResendDialog({ message, onClose }: ResendDialogProps) {
  const mode = useMode()
  const resend = useChange('POST /messages/{messageId}/resend', ofOneOrder)
  const { title, text, action, done } = said.review
  const close = () => {
    resend.reset()
    onClose()
  }
  const confirm = ({ messageId }: Message) =>
    resend.mutate(
      { path: { messageId }, body: { mode } },
      {
        onSuccess: () => {
          notifications.show({ message: done })
          close()
        },
      },
    )
  return (
    <ReviewDialog
      isOpen={message !== undefined}
      onClose={close}
      title={title}
      action={action}
      onConfirm={() => message && confirm(message)}
      isPending={resend.isPending}
      error={resend.error}
    >
      {message && <Text size="sm">{text(message.channel, message.to)}</Text>}
    </ReviewDialog>
  )
}
