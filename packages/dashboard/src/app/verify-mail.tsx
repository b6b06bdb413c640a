import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { ErrorNotice } from '../components/error-notice.tsx'
import { texts } from '../texts/index.ts'
import { auth } from './auth.ts'
import { useSession } from './session.ts'

/** Reminds whoever has not confirmed their address yet. */
export function VerifyMailBanner() {
  const { user } = useSession()
  const resend = useMutation({
    mutationFn: (email: string) =>
      auth('/send-verification-email', { email, callbackURL: '/dashboard/' }),
  })
  if (user === null || user.isEmailVerified) return null
  return (
    <Alert color="amber" mb="lg" py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{texts.shell.verifyMail(user.email)}</Text>
        <Button
          variant="default"
          size="compact-sm"
          loading={resend.isPending}
          disabled={resend.isSuccess}
          onClick={() => resend.mutate(user.email)}
        >
          {resend.isSuccess ? texts.shell.resent : texts.shell.resend}
        </Button>
      </Group>
      {resend.error && <ErrorNotice error={resend.error} />}
    </Alert>
  )
}
