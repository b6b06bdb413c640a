import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import type { Role } from '../../app/session.ts'
import { setupQuery } from '../../app/setup.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { RoleChoice } from './role-choice.tsx'

const { team: words } = texts.settings

export interface InviteDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks somebody to join, in a role. */
export function InviteDialog({ isOpen, onClose }: InviteDialogProps) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('developer')
  const { data: setup } = useQuery(setupQuery)
  const invite = useChange('POST /invitations', ['GET /invitations'])
  const close = () => {
    invite.reset()
    setEmail('')
    onClose()
  }
  const send = () =>
    invite.mutate(
      { body: { email: email.trim(), role } },
      {
        onSuccess: () => {
          notifications.show({ message: words.invited(email.trim()) })
          close()
        },
      },
    )
  return (
    <Modal opened={isOpen} onClose={close} title={<Text fw={620}>{words.inviteTitle}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Stack>
          {setup?.hasMail === false && <Alert color="amber">{words.noMail}</Alert>}
          <TextInput
            label={words.email}
            type="email"
            required
            withAsterisk={false}
            data-autofocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <RoleChoice value={role} onChange={setRole} />
          {invite.error && <ErrorNotice error={invite.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={invite.isPending}>
              {words.sendInvitation}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
