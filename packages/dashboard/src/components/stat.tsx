import { Group, Paper, Skeleton, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export interface StatProps {
  readonly label: string
  /** Undefined while it is on its way. */
  readonly value: ReactNode | undefined
  /** Beneath the figure: what it is made of, or since when. */
  readonly note?: ReactNode
  readonly action?: ReactNode
}

/** One figure that matters, with its name. */
export function Stat({ label, value, note, action }: StatProps) {
  return (
    <Paper p="md">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed" fw={500}>
          {label}
        </Text>
        {action}
      </Group>
      {value === undefined ? (
        <Skeleton h={26} mt={6} w="60%" />
      ) : (
        <Text
          component="div"
          fz="1.375rem"
          lh="1.3"
          fw={620}
          mt={4}
          className="tabular"
          style={{ letterSpacing: '-0.015em' }}
        >
          {value}
        </Text>
      )}
      {note && (
        <Text size="xs" c="dimmed" mt={4} component="div">
          {note}
        </Text>
      )}
    </Paper>
  )
}
