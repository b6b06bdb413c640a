import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { setupQuery } from '../../app/setup.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { Frame } from './frame.tsx'

const { forgot: words, fields } = texts.entry

export default function ForgotPassword() {
  const [email, setEmail] = useState('')
  const { data: setup } = useQuery(setupQuery)
  const request = useMutation({
    mutationFn: () =>
      auth('/request-password-reset', {
        email: email.trim(),
        redirectTo: '/dashboard/reset-password',
      }),
  })
  return (
    <Frame
      title={request.isSuccess ? words.sentTitle : texts.entry.pages.forgotPassword}
      text={request.isSuccess ? words.sent(email.trim()) : words.text}
    >
      <Stack>
        {setup?.hasMail === false && <Alert color="amber">{words.noMail}</Alert>}
        {!request.isSuccess && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              request.mutate()
            }}
          >
            <Stack>
              <TextInput
                label={fields.email}
                type="email"
                autoComplete="email"
                required
                withAsterisk={false}
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              {request.error && <ErrorNotice error={request.error} />}
              <Button type="submit" size="md" loading={request.isPending}>
                {words.submit}
              </Button>
            </Stack>
          </form>
        )}
        <Text size="sm">
          <Anchor component={Link} to={'/sign-in' as never} inherit>
            {words.back}
          </Anchor>
        </Text>
      </Stack>
    </Frame>
  )
}
