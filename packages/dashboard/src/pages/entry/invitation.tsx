import { Alert, Button, Stack, Text } from '@mantine/core'
import { ApiError } from '@openscrip/sdk'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { chooseAccount } from '../../app/account.ts'
import { api } from '../../app/api.ts'
import { signOut } from '../../app/auth.ts'
import { sessionQuery } from '../../app/session.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { arrive } from './arrive.ts'
import { Frame } from './frame.tsx'

const { invitation: words, pages, open } = texts.entry

export default function Invitation() {
  const { token = '' } = useSearch({ strict: false }) as { readonly token?: string }
  const { data: session, error: sessionError, refetch } = useQuery(sessionQuery)
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.request('POST /invitations/look', { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) {
    return (
      <Frame title={pages.invitation}>
        <ErrorNotice
          error={error}
          {...(error instanceof ApiError && error.status === 404 && { fix: words.missing })}
        />
      </Frame>
    )
  }
  if (session === undefined && sessionError) {
    return (
      <Frame title={pages.invitation}>
        <ErrorNotice error={sessionError} onRetry={() => void refetch()} />
      </Frame>
    )
  }
  if (invitation === undefined || session === undefined) {
    return <Frame title={pages.invitation}>{null}</Frame>
  }
  const { invitedBy, accountName, role, email } = invitation
  return (
    <Frame title={accountName} text={words.text(invitedBy, accountName)}>
      <Stack>
        <Text>{words.as(texts.settings.roles.names[role])}</Text>
        <Text c="dimmed" size="sm">
          {texts.settings.roles.texts[role]}
        </Text>
        {session === null ? (
          <SignInChoice token={token} email={email} />
        ) : (
          <Accept token={token} email={email} mine={session.user?.email ?? ''} />
        )}
      </Stack>
    </Frame>
  )
}

interface SignInChoiceProps {
  readonly token: string
  readonly email: string
}

function SignInChoice({ token, email }: SignInChoiceProps) {
  const next = `/invitation?${new URLSearchParams({ token })}`
  return (
    <>
      <Button
        component={Link}
        size="md"
        to={'/sign-up' as never}
        search={{ invitation: token, email } as never}
      >
        {words.signUp}
      </Button>
      <Button
        component={Link}
        size="md"
        variant="default"
        to={'/sign-in' as never}
        search={{ next, email } as never}
      >
        {words.signIn}
      </Button>
    </>
  )
}

function Accept({ token, email, mine }: SignInChoiceProps & { readonly mine: string }) {
  const accept = useMutation({
    mutationFn: () => api.request('POST /invitations/accept', { body: { token } }),
    onSuccess: async () => {
      // The newest account is the one that was just joined.
      chooseAccount(undefined)
      const session = await api.request('GET /session', {})
      chooseAccount(session.accounts.at(-1)?.id)
      arrive('/test')
    },
  })
  const leave = useMutation({ mutationFn: signOut })
  if (email.toLowerCase() !== mine.toLowerCase()) {
    return (
      <>
        <Alert color="amber">{words.other(email, mine)}</Alert>
        {leave.error && <ErrorNotice error={leave.error} />}
        <Button
          variant="default"
          size="md"
          loading={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {open.signOut}
        </Button>
      </>
    )
  }
  return (
    <>
      {accept.error && <ErrorNotice error={accept.error} />}
      <Button size="md" loading={accept.isPending} onClick={() => accept.mutate()}>
        {words.accept}
      </Button>
    </>
  )
}
