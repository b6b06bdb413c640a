import {
  Button,
  Group,
  Paper,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { ApiError } from '@openscrip/sdk'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { fetchToken, type TestToken } from './call.ts'

const { token: words } = texts.reference

export interface TokenFormProps {
  /** Of a test client of the account, to begin with. */
  readonly clientId: string | undefined
  readonly token: TestToken | undefined
  readonly onToken: (token: TestToken | undefined) => void
}

/** Asks for the secret of a test client once; what is kept is a token, by the page and no longer. */
export function TokenForm({ token, ...props }: TokenFormProps) {
  if (token === undefined) return <Ask {...props} />
  return (
    <Paper px="md" py="xs">
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <StatusChip tone="good" label={words.got} />
          <Text size="sm" className="mono" style={{ overflowWrap: 'anywhere' }}>
            {token.clientId}
          </Text>
        </Group>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => props.onToken(undefined)}
        >
          {words.forget}
        </Button>
      </Group>
    </Paper>
  )
}

function Ask({ clientId: known = '', onToken }: Omit<TokenFormProps, 'token'>) {
  const [typedId, setTypedId] = useState<string>()
  const [secret, setSecret] = useState('')
  const clientId = typedId ?? known
  const fetching = useMutation({
    mutationFn: () => fetchToken(clientId.trim(), secret.trim()),
    gcTime: 0,
    onSuccess: onToken,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        fetching.mutate()
      }}
    >
      <Section title={words.title} text={words.text}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="sm">
            <TextInput
              label={words.clientId}
              value={clientId}
              onChange={(event) => setTypedId(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
            />
            <PasswordInput
              label={words.secret}
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
              autoComplete="off"
            />
          </SimpleGrid>
          {fetching.error && (
            <ErrorNotice
              error={fetching.error}
              {...(fetching.error instanceof ApiError && { fix: words.refused })}
            />
          )}
          <Group gap="sm">
            <Button
              type="submit"
              loading={fetching.isPending}
              disabled={clientId.trim() === '' || secret.trim() === ''}
            >
              {words.get}
            </Button>
            <Text size="sm" c="dimmed">
              {words.make} <PageLink to="/developers/api-settings">{words.settings}</PageLink>.
            </Text>
          </Group>
        </Stack>
      </Section>
    </form>
  )
}
