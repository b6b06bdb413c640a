import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { NewPasswordField, PASSWORD_MIN } from '../../components/password-field.tsx'
import { texts } from '../../texts/index.ts'
import { arrive } from './arrive.ts'
import { Frame } from './frame.tsx'

const { reset: words, fields, problems } = texts.entry

export default function ResetPassword() {
  const { token } = useSearch({ strict: false }) as { readonly token?: string }
  const [newPassword, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const reset = useMutation({
    mutationFn: () => auth('/reset-password', { newPassword, token }),
    onSuccess: () => arrive('/sign-in?reset=1'),
  })
  const isShort = newPassword.length < PASSWORD_MIN
  if (token === undefined) {
    return (
      <Frame title={texts.entry.pages.resetPassword} text={words.missing}>
        {null}
      </Frame>
    )
  }
  return (
    <Frame title={texts.entry.pages.resetPassword} text={words.text}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (!isShort) reset.mutate()
        }}
      >
        <Stack>
          <NewPasswordField
            label={fields.newPassword}
            value={newPassword}
            error={isChecked && isShort && problems.password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {reset.error && <ErrorNotice error={reset.error} />}
          <Button type="submit" size="md" loading={reset.isPending}>
            {words.submit}
          </Button>
        </Stack>
      </form>
    </Frame>
  )
}
