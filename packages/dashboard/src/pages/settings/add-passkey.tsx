import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { addPasskey, isSignInOld, wasStopped } from '../../app/passkeys.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { usePath } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import { NeedsPassword } from './needs-password.tsx'

const { passkeys: words } = texts.settings

export interface AddPasskeyProps {
  readonly isOpen: boolean
  readonly email: string
  /** Whether there is a password or a passkey to come back with. */
  readonly canSignInAgain: boolean
  readonly onClose: () => void
  readonly onAdded: () => Promise<unknown>
}

/** Names a passkey and has the browser make it; who signed in long ago signs in again first. */
export function AddPasskey(props: AddPasskeyProps) {
  const { isOpen, email, canSignInAgain, onClose, onAdded } = props
  const [name, setName] = useState<string>(words.nameDefault)
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      await onAdded()
      close()
    },
  })
  const close = () => {
    setName(words.nameDefault)
    add.reset()
    onClose()
  }
  const isOld = isSignInOld(add.error)
  return (
    <Modal opened={isOpen} onClose={close} title={<Text fw={620}>{words.add}</Text>}>
      {isOld ? (
        <Stack>
          <Text size="sm" role="status">
            {words.notFresh}
          </Text>
          {canSignInAgain ? <SignInAgain email={email} /> : <NeedsPassword />}
        </Stack>
      ) : (
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
            {add.error && <NotAdded error={add.error} />}
            <Group justify="flex-end">
              <Button type="submit" loading={add.isPending}>
                {words.add}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

function NotAdded({ error }: { readonly error: Error }) {
  return wasStopped(error) ? (
    <Text size="sm" c="dimmed" role="status">
      {words.stopped}
    </Text>
  ) : (
    <ErrorNotice error={error} />
  )
}

/** Ends the session, and comes back here with the next one. */
function SignInAgain({ email }: { readonly email: string }) {
  const next = usePath()('/settings/security')
  const leave = useMutation({
    mutationFn: () => auth('/sign-out', {}),
    onSuccess: () =>
      location.assign(`/dashboard/sign-in?${new URLSearchParams({ next, email }).toString()}`),
  })
  return (
    <>
      {leave.error && <ErrorNotice error={leave.error} />}
      <Group justify="flex-end">
        <Button loading={leave.isPending} onClick={() => leave.mutate()}>
          {words.signInAgain}
        </Button>
      </Group>
    </>
  )
}
