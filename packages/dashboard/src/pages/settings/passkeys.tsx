import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { hasPasskeys, isAtNumber } from '../../app/passkeys.ts'
import type { Session } from '../../app/session.ts'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { AddPasskey } from './add-passkey.tsx'

const { passkeys: words } = texts.settings

interface Passkey {
  readonly id: string
  readonly name?: string | null
  readonly createdAt: string | null
  readonly backedUp: boolean
}

const KEY = ['passkeys']

export function Passkeys({ user }: { readonly user: NonNullable<Session['user']> }) {
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
      closeRemoval()
      await client.invalidateQueries({ queryKey: KEY })
    },
  })
  const closeRemoval = () => {
    setRemoved(undefined)
    remove.reset()
  }
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
          <WhyNone />
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
        email={user.email}
        canSignInAgain={user.hasPassword || data.length > 0}
        onClose={() => setAdding(false)}
        onAdded={() => client.invalidateQueries({ queryKey: KEY })}
      />
      <ReviewDialog
        isOpen={removed !== undefined}
        onClose={closeRemoval}
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

function WhyNone() {
  if (!isAtNumber()) return hasPasskeys() ? words.none : words.unsupported
  const address = `http://localhost:${location.port}/dashboard/`
  return (
    <>
      {words.atNumber}{' '}
      <Anchor href={address} inherit underline="always">
        {address}
      </Anchor>
    </>
  )
}

const nameOf = ({ name }: Passkey): string => name || words.nameDefault
