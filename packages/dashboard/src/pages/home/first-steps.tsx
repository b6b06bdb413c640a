import { Button, Group, Stack, Text, ThemeIcon, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCall, useChange } from '../../app/api.ts'
import { callsOf } from '../../app/first-calls.ts'
import { useMay, useSession } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import styles from './first-steps.module.css'
import type { Overview } from './kinds.ts'

const words = texts.home.steps

interface Credentials {
  readonly clientId: string
  /** Known only where the client was made a moment ago. */
  readonly secret: string | undefined
}

/** Three calls with the account's own test client, each checked off when it has arrived. */
export function FirstSteps({ steps }: { readonly steps: Overview['firstSteps'] }) {
  const { user } = useSession()
  const { credentials, ...source } = useCredentials()
  const calls = callsOf({
    origin: location.origin,
    clientId: credentials?.clientId,
    secret: credentials?.secret,
    email: user?.email,
  })
  const list = [
    [steps.tokenFetched, words.token, words.tokenText, calls.token],
    [steps.catalogueRead, words.catalogue, words.catalogueText, calls.catalogue],
    [steps.firstOrder, words.order, words.orderText, calls.order],
  ] as const
  const done = list.filter(([isDone]) => isDone).length
  const current = list.findIndex(([isDone]) => !isDone)
  return (
    <Section
      title={words.title}
      text={words.text}
      actions={
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {words.done(done)}
        </Text>
      }
    >
      <Stack gap="md">
        <Client credentials={credentials} {...source} />
        <ol className={styles.steps}>
          {list.map(([isDone, title, text, code], index) => (
            <Step
              key={title}
              number={index + 1}
              title={title}
              text={text}
              isDone={isDone}
              isCurrent={index === current}
            >
              <CodeBlock code={code} title="sh" wraps />
            </Step>
          ))}
        </ol>
      </Stack>
    </Section>
  )
}

interface StepProps {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly isDone: boolean
  readonly isCurrent: boolean
  readonly children: ReactNode
}

function Step({ number, title, text, isDone, isCurrent, children }: StepProps) {
  return (
    <li className={styles.step} data-done={isDone} aria-current={isCurrent ? 'step' : undefined}>
      <ThemeIcon
        size={26}
        radius="xl"
        variant={isDone ? 'filled' : 'light'}
        color={isDone || isCurrent ? 'spruce' : 'gray'}
      >
        {isDone ? <IconCheck size={15} aria-hidden /> : <span className="tabular">{number}</span>}
      </ThemeIcon>
      <div className={styles.body}>
        <Text fw={600} {...(isDone && { c: 'dimmed' })}>
          {title}
          <VisuallyHidden aria-live="polite">{isDone ? words.isDone : words.isOpen}</VisuallyHidden>
        </Text>
        {!isDone && (
          <>
            <Text size="sm" c="dimmed" mb={6}>
              {text}
            </Text>
            {children}
          </>
        )}
      </div>
    </li>
  )
}

/** Shown once: whoever leaves while it is made finds it when they come back. */
let madeHere: Credentials | undefined

/** The account's first test client, or the one that is made here. */
function useCredentials() {
  const mayRead = useMay('clients:read', 'test')
  const mayCreate = useMay('clients:write', 'test')
  const [made, setMade] = useState(madeHere)
  const clients = useCall('GET /clients', { query: { mode: 'test' } }, { isEnabled: mayRead })
  const create = useChange('POST /clients', ['GET /clients'], {
    keepsSecret: true,
    onDone: ({ clientId, clientSecret }) => {
      madeHere = { clientId, secret: clientSecret }
      setMade(madeHere)
    },
  })
  const known = clients.data?.find(({ revokedAt }) => revokedAt === null)
  const first = known && { clientId: known.clientId, secret: undefined }
  return {
    credentials: made ?? first,
    isKnown: clients.data !== undefined || !mayRead,
    mayCreate,
    isCreating: create.isPending,
    error: create.error,
    onCreate: () => create.mutate({ query: { mode: 'test' }, body: { name: words.clientName } }),
  }
}

type ClientProps = Omit<ReturnType<typeof useCredentials>, 'credentials'> & {
  readonly credentials: Credentials | undefined
}

function Client(props: ClientProps) {
  const { credentials, isKnown, mayCreate, isCreating, error, onCreate } = props
  if (!isKnown) return null
  if (credentials === undefined) {
    return (
      <Stack gap="xs">
        <Group gap="sm">
          <Text size="sm">{mayCreate ? words.noClient : words.askDeveloper}</Text>
          {mayCreate && (
            <Button size="compact-sm" loading={isCreating} onClick={onCreate}>
              {words.create}
            </Button>
          )}
        </Group>
        {error && <ErrorNotice error={error} />}
      </Stack>
    )
  }
  return (
    <Text size="sm" c="dimmed" component="div">
      {words.client} <CopyableId value={credentials.clientId} />{' '}
      {credentials.secret === undefined ? words.secretOf : words.created}{' '}
      <PageLink to="/developers/api-settings" size="sm" underline="always">
        {words.settings}
      </PageLink>
    </Text>
  )
}
