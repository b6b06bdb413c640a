import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { auth } from '../../app/auth.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { arrive } from './arrive.ts'
import { Frame } from './frame.tsx'

const { verify: words, pages } = texts.entry

export default function VerifyEmail() {
  const { token = '' } = useSearch({ strict: false }) as { readonly token?: string }
  const { error, isSuccess } = useQuery({
    queryKey: ['verify-email', token],
    queryFn: () => auth<unknown>(`/verify-email?${new URLSearchParams({ token })}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  return (
    <Frame
      title={pages.verifyEmail}
      text={isSuccess ? words.done : error ? undefined : words.working}
    >
      {error && <ErrorNotice error={error} fix={words.failed} />}
      {(isSuccess || error) && (
        <Button size="md" mt="md" onClick={() => arrive('/')}>
          {words.go}
        </Button>
      )}
    </Frame>
  )
}
