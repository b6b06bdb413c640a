import { Group, Text, Title } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './page-header.module.css'
import { PageLink } from './page-link.tsx'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** A sentence beneath the title. */
  readonly text?: ReactNode
  /** The page that this one belongs to. */
  readonly back?: { readonly label: string; readonly to: string }
  /** Beside the title: a status. */
  readonly status?: ReactNode
  /** At the other end: buttons, the most important one last. */
  readonly actions?: ReactNode
}

/** The head of every page: where one is, what state it is in, what can be done. */
export function PageHeader({ title, text, back, status, actions }: PageHeaderProps) {
  return (
    <header style={{ marginBottom: '1.5rem' }}>
      {back && (
        <PageLink to={back.to} size="sm" c="dimmed" underline="never">
          <Group gap={2} mb={6} component="span" display="inline-flex">
            <IconChevronLeft size={14} aria-hidden />
            {back.label}
          </Group>
        </PageLink>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 16rem', minWidth: 0 }}>
          <Group gap="sm" mih={36}>
            <Title order={1}>{title}</Title>
            {status}
          </Group>
          {text && (
            <Text c="dimmed" maw="46rem" mt={4} style={{ textWrap: 'pretty' }}>
              {text}
            </Text>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </Group>
    </header>
  )
}
