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
export function EndpointForm(props: EndpointFormProps) {
  const { isOpen, onClose, endpoint } = props
  const save = useSave(props)
  // Closed while it works, it would hide that an endpoint is made.
  function close(): void {
    if (save.isPending) return
    save.reset()
    onClose()
  }
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      title={
        <Text inherit fw={620}>
          {endpoint === undefined ? form.createTitle : form.editTitle}
        </Text>
      }
    >
      <Fields
        key={String(isOpen)}
        save={save}
        onClose={close}
        {...(endpoint !== undefined && { endpoint })}
      />
    </Drawer>
  )
}

const STALE = [
  'GET /webhook-endpoints',
  'GET /webhook-health',
  'GET /webhook-endpoints/{endpointId}',
] as const

interface Said {
  readonly url: string
  readonly description: string | null
  readonly events: string[]
}

function useSave({ endpoint, onClose, onMade }: EndpointFormProps) {
  const mode = useMode()
  const create = useChange('POST /webhook-endpoints', STALE, {
    keepsSecret: true,
    onDone: (made) => {
      create.reset()
      onClose()
      onMade?.(made)
    },
  })
  const update = useChange('PATCH /webhook-endpoints/{endpointId}', STALE, { onDone: onClose })
  return {
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
    reset(): void {
      create.reset()
      update.reset()
    },
    send(said: Said): void {
      if (endpoint === undefined) create.mutate({ body: { ...said, mode } })
      else update.mutate({ path: { endpointId: endpoint.id }, query: { mode }, body: said })
    },
  }
}

interface FieldsProps {
  readonly endpoint?: Endpoint
  readonly save: ReturnType<typeof useSave>
  readonly onClose: () => void
}

function Fields({ endpoint, save, onClose }: FieldsProps) {
  const [url, setUrl] = useState(endpoint?.url ?? '')
  const [description, setDescription] = useState(endpoint?.description ?? '')
  const [events, setEvents] = useState<readonly string[]>(endpoint?.events ?? ['*'])
  const [isTried, setTried] = useState(false)
  function submit(): void {
    setTried(true)
    if (events.length === 0) return
    save.send({ url: url.trim(), events: [...events], description: description.trim() || null })
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
        {save.error && <ErrorNotice error={save.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={save.isPending} onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {endpoint === undefined ? form.create : form.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
