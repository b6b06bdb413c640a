import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { addPasskey, hasPasskeys, isAtNumber, wasStopped } from '../../app/passkeys.ts'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'

const { passkeys: words } = texts.settings

interface Passkey {
  readonly id: string
  readonly name?: string | null
  readonly createdAt: string | null
  readonly backedUp: boolean
}

const KEY = ['passkeys']

export function Passkeys() {
  const [isAdding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<Passkey>()
  const client = useQueryClient()
  const { data = [], error } = useQuery({
    queryKey: KEY,
    queryFn: () => auth<readonly Passkey[]>('/passkey/list-user-passkeys'),
  })
  const remove = useMutation({
    mutationFn: (id: string) => auth('/passkey/delete-passkey', { id }),
    onSuccess: async () => {
      setRemoved(undefined)
      await client.invalidateQueries({ queryKey: KEY })
    },
  })
  return (
    <Section
      title={words.title}
      text={words.text}
      actions={
        <Button variant="default" disabled={!hasPasskeys()} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      {error && <ErrorNotice error={error} />}
      {data.length === 0 && (
        <Text size="sm" c="dimmed">
          {stateOf()}
        </Text>
      )}
      <Stack gap="xs">
        {data.map((passkey) => (
          <Group key={passkey.id} justify="space-between">
            <div>
              <Text fw={560}>{nameOf(passkey)}</Text>
              <Text size="xs" c="dimmed">
                {passkey.backedUp ? words.synced : words.oneDevice} · {words.added}{' '}
                <DateTime at={passkey.createdAt} />
              </Text>
            </div>
            <Button variant="subtle" color="red" onClick={() => setRemoved(passkey)}>
              {words.remove}
            </Button>
          </Group>
        ))}
      </Stack>
      <AddPasskey
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdded={() => client.invalidateQueries({ queryKey: KEY })}
      />
      <ReviewDialog
        isOpen={removed !== undefined}
        onClose={() => setRemoved(undefined)}
        title={words.removeTitle}
        action={words.remove}
        isDestructive
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => removed && remove.mutate(removed.id)}
      >
        {removed && words.removeText(nameOf(removed))}
      </ReviewDialog>
    </Section>
  )
}

function stateOf(): string {
  if (isAtNumber()) return words.atNumber(`http://localhost:${location.port}/dashboard/`)
  return hasPasskeys() ? words.none : words.unsupported
}

const nameOf = ({ name }: Passkey): string => name || words.nameDefault

interface AddPasskeyProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdded: () => Promise<unknown>
}

function AddPasskey({ isOpen, onClose, onAdded }: AddPasskeyProps) {
  const [name, setName] = useState<string>(words.nameDefault)
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      await onAdded()
      onClose()
    },
  })
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={620}>{words.add}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate(name.trim() || words.nameDefault)
        }}
      >
        <Stack>
          <TextInput
            label={words.name}
            description={words.nameHint}
            maxLength={60}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {add.error &&
            (wasStopped(add.error) ? (
              <Text size="sm" c="dimmed" role="status">
                {words.stopped}
              </Text>
            ) : (
              <ErrorNotice error={add.error} />
            ))}
          <Group justify="flex-end">
            <Button type="submit" loading={add.isPending}>
              {words.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
