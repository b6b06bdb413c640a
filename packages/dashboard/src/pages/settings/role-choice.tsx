import { Radio, Stack } from '@mantine/core'
import { type Role, useSession } from '../../app/session.ts'
import { texts } from '../../texts/index.ts'

const { roles, team } = texts.settings

const all: readonly Role[] = ['owner', 'admin', 'developer', 'finance', 'support']

export interface RoleChoiceProps {
  readonly value: Role
  readonly onChange: (role: Role) => void
}

/** One of the roles, each with what it may do. Only owners make owners. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const { role: own } = useSession()
  const offered = all.filter((role) => role !== 'owner' || own === 'owner')
  return (
    <Radio.Group label={team.role} value={value} onChange={(role) => onChange(role as Role)}>
      <Stack gap="xs" mt="xs">
        {offered.map((role) => (
          <Radio
            key={role}
            value={role}
            label={roles.names[role]}
            description={roles.texts[role]}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
