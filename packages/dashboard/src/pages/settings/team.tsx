import { ActionIcon, Button, Menu, Stack, Text } from '@mantine/core'
import { IconDots, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { chooseAccount } from '../../app/account.ts'
import { useCall, useChange } from '../../app/api.ts'
import { useMay, useSession } from '../../app/session.ts'
import { DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { ChangeRole } from './change-role.tsx'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import type { Member } from './model.ts'
import { RoleMatrix } from './role-matrix.tsx'

const { team: words, pages, roles } = texts.settings

export default function Team() {
  const [isInviting, setInviting] = useState(false)
  const may = useMay('members:write')
  return (
    <>
      <PageHeader
        title={pages.team}
        text={words.text}
        actions={
          <Button
            leftSection={<IconUserPlus size={16} />}
            disabled={!may}
            title={may ? undefined : texts.common.notAllowed('members:write')}
            onClick={() => setInviting(true)}
          >
            {words.invite}
          </Button>
        }
      />
      <Stack gap="lg">
        <Members />
        <Invitations />
        <RoleMatrix />
      </Stack>
      <InviteDialog isOpen={isInviting} onClose={() => setInviting(false)} />
    </>
  )
}

function Members() {
  const { user, role: own } = useSession()
  const may = useMay('members:write')
  const { data, error, refetch } = useCall('GET /members', {})
  const [changed, setChanged] = useState<Member>()
  const [removed, setRemoved] = useState<Member>()
  return (
    <>
      <DataTable
        name={words.members}
        rows={data}
        rowsExpected={3}
        error={error}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'member',
            title: words.member,
            render: ({ id, name, email }) => (
              <div>
                <Text inherit fw={560}>
                  {name}
                  {id === user?.id && (
                    <Text span inherit c="dimmed" fw={400}>
                      {' '}
                      ({words.you})
                    </Text>
                  )}
                </Text>
                <Text size="xs" c="dimmed">
                  {email}
                </Text>
              </div>
            ),
          },
          { key: 'role', title: words.role, render: ({ role }) => roles.names[role] },
          {
            key: 'two-factor',
            title: words.twoFactor,
            isWideOnly: true,
            render: ({ isTwoFactorEnabled: isOn }) => (
              <StatusChip
                tone={isOn ? 'good' : 'off'}
                label={isOn ? words.twoFactorOn : words.twoFactorOff}
              />
            ),
          },
          {
            key: 'joined',
            title: words.joined,
            width: 120,
            isWideOnly: true,
            render: ({ createdAt }) => <DateTime at={createdAt} />,
          },
          {
            key: 'actions',
            title: '',
            align: 'right',
            render: (member) =>
              may &&
              (member.role !== 'owner' || own === 'owner') && (
                <MemberMenu
                  member={member}
                  isSelf={member.id === user?.id}
                  onChange={() => setChanged(member)}
                  onRemove={() => setRemoved(member)}
                />
              ),
          },
        ]}
      />
      <ChangeRole member={changed} onClose={() => setChanged(undefined)} />
      <RemoveMember
        member={removed}
        isSelf={removed !== undefined && removed.id === user?.id}
        onClose={() => setRemoved(undefined)}
      />
    </>
  )
}

interface MemberMenuProps {
  readonly member: Member
  readonly isSelf: boolean
  readonly onChange: () => void
  readonly onRemove: () => void
}

function MemberMenu({ member: { name }, isSelf, onChange, onRemove }: MemberMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={words.actionsOf(name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>{words.change}</Menu.Item>
        <Menu.Item color="red" onClick={onRemove}>
          {isSelf ? words.leave : words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface RemoveMemberProps {
  readonly member: Member | undefined
  readonly isSelf: boolean
  readonly onClose: () => void
}

function RemoveMember({ member, isSelf, onClose }: RemoveMemberProps) {
  const remove = useChange(
    'DELETE /members/{memberId}',
    isSelf ? [] : ['GET /members', 'GET /invitations'],
  )
  const close = () => {
    remove.reset()
    onClose()
  }
  const finish = () => {
    if (!isSelf) return close()
    chooseAccount(undefined)
    // A fresh page: nothing of the account that was left stays in memory.
    location.assign('/dashboard/')
  }
  return (
    <ReviewDialog
      isOpen={member !== undefined}
      onClose={close}
      title={isSelf ? words.leaveTitle : words.removeTitle}
      action={isSelf ? words.leave : words.removeAction}
      isDestructive
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        member && remove.mutate({ path: { memberId: member.id } }, { onSuccess: finish })
      }
    >
      {member && (isSelf ? words.leaveText : words.removeText(member.name))}
    </ReviewDialog>
  )
}
