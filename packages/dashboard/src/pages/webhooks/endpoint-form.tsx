import { Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type OperationOutput, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { EventChoice } from './event-choice.tsx'
import type { Endpoint } from './naming.ts'

const { form } = texts.webhooks

export type Made = OperationOutput<'POST /webhook-endpoints'>

interface EndpointFormProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** The one that is changed; undefined for a new one. */
  readonly endpoint?: Endpoint
  readonly onMade?: (made: Made) => void
}

/** Makes an endpoint or changes one, in a panel. */
export function EndpointForm({ isOpen, onClose, endpoint, onMade }: EndpointFormProps) {
  const isNew = endpoint === undefined
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={620}>{isNew ? form.createTitle : form.editTitle}</Text>}
    >
      <Fields
        key={String(isOpen)}
        onClose={onClose}
        {...(endpoint && { endpoint })}
        {...(onMade && { onMade })}
      />
    </Drawer>
  )
}

function Fields({ onClose, endpoint, onMade }: Omit<EndpointFormProps, 'isOpen'>) {
  const mode = useMode()
  const [url, setUrl] = useState(endpoint?.url ?? '')
  const [description, setDescription] = useState(endpoint?.description ?? '')
  const [events, setEvents] = useState<readonly string[]>(endpoint?.events ?? ['*'])
  const [isTried, setTried] = useState(false)
  const stale = [
    'GET /webhook-endpoints',
    'GET /webhook-health',
    'GET /webhook-endpoints/{endpointId}',
  ] as const
  const create = useChange('POST /webhook-endpoints', stale)
  const update = useChange('PATCH /webhook-endpoints/{endpointId}', stale)
  const error = create.error ?? update.error

  function submit(): void {
    setTried(true)
    if (events.length === 0) return
    const body = { url: url.trim(), events: [...events], description: description.trim() || null }
    if (endpoint === undefined) {
      create.mutate(
        { body: { ...body, mode } },
        {
          onSuccess: (made) => {
            onClose()
            onMade?.(made)
          },
        },
      )
    } else {
      const input = { path: { endpointId: endpoint.id }, query: { mode }, body }
      update.mutate(input, { onSuccess: onClose })
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={form.url}
          description={form.urlText}
          placeholder={form.urlPlaceholder}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          type="url"
          required
          maxLength={2_000}
          data-autofocus
        />
        <TextInput
          label={form.description}
          description={form.descriptionText}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          maxLength={500}
        />
        <EventChoice
          value={events}
          onChange={setEvents}
          error={isTried && events.length === 0 ? form.chooseOne : undefined}
        />
        {error && <ErrorNotice error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending}>
            {endpoint === undefined ? form.create : form.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
