import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { type OperationOutput, useCall, useChange } from '../../app/api.ts'
import { useMay } from '../../app/session.ts'
import { DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'

const { team: words, roles } = texts.settings

type Invitation = OperationOutput<'GET /invitations'>[number]

/** Those that can still be accepted; nothing when there are none. */
export function Invitations() {
  const may = useMay('members:write')
  const { data, error, refetch } = useCall('GET /invitations', {})
  const [withdrawn, setWithdrawn] = useState<Invitation>()
  const withdraw = useChange('DELETE /invitations/{invitationId}', ['GET /invitations'])
  const close = () => {
    setWithdrawn(undefined)
    withdraw.reset()
  }
  if (error === null && (data === undefined || data.length === 0)) return null
  return (
    <Section title={words.invitations} isFlush>
      <DataTable
        name={words.invitations}
        isFlush
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'email',
            title: words.email,
            render: ({ email, role, expiresAt }) => (
              <>
                {email}
                <Text size="xs" c="dimmed" hiddenFrom="sm">
                  {roles.names[role]}, {words.expires.toLowerCase()} <DateTime at={expiresAt} />
                </Text>
              </>
            ),
          },
          {
            key: 'role',
            title: words.role,
            isWideOnly: true,
            render: ({ role }) => roles.names[role],
          },
          {
            key: 'by',
            title: words.invitedBy,
            isWideOnly: true,
            render: ({ invitedBy }) => invitedBy,
          },
          {
            key: 'expires',
            title: words.expires,
            isWideOnly: true,
            width: 120,
            render: ({ expiresAt }) => <DateTime at={expiresAt} />,
          },
          {
            key: 'withdraw',
            title: '',
            align: 'right',
            render: (invitation) =>
              may && (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  onClick={() => setWithdrawn(invitation)}
                >
                  {words.withdraw}
                </Button>
              ),
          },
        ]}
      />
      <ReviewDialog
        isOpen={withdrawn !== undefined}
        onClose={close}
        title={words.withdrawTitle}
        action={words.withdraw}
        isDestructive
        isPending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() =>
          withdrawn &&
          withdraw.mutate({ path: { invitationId: withdrawn.id } }, { onSuccess: close })
        }
      >
        {withdrawn && words.withdrawText(withdrawn.email)}
      </ReviewDialog>
    </Section>
  )
}
