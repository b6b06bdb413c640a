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
  const create = useChange('POST /clients', ['GET /clients'])
  const form = useForm<ClientValues>({ initialValues: emptyClient, validate: validateClient })
  const finish = () => {
    form.reset()
    create.reset()
    onClose()
  }
  // Whoever closes it while it works would never see the secret. What goes wrong is in `error`.
  const close = () => !create.isPending && finish()
  async function save(values: ClientValues): Promise<void> {
    const made = await create.mutateAsync({ query: { mode }, body: bodyOf(values) })
    finish()
    onMade(made)
  }
  return (
    <Modal opened={isOpen} onClose={close} size="lg" title={<Text fw={620}>{words.create}</Text>}>
      <form onSubmit={form.onSubmit((values) => void save(values).catch(() => undefined))}>
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
