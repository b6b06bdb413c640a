import { ActionIcon, Button, Group, Menu, NumberInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconRepeat,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type OperationInput, useCall, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { explain } from '../../components/error-notice.tsx'
import { usePath } from '../../components/page-link.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { EndpointForm } from './endpoint-form.tsx'
import type { Endpoint } from './naming.ts'

const { endpoint: words } = texts.webhooks

const STALE = [
  'GET /webhook-endpoints/{endpointId}/attempts',
  'GET /webhook-endpoints/{endpointId}/deliveries',
  'GET /webhook-health',
] as const

export const complain = (error: Error) =>
  notifications.show({ color: 'red', message: explain(error).cause })

type Range = OperationInput<'POST /webhook-endpoints/{endpointId}/resend'>['body']

/** Sends events of an endpoint again: a range of them, or all that were given up. */
export function useResend(endpointId: string, onDone?: () => void) {
  const mode = useMode()
  const resend = useChange('POST /webhook-endpoints/{endpointId}/resend', STALE, {
    onDone({ count }) {
      notifications.show({ message: words.queued(count), color: 'spruce' })
      onDone?.()
    },
  })
  return {
    isPending: resend.isPending,
    error: resend.error,
    reset: resend.reset,
    send: (body: Range, onError?: (error: Error) => void) =>
      resend.mutate(
        { path: { endpointId }, query: { mode }, body },
        { ...(onError && { onError }) },
      ),
  }
}

/** Sends one event to an endpoint again. */
export function useResendOne() {
  const mode = useMode()
  const resend = useChange('POST /webhook-endpoints/{endpointId}/deliveries/{sequence}/resend', [
    ...STALE,
    'GET /events/{sequence}/deliveries',
  ])
  return {
    isPending: resend.isPending,
    send: (endpointId: string, sequence: number) =>
      resend.mutate(
        { path: { endpointId, sequence }, query: { mode } },
        {
          onSuccess: ({ count }) =>
            void notifications.show({ message: words.queued(count), color: 'spruce' }),
          onError: complain,
        },
      ),
  }
}

/** What can be done with an endpoint. */
export function EndpointActions({ endpoint }: { readonly endpoint: Endpoint }) {
  const may = useMay('webhooks:write')
  const mode = useMode()
  return (
    <>
      <ViewAsApi path={`/webhook-endpoints/${endpoint.id}/attempts`} query={{ mode }} />
      {may && <Example endpoint={endpoint} />}
      {may && <MoreMenu endpoint={endpoint} />}
    </>
  )
}

/** Sends a made-up event of a chosen type and says what came of it. */
function Example({ endpoint: { id: endpointId, isEnabled } }: { readonly endpoint: Endpoint }) {
  const mode = useMode()
  const { data = [] } = useCall('GET /event-types', { query: { mode } })
  const send = useChange('POST /webhook-endpoints/{endpointId}/examples', STALE)
  const sendOf = (type: (typeof data)[number]['type']) =>
    send.mutate(
      { path: { endpointId }, query: { mode }, body: { type } },
      {
        onSuccess: ({ isDelivered, status, error }) =>
          void notifications.show({
            color: isDelivered ? 'spruce' : 'red',
            title: isDelivered ? words.exampleSent : words.exampleFailed,
            message: error?.message ?? String(status),
          }),
        onError: complain,
      },
    )
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconSend size={16} />}
          loading={send.isPending}
          disabled={!isEnabled}
        >
          {words.sendExample}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={340} style={{ overflowY: 'auto' }}>
        {data.map(({ type }) => (
          <Menu.Item key={type} onClick={() => sendOf(type)} className="mono">
            {type}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type Dialog = 'edit' | 'range' | 'remove' | undefined

function MoreMenu({ endpoint }: { readonly endpoint: Endpoint }) {
  const mode = useMode()
  const [dialog, setDialog] = useState<Dialog>()
  const { id: endpointId, isEnabled } = endpoint
  const update = useChange('PATCH /webhook-endpoints/{endpointId}', [
    'GET /webhook-endpoints/{endpointId}',
    'GET /webhook-endpoints',
  ])
  const close = () => setDialog(undefined)
  const toggle = () =>
    update.mutate(
      { path: { endpointId }, query: { mode }, body: { isEnabled: !isEnabled } },
      { onError: complain },
    )
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={words.more}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setDialog('edit')}>
            {words.edit}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRepeat size={15} />}
            disabled={!isEnabled}
            onClick={() => setDialog('range')}
          >
            {words.resendRange}
          </Menu.Item>
          <Menu.Item
            leftSection={isEnabled ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
            onClick={toggle}
          >
            {isEnabled ? words.disable : words.enable}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => setDialog('remove')}
          >
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EndpointForm isOpen={dialog === 'edit'} onClose={close} endpoint={endpoint} />
      <ResendRange isOpen={dialog === 'range'} onClose={close} endpointId={endpointId} />
      <Remove isOpen={dialog === 'remove'} onClose={close} endpoint={endpoint} />
    </>
  )
}

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

function ResendRange({
  isOpen,
  onClose,
  endpointId,
}: DialogProps & { readonly endpointId: string }) {
  const [from, setFrom] = useState<string | number>(1)
  const [to, setTo] = useState<string | number>('')
  const resend = useResend(endpointId, onClose)
  const close = () => {
    resend.reset()
    onClose()
  }
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={words.rangeTitle}
      action={words.resend}
      isPending={resend.isPending}
      error={resend.error}
      onConfirm={() => resend.send({ from: Number(from), to: Number(to) })}
    >
      <Stack gap="sm">
        <Text size="sm">{words.rangeText}</Text>
        <Group grow>
          <NumberInput label={words.from} value={from} onChange={setFrom} min={1} required />
          <NumberInput label={words.to} value={to} onChange={setTo} min={1} required />
        </Group>
      </Stack>
    </ReviewDialog>
  )
}

function Remove({ isOpen, onClose, endpoint }: DialogProps & { readonly endpoint: Endpoint }) {
  const mode = useMode()
  const path = usePath()
  const navigate = useNavigate()
  // What is read of the endpoint itself is left alone: it would be told that there is none.
  const remove = useChange(
    'DELETE /webhook-endpoints/{endpointId}',
    ['GET /webhook-endpoints', 'GET /webhook-health', 'GET /webhook-receivers'],
    { onDone: () => void navigate({ to: path('/developers/webhooks') as never }) },
  )
  const close = () => {
    remove.reset()
    onClose()
  }
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={words.removeTitle}
      action={words.remove}
      isDestructive
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ path: { endpointId: endpoint.id }, query: { mode } })}
    >
      <Stack gap="xs">
        <Text className="mono" style={{ overflowWrap: 'anywhere' }}>
          {endpoint.url}
        </Text>
        <Text size="sm">{words.removeText}</Text>
      </Stack>
    </ReviewDialog>
  )
}
