import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { chooseAccount } from '../../app/account.ts'
import { auth } from '../../app/auth.ts'
import { setupQuery } from '../../app/setup.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { NewPasswordField, PASSWORD_MIN } from '../../components/password-field.tsx'
import { texts } from '../../texts/index.ts'
import { AccountFields, checkAccount } from './account-fields.tsx'
import { arrive } from './arrive.ts'
import { Frame } from './frame.tsx'
import { openAccount } from './opening.ts'

const { signUp: words, fields, problems } = texts.entry

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())

export default function SignUp() {
  const { data: setup } = useQuery(setupQuery)
  // Whoever comes from an invitation manages the account that it is for.
  const { invitation, email = '' } = useSearch({ strict: false }) as {
    readonly invitation?: string
    readonly email?: string
  }
  const isClosed = setup?.signUp === 'invited' && invitation === undefined
  return (
    <Frame
      title={isClosed ? words.closedTitle : texts.entry.pages.signUp}
      text={isClosed ? words.closed : invitation === undefined ? words.text : undefined}
    >
      {!isClosed && <SignUpForm invitation={invitation} email={email} />}
      <Text size="sm" c="dimmed" mt="lg">
        {words.have}{' '}
        <Anchor component={Link} to={'/sign-in' as never} inherit underline="always">
          {words.toSignIn}
        </Anchor>
      </Text>
    </Frame>
  )
}

interface SignUpFormProps {
  readonly invitation: string | undefined
  readonly email: string
}

const initialAccount = { accountName: '', countryCode: '', currencyCode: '' }

function SignUpForm({ invitation, email }: SignUpFormProps) {
  // The person is made first: when the account then fails, only the account is asked for again.
  const [isSignedUp, setSignedUp] = useState(false)
  const form = useForm({
    initialValues: { name: '', email, password: '', ...initialAccount },
    validate: (values) => ({
      ...(values.name.trim() === '' && { name: problems.name }),
      ...(!isAddress(values.email) && { email: problems.email }),
      ...(values.password.length < PASSWORD_MIN && { password: problems.password }),
      ...(invitation === undefined && checkAccount(values)),
    }),
  })
  const signUp = useMutation({
    mutationFn: async ({ name, email: address, password, ...account }: typeof form.values) => {
      if (!isSignedUp) {
        await auth('/sign-up/email', { name: name.trim(), email: address.trim(), password })
        setSignedUp(true)
      }
      if (invitation === undefined) chooseAccount((await openAccount(account)).id)
    },
    onSuccess: () =>
      arrive(
        invitation === undefined
          ? '/test'
          : `/invitation?${new URLSearchParams({ token: invitation })}`,
      ),
  })
  return (
    <form onSubmit={form.onSubmit((values) => signUp.mutate(values))} noValidate>
      <Stack>
        {isSignedUp ? (
          <Text size="sm">{words.onlyAccount}</Text>
        ) : (
          <>
            <TextInput label={fields.name} autoComplete="name" {...form.getInputProps('name')} />
            <TextInput
              label={fields.email}
              type="email"
              autoComplete="email"
              readOnly={email !== ''}
              {...form.getInputProps('email')}
            />
            <NewPasswordField
              label={fields.password}
              {...form.getInputProps('password')}
              value={form.values.password}
            />
          </>
        )}
        {invitation === undefined && (
          <AccountFields
            values={form.values}
            errors={form.errors}
            onChange={(change) => form.setValues(change)}
          />
        )}
        {signUp.error && <ErrorNotice error={signUp.error} />}
        <Button type="submit" size="md" loading={signUp.isPending}>
          {isSignedUp ? texts.entry.open.submit : words.submit}
        </Button>
      </Stack>
    </form>
  )
}
