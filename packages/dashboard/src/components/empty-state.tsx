import { Button, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePath } from './page-link.tsx'

export interface EmptyStateProps {
  readonly title: string
  /** One sentence that teaches. */
  readonly text: string
  readonly icon?: Icon
  /** 1 where nothing else stands on the page. Default: 2. */
  readonly level?: 1 | 2
  /** A snippet with real values. */
  readonly children?: ReactNode
  readonly action?: {
    readonly label: string
    readonly to?: string
    readonly onClick?: () => void
  }
}

/** Where nothing is yet: what will be here, and how to make it so. */
export function EmptyState({
  title,
  text,
  icon: Icon,
  level = 2,
  children,
  action,
}: EmptyStateProps) {
  const path = usePath()
  return (
    <Stack align="center" gap="sm" py={56} px="md" maw={560} mx="auto" ta="center">
      {Icon && (
        <ThemeIcon size={44} radius="xl" variant="light" color="gray" aria-hidden>
          <Icon size={22} stroke={1.6} />
        </ThemeIcon>
      )}
      <Title order={level} fz="h2">
        {title}
      </Title>
      <Text c="dimmed">{text}</Text>
      {children && <div style={{ width: '100%', textAlign: 'left' }}>{children}</div>}
      {action?.to !== undefined && (
        <Button component={Link} to={path(action.to) as never} mt="xs">
          {action.label}
        </Button>
      )}
      {action?.onClick && (
        <Button onClick={action.onClick} mt="xs">
          {action.label}
        </Button>
      )}
    </Stack>
  )
}
