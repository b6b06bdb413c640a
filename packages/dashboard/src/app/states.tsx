import { Container, Skeleton, Stack, Title } from '@mantine/core'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { texts } from '../texts/index.ts'

/** While a page's code or first data is on its way. */
export function PagePending() {
  return (
    <Stack gap="lg" role="status" aria-busy aria-label={texts.common.loading}>
      <Skeleton h={28} w={180} />
      <Skeleton h={320} />
    </Stack>
  )
}

/** When a page throws: what happened, and a way on. */
export function PageFailed({
  error,
  reset,
}: {
  readonly error: unknown
  readonly reset?: () => void
}) {
  return (
    <Container size="sm" py="xl">
      <Stack>
        <Title order={1}>{texts.shell.failedTitle}</Title>
        <ErrorNotice error={error} {...(reset && { onRetry: reset })} />
      </Stack>
    </Container>
  )
}

/** For addresses that name nothing. */
export function PageMissing() {
  return (
    <EmptyState
      level={1}
      title={texts.shell.missingTitle}
      text={texts.shell.missing}
      action={{ label: texts.shell.goHome, to: '/' }}
    />
  )
}
