import { Text } from '@mantine/core'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'

/** Says what comes first to whoever has signed in by links alone, and leads there. */
export function NeedsPassword() {
  const [link, rest] = texts.settings.security.needsPassword
  return (
    <Text size="sm" c="dimmed">
      <PageLink to="/settings/profile" inherit underline="always">
        {link}
      </PageLink>{' '}
      {rest}
    </Text>
  )
}
