import {
  Alert,
  Anchor,
  Button,
  Divider,
  Group,
  Input,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { hasPasskeys, signInByPasskey, wasStopped } from '../../app/passkeys.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { arrive } from './arrive.ts'
import { Frame } from './frame.tsx'
import { SecondFactor } from './second-factor.tsx'

const { signIn: words, fields } = texts.entry

interface Search {
  readonly next?: string
  /** The token of a one-time link, from the server's banner. */
  readonly link?: string
  readonly email?: string
  readonly reset?: string
}

export default function SignIn() {
  const search = useSearch({ strict: false }) as Search
  return search.link === undefined ? (
    <PasswordSignIn search={search} />
  ) : (
    <LinkSignIn search={search} link={search.link} />
  )
}

function LinkSignIn({ search, link }: { readonly search: Search; readonly link: string }) {
  // Asked once: the link works once.
  const { error } = useQuery({
    queryKey: ['sign-in-link', link],
    queryFn: async () => {
      await auth('/sign-in/link', { token: link })
      arrive(search.next)
      return true
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  if (error === null) return <Frame title={words.byLink}>{null}</Frame>
  return (
    <PasswordSignIn search={search} notice={<ErrorNotice error={error} fix={words.linkFailed} />} />
  )
}

interface PasswordSignInProps {
  readonly search: Search
  readonly notice?: React.ReactNode
}

function PasswordSignIn({ search: { next, email = '', reset }, notice }: PasswordSignInProps) {
  const [needsSecond, setNeedsSecond] = useState(false)
  const form = useForm({ initialValues: { email, password: '' } })
  const signIn = useMutation({
    mutationFn: (values: typeof form.values) =>
      auth<{ readonly twoFactorRedirect?: boolean }>('/sign-in/email', values),
    onSuccess: ({ twoFactorRedirect }) => {
      if (twoFactorRedirect) setNeedsSecond(true)
      else arrive(next)
    },
  })
  if (needsSecond) return <SecondFactor onDone={() => arrive(next)} />
  return (
    <Frame title={texts.entry.pages.signIn} text={words.text}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack>
          {notice}
          {reset && <Alert color="spruce">{texts.entry.reset.done}</Alert>}
          <TextInput
            label={fields.email}
            type="email"
            autoComplete="username webauthn"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <div>
            <Group justify="space-between" mb={4}>
              <Input.Label htmlFor="password" mb={0}>
                {fields.password}
              </Input.Label>
              <Anchor component={Link} to={'/forgot-password' as never} size="sm">
                {words.forgot}
              </Anchor>
            </Group>
            <PasswordInput
              id="password"
              autoComplete="current-password"
              required
              {...form.getInputProps('password')}
            />
          </div>
          {signIn.error && <ErrorNotice error={signIn.error} />}
          <Button type="submit" size="md" loading={signIn.isPending}>
            {words.submit}
          </Button>
        </Stack>
      </form>
      {hasPasskeys() && <PasskeyButton next={next} />}
      <Text size="sm" c="dimmed" mt="lg">
        {words.noAccount}{' '}
        <Anchor component={Link} to={'/sign-up' as never} inherit underline="always">
          {words.toSignUp}
        </Anchor>
      </Text>
    </Frame>
  )
}

function PasskeyButton({ next }: { readonly next: string | undefined }) {
  const signIn = useMutation({ mutationFn: signInByPasskey, onSuccess: () => arrive(next) })
  return (
    <Stack mt="md">
      <Divider label={words.or} />
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={18} />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate()}
      >
        {words.withPasskey}
      </Button>
      {signIn.error &&
        (wasStopped(signIn.error) ? (
          <Text size="sm" c="dimmed" role="status">
            {words.passkeyEnded}
          </Text>
        ) : (
          <ErrorNotice error={signIn.error} />
        ))}
    </Stack>
  )
}
