import { Group, Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export interface SectionProps {
  readonly title: string
  readonly text?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Without the inner space: for tables that reach the edges. */
  readonly isFlush?: boolean
}

/** A titled part of a page. */
export function Section({ title, text, actions, children, isFlush = false }: SectionProps) {
  return (
    // What hides its overflow would hold the head of a table instead of the window.
    <Paper component="section" style={{ overflow: 'clip' }}>
      <Group
        justify="space-between"
        gap="xs"
        px="md"
        pt="sm"
        pb={isFlush ? 'xs' : 0}
        align={text ? 'flex-start' : 'center'}
      >
        <div style={{ minWidth: 0, flex: text ? '1 1 16rem' : '1 1 auto' }}>
          <Title order={2} fz="h3">
            {title}
          </Title>
          {text && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
        </div>
        {actions && <div style={{ flexShrink: 0 }}>{actions}</div>}
      </Group>
      <div style={isFlush ? {} : { padding: '0.75rem 1rem 1rem' }}>{children}</div>
    </Paper>
  )
}
