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
import { useEffect, useRef, useState } from 'react'
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
export function TokenForm({ token, clientId, onToken }: TokenFormProps) {
  // What had the focus is gone then.
  const [takesFocus, setTakesFocus] = useState(false)
  const change = (next: TestToken | undefined) => {
    setTakesFocus(true)
    onToken(next)
  }
  return token === undefined ? (
    <Ask clientId={clientId} takesFocus={takesFocus} onToken={change} />
  ) : (
    <Got token={token} takesFocus={takesFocus} onForget={() => change(undefined)} />
  )
}

function useFocus<Element extends HTMLElement>(takesFocus: boolean) {
  const ref = useRef<Element>(null)
  useEffect(() => {
    if (takesFocus) ref.current?.focus()
  }, [takesFocus])
  return ref
}

interface GotProps {
  readonly token: TestToken
  readonly takesFocus: boolean
  readonly onForget: () => void
}

function Got({ token, takesFocus, onForget }: GotProps) {
  const line = useFocus<HTMLDivElement>(takesFocus)
  return (
    <Paper px="md" py="xs">
      <Group justify="space-between" gap="sm">
        <Group gap="xs" ref={line} tabIndex={-1}>
          <StatusChip tone="good" label={words.got} />
          <Text size="sm" className="mono" style={{ overflowWrap: 'anywhere' }}>
            {token.clientId}
          </Text>
        </Group>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onForget}>
          {words.forget}
        </Button>
      </Group>
    </Paper>
  )
}

interface AskProps extends Omit<TokenFormProps, 'token'> {
  readonly takesFocus: boolean
}

function Ask({ clientId: known = '', takesFocus, onToken }: AskProps) {
  const field = useFocus<HTMLInputElement>(takesFocus)
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
              ref={field}
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
