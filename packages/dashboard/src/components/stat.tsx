import { Group, Paper, Skeleton, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './stat.module.css'

export interface StatProps {
  readonly label: string
  /** Undefined while it is on its way. */
  readonly value: ReactNode | undefined
  /** Beneath the figure: what it is made of, or since when. */
  readonly note?: ReactNode
  readonly action?: ReactNode
}

/** One figure that matters, with its name; on a phone in one line. */
export function Stat({ label, value, note, action }: StatProps) {
  return (
    <Paper className={styles.stat ?? ''}>
      <Group justify="space-between" gap="xs" wrap="nowrap" className={styles.head ?? ''}>
        <Text size="sm" c="dimmed" fw={500}>
          {label}
        </Text>
        {action}
      </Group>
      {value === undefined ? (
        <Skeleton h={26} w="60%" />
      ) : (
        <div className={styles.value}>{value}</div>
      )}
      {note && (
        <Text size="xs" c="dimmed" component="div" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
    </Paper>
  )
}
