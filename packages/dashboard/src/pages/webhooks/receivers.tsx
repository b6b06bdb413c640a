import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, invalidate, useCall, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { usePath } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { complain } from './endpoint-actions.tsx'
import type { Receiver } from './naming.ts'
import { ReceiverPanel } from './receiver-panel.tsx'
import styles from './receivers.module.css'

const { receivers: words, endpoints } = texts.webhooks

interface ReceiverWithEndpoint {
  /** Does nothing while it works. */
  readonly begin: () => void
  /** Points an endpoint at one that is there. */
  readonly pointAt: (receiver: Receiver) => void
  readonly isPending: boolean
  readonly error: Error | null
}

/** One click: a receiver, an endpoint that points at it, and the page of the endpoint. */
export function useReceiverWithEndpoint(): ReceiverWithEndpoint {
  const mode = useMode()
  const path = usePath()
  const navigate = useNavigate()
  const { mutate, isPending, error } = useMutation({
    async mutationFn(receiver: Receiver | undefined) {
      const input = { query: { mode }, body: { answer: '200' as const } }
      const { url } = receiver ?? (await api.request('POST /webhook-receivers', input))
      const body = { url, events: ['*'], description: endpoints.testReceiver, mode }
      const { id } = await api.request('POST /webhook-endpoints', { body })
      return id
    },
    onSuccess(id) {
      notifications.show({ message: words.pointed, color: 'spruce' })
      void navigate({ to: path(`/developers/webhooks/${id}`) as never })
    },
    // Also when there is no endpoint: the receiver may have been made.
    onSettled: () =>
      invalidate(['GET /webhook-endpoints', 'GET /webhook-receivers', 'GET /webhook-health']),
  })
  return {
    begin: () => !isPending && mutate(undefined),
    pointAt: (made) => !isPending && mutate(made),
    isPending,
    error,
  }
}

/** The test receivers of a mode: what they answer, who points at them, what they got. */
export function Receivers({ onTry }: { readonly onTry: ReceiverWithEndpoint }) {
  const mode = useMode()
  const may = useMay('webhooks:write')
  const { data, error } = useCall('GET /webhook-receivers', { query: { mode } })
  const [{ receiver }, setState] = useUrlState({ receiver: '' })
  const create = useChange('POST /webhook-receivers', ['GET /webhook-receivers'])
  const shown = data?.find(({ id }) => id === receiver)
  const trouble = error ?? create.error ?? onTry.error
  return (
    <Section
      title={words.title}
      text={words.text}
      actions={
        may && (
          <Button
            variant="default"
            style={{ flexShrink: 0 }}
            leftSection={<IconPlus size={16} />}
            loading={create.isPending}
            onClick={() => create.mutate({ query: { mode }, body: { answer: '200' } })}
          >
            {words.create}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {trouble && <ErrorNotice error={trouble} />}
        {data?.length === 0 && <Text c="dimmed">{words.none}</Text>}
        {data && data.length > 0 && (
          <ul className={styles.list}>
            {data.map((each) => (
              <Row
                key={each.id}
                receiver={each}
                may={may}
                onTry={onTry}
                onLook={() => setState({ receiver: each.id })}
              />
            ))}
          </ul>
        )}
      </Stack>
      <ReceiverPanel receiver={shown} onClose={() => setState({ receiver: '' })} />
    </Section>
  )
}

interface RowProps {
  readonly receiver: Receiver
  readonly may: boolean
  readonly onTry: ReceiverWithEndpoint
  readonly onLook: () => void
}

function Row({ receiver, may, onTry, onLook }: RowProps) {
  const mode = useMode()
  const { id: receiverId, url, endpointIds, expiresAt } = receiver
  const remove = useChange('DELETE /webhook-receivers/{receiverId}', ['GET /webhook-receivers'])
  const [isAsked, setAsked] = useState(false)
  return (
    <li className={styles.row}>
      <div className={styles.address}>
        <Group gap={2} wrap="nowrap">
          <Text inherit className="mono" truncate title={url}>
            {url}
          </Text>
          <CopyButton value={url} what={words.panelTitle} />
        </Group>
        <Text size="xs" c="dimmed" component="div">
          {words.pointing(endpointIds.length)} · {words.expires} <DateTime at={expiresAt} />
        </Text>
      </div>
      <Group gap="xs">
        <AnswerChoice receiver={receiver} isDisabled={!may} />
        {may && endpointIds.length === 0 && (
          <Button
            variant="default"
            loading={onTry.isPending}
            onClick={() => onTry.pointAt(receiver)}
          >
            {words.point}
          </Button>
        )}
        <Button variant="default" onClick={onLook}>
          {words.look}
        </Button>
        {may && (
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onBlur={() => setAsked(false)}
            onClick={() =>
              isAsked
                ? remove.mutate({ path: { receiverId }, query: { mode } }, { onError: complain })
                : setAsked(true)
            }
          >
            {isAsked ? texts.common.confirm : words.remove}
          </Button>
        )}
      </Group>
    </li>
  )
}

interface AnswerChoiceProps {
  readonly receiver: Receiver
  readonly isDisabled: boolean
}

/** What a receiver answers from now on. */
export function AnswerChoice({ receiver, isDisabled }: AnswerChoiceProps) {
  const mode = useMode()
  const update = useChange('PATCH /webhook-receivers/{receiverId}', ['GET /webhook-receivers'])
  return (
    <NativeSelect
      aria-label={words.answer}
      leftSection={words.answer}
      leftSectionWidth={72}
      value={update.isPending ? update.variables.body.answer : receiver.answer}
      disabled={isDisabled || update.isPending}
      data={Object.entries(words.answers).map(([value, label]) => ({ value, label }))}
      onChange={(event) => {
        const answer = event.currentTarget.value as Receiver['answer']
        update.mutate(
          { path: { receiverId: receiver.id }, query: { mode }, body: { answer } },
          { onError: complain },
        )
      }}
    />
  )
}
