import { Alert, Anchor, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { ConnectionError, TimeoutError } from '@openscrip/sdk'
import { IconLock, IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { audiences } from '../../app/first-calls.ts'
import { type Mode, useMode } from '../../app/mode.ts'
import { mayIn, useSession } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { AnsweredView } from './answered-view.tsx'
import { call, type TestToken } from './call.ts'
import { InputsForm } from './inputs-form.tsx'
import type { Operation } from './operations.ts'
import {
  curlOf,
  firstInputs,
  type Inputs,
  isAboutLive,
  missingOf,
  type Request,
  requestOf,
  withoutSecrets,
} from './request.ts'
import { tokenVariables } from './samples.ts'
import { TokenForm, type TokenFormProps } from './token-form.tsx'
import { refusalOf } from './tryable.ts'

const { try: words, token: tokenWords } = texts.reference

interface TryItProps extends TokenFormProps {
  readonly operation: Operation
}

/** A form that sends a real request to this server; of changes only those that test mode holds. */
export function TryIt({ clientId, token, onToken, ...props }: TryItProps) {
  const mode = useMode()
  const { operation } = props
  const refusal = refusalOf(operation, mode)
  if (refusal !== undefined) {
    const isForTest = refusalOf(operation, 'test') === undefined
    return <NotHere why={words.refused[refusal]} isForTest={isForTest} />
  }
  const isClient = operation.access === 'client'
  return (
    <Stack gap="lg">
      {isClient && <TokenForm clientId={clientId} token={token} onToken={onToken} />}
      <Console key={mode} {...props} mode={mode} clientId={clientId} token={token} />
    </Stack>
  )
}

interface NotHereProps {
  readonly why: string
  readonly isForTest: boolean
}

function NotHere({ why, isForTest }: NotHereProps) {
  const { pathname, search } = useLocation()
  return (
    <Alert color="gray" icon={<IconLock size={18} />}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{why}</Text>
        {isForTest && (
          <Anchor
            component={Link}
            size="sm"
            to={pathname.replace(/^\/live/, '/test') as never}
            search={search as never}
          >
            {words.toTest}
          </Anchor>
        )}
      </Stack>
    </Alert>
  )
}

type ConsoleProps = Omit<TryItProps, 'onToken'> & { readonly mode: Mode }

const beginWith = ({ operation, clientId, mode }: ConsoleProps): Inputs =>
  firstInputs(operation, {
    mode,
    audience: audiences[mode],
    // An order is placed at most once under a name.
    customIdentifier: `try-${Date.now().toString(36)}`,
    ...(clientId !== undefined && { client_id: clientId }),
  })

function Console(props: ConsoleProps) {
  const { operation, token } = props
  const [inputs, setInputs] = useState(() => beginWith(props))
  const [isComplaining, setComplaining] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const sending = useSending(operation, token)
  const send = () =>
    sending.mutate(requestOf(operation, inputs), { onSettled: () => setAsking(false) })
  const missing = missingOf(operation, inputs)
  const begin = () => {
    setComplaining(true)
    if (missing.length > 0) return
    if (operation.isChange) setAsking(true)
    else send()
  }
  const needsToken = operation.access === 'client' && token === undefined
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!needsToken && !sending.isPending) begin()
        }}
      >
        <Section title={words.request}>
          <Stack>
            <InputsForm
              operation={operation}
              inputs={inputs}
              onChange={setInputs}
              missing={isComplaining ? missing : []}
            />
            <Scope operation={operation} />
            <Actions
              isPending={sending.isPending}
              needsToken={needsToken}
              onStartOver={() => setInputs(beginWith(props))}
            />
          </Stack>
        </Section>
      </form>
      <Outcome operation={operation} sending={sending} />
      <Sent operation={operation} inputs={inputs} />
      <ReviewDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words.confirmTitle(operation.summary)}
        action={words.send}
        onConfirm={send}
        isPending={sending.isPending}
        isDestructive={isDestructive(operation)}
        whyNot={isAboutLive(inputs) ? words.liveBody : undefined}
      >
        <Warning operation={operation} inputs={inputs} />
      </ReviewDialog>
    </>
  )
}

/** By what its path calls it, when its method does not. */
const isDestructive = ({ method, path }: Operation): boolean =>
  method === 'DELETE' || /\/(cancel|revoke|rotate)[^/]*$/.test(path)

function useSending(operation: Operation, token: TestToken | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (request: Request) => call(operation, request, token),
    // An answer may hold codes or a token.
    gcTime: 0,
    // What was changed may stand anywhere, and a change whose answer is lost may have been made.
    onSettled: () => {
      if (!operation.isChange) return
      void client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name !== 'openapi.json',
      })
    },
  })
}

interface OutcomeProps {
  readonly operation: Operation
  readonly sending: ReturnType<typeof useSending>
}

function Outcome({ operation, sending: { error, data, variables } }: OutcomeProps) {
  const isLost = error instanceof ConnectionError || error instanceof TimeoutError
  return (
    <>
      <VisuallyHidden role="status">{data && words.announced(data.status)}</VisuallyHidden>
      {error && (
        <ErrorNotice
          error={error}
          {...(isLost && operation.isChange && { fix: words.maybeDone })}
        />
      )}
      {data && variables && (
        <AnsweredView request={variables} answered={data} operation={operation} />
      )}
    </>
  )
}

interface ActionsProps {
  readonly isPending: boolean
  readonly needsToken: boolean
  readonly onStartOver: () => void
}

function Actions({ isPending, needsToken, onStartOver }: ActionsProps) {
  return (
    <Group gap="sm">
      <Button
        type="submit"
        leftSection={<IconSend size={16} />}
        loading={isPending}
        disabled={needsToken}
      >
        {words.send}
      </Button>
      <Button variant="subtle" color="gray" onClick={onStartOver}>
        {words.startOver}
      </Button>
      {needsToken && (
        <Text size="sm" c="dimmed">
          {tokenWords.needed}
        </Text>
      )}
    </Group>
  )
}

/** Says beforehand what the server would refuse. */
function Scope({ operation: { access, scopes } }: Pick<TryItProps, 'operation'>) {
  const granted = useSession().scopes[useMode()]
  const missing = scopes.find((scope) => !mayIn(granted, scope))
  if (access !== 'manager' || missing === undefined) return null
  return (
    <Text size="sm" c="dimmed">
      {texts.common.notAllowed(missing)}
    </Text>
  )
}

interface SentProps {
  readonly operation: Operation
  readonly inputs: Inputs
}

function Warning({ operation, inputs }: SentProps) {
  const { method, path, body } = requestOf(operation, inputs)
  return (
    <Stack gap="sm">
      <CodeBlock code={`${method} ${path}`} title={words.request} wraps />
      {body !== undefined && (
        <JsonView value={withoutSecrets(body, () => '••••••')} title={words.body} maxHeight={240} />
      )}
      <Text size="sm">{words.confirm}</Text>
      {isAboutLive(inputs) && (
        <Text size="sm" fw={620}>
          {words.liveBody}
        </Text>
      )}
    </Stack>
  )
}

function Sent({ operation, inputs }: SentProps) {
  const { access } = operation
  const token = tokenVariables[access]
  const curl = curlOf(requestOf(operation, inputs), { origin: location.origin, token })
  return (
    <Section title={words.sent} text={words.sentAs[access]}>
      <CodeBlock code={curl} title="curl" wraps />
    </Section>
  )
}
