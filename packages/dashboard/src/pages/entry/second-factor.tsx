import { Anchor, Button, Checkbox, PinInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { Frame } from './frame.tsx'

const { secondFactor: words, fields } = texts.entry

/** The step behind the password: a code of the app, or one of those that were kept. */
export function SecondFactor({ onDone }: { readonly onDone: () => void }) {
  const [isBackup, setBackup] = useState(false)
  const [code, setCode] = useState('')
  const [trustDevice, setTrust] = useState(false)
  const verify = useMutation({
    mutationFn: (typed: string) =>
      auth(isBackup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', {
        code: typed.trim(),
        trustDevice,
      }),
    onSuccess: onDone,
    onError: () => setCode(''),
  })
  return (
    <Frame title={words.title} text={isBackup ? words.backupText : words.text}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          verify.mutate(code)
        }}
      >
        <Stack>
          {isBackup ? (
            <TextInput
              label={fields.backupCode}
              value={code}
              autoComplete="one-time-code"
              data-autofocus
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          ) : (
            <PinInput
              length={6}
              size="lg"
              type="number"
              oneTimeCode
              autoFocus
              aria-label={fields.code}
              value={code}
              onChange={setCode}
              onComplete={(complete) => verify.mutate(complete)}
            />
          )}
          <Checkbox
            label={words.trust}
            checked={trustDevice}
            onChange={(event) => setTrust(event.currentTarget.checked)}
          />
          {verify.error && <ErrorNotice error={verify.error} />}
          <Button type="submit" size="md" loading={verify.isPending} disabled={code.trim() === ''}>
            {words.submit}
          </Button>
          <Text size="sm">
            <Anchor
              component="button"
              type="button"
              inherit
              onClick={() => {
                setCode('')
                setBackup(!isBackup)
              }}
            >
              {isBackup ? words.useApp : words.useBackup}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </Frame>
  )
}
