import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import type { NewClient } from './client.ts'
import {
  bodyOf,
  ClientFields,
  type ClientValues,
  emptyClient,
  validateClient,
} from './client-fields.tsx'

const { clients: words } = texts.developers

export interface CreateClientProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onMade: (made: NewClient) => void
}

/** Makes a client for a program. */
export function CreateClient({ isOpen, onClose, onMade }: CreateClientProps) {
  const mode = useMode()
  const create = useChange('POST /clients', ['GET /clients'], {
    keepsSecret: true,
    onDone: (made) => {
      finish()
      onMade(made)
    },
  })
  const form = useForm<ClientValues>({ initialValues: emptyClient, validate: validateClient })
  function finish(): void {
    form.reset()
    create.reset()
    onClose()
  }
  // Closed while it works, it would hide that a client is made.
  const close = () => !create.isPending && finish()
  const save = (values: ClientValues) => create.mutate({ query: { mode }, body: bodyOf(values) })
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size="lg"
      title={
        <Text inherit fw={620}>
          {words.create}
        </Text>
      }
    >
      <form onSubmit={form.onSubmit(save)}>
        <Stack>
          <ClientFields form={form} isNew />
          {create.error && <ErrorNotice error={create.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={create.isPending} onClick={close}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {words.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
