import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { ApiError, ConnectionError, TimeoutError } from '@openscrip/sdk'
import { IconAlertCircle } from '@tabler/icons-react'
import { AUTH_PATH } from '../app/auth.ts'
import { texts } from '../texts/index.ts'
import { CopyableId } from './copy-button.tsx'

export interface ErrorNoticeProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** Replaces the general advice where a page knows better. */
  readonly fix?: string
}

/** What went wrong, what to do about it, and the request id that finds it in the log. */
export function ErrorNotice({ error, onRetry, fix }: ErrorNoticeProps) {
  const { cause, advice, code, requestId } = explain(error)
  return (
    <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert" title={cause}>
      <Stack gap="xs">
        {(fix ?? advice) && <Text size="sm">{fix ?? advice}</Text>}
        {(code || requestId) && (
          <Group gap="md">
            {code && (
              <Text size="xs" c="dimmed">
                {texts.common.errorCode} <span className="mono">{code}</span>
              </Text>
            )}
            {requestId && (
              <Text size="xs" c="dimmed" component="div">
                {texts.common.requestId} <CopyableId value={requestId} />
              </Text>
            )}
          </Group>
        )}
        {onRetry && (
          <Button variant="default" size="compact-sm" w="fit-content" onClick={onRetry}>
            {texts.common.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

interface Explained {
  readonly cause: string
  readonly advice?: string
  readonly code?: string
  readonly requestId?: string
}

/** An error in words: its cause and what can be done. */
export function explain(error: unknown): Explained {
  const { fixes } = texts.common
  if (error instanceof ApiError) {
    const { message, errorCode, requestId } = error
    const advice = adviceFor(error)
    return {
      cause: message,
      ...(advice !== undefined && { advice }),
      ...(errorCode !== null && { code: errorCode }),
      ...(requestId !== undefined && { requestId }),
    }
  }
  const isAway = error instanceof ConnectionError || error instanceof TimeoutError
  if (isAway) return { cause: error.message, advice: fixes.connection }
  const cause = error instanceof Error ? error.message : String(error)
  return { cause, advice: texts.common.unknownError }
}

function adviceFor({ status, path }: ApiError): string | undefined {
  const { fixes } = texts.common
  // Whoever is signing in has no session yet, and no role: the server's sentence says it all.
  if (path.startsWith(AUTH_PATH) && [401, 403, 404].includes(status)) return undefined
  if (status === 401) return fixes.signedOut
  if (status === 403) return fixes.forbidden
  if (status === 404) return fixes.notFound
  if (status === 429) return fixes.tooMany
  return status >= 500 ? fixes.server : fixes.input
}
