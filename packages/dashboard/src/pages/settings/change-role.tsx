import { Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { queryClient, useChange } from '../../app/api.ts'
import { type Role, sessionQuery, useSession } from '../../app/session.ts'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import type { Member } from './model.ts'
import { RoleChoice } from './role-choice.tsx'

const { team: words } = texts.settings

export interface ChangeRoleProps {
  readonly member: Member | undefined
  readonly onClose: () => void
}

/** Gives a member another role, after saying what else that ends. */
export function ChangeRole({ member, onClose }: ChangeRoleProps) {
  const { user } = useSession()
  const [role, setRole] = useState<Role>('support')
  const change = useChange('PATCH /members/{memberId}', ['GET /members', 'GET /invitations'])
  useEffect(() => {
    if (member !== undefined) setRole(member.role)
  }, [member])
  const close = () => {
    change.reset()
    onClose()
  }
  const save = () =>
    member &&
    change.mutate(
      { path: { memberId: member.id }, body: { role } },
      {
        onSuccess: () => {
          close()
          // Whoever gives up a role sees at once what is left.
          if (member.id === user?.id) {
            void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
          }
          notifications.show({ message: words.changed })
        },
      },
    )
  return (
    <ReviewDialog
      isOpen={member !== undefined}
      onClose={close}
      title={words.changeTitle(member?.name ?? '')}
      action={words.change}
      isPending={change.isPending}
      whyNot={role === member?.role ? words.sameRole : undefined}
      error={change.error}
      onConfirm={() => void save()}
    >
      <Stack>
        <RoleChoice value={role} onChange={setRole} />
        <Text size="sm" c="dimmed">
          {words.changeText}
        </Text>
      </Stack>
    </ReviewDialog>
  )
}
