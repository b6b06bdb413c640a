import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
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
import { call } from './call.ts'
import { InputsForm } from './inputs-form.tsx'
import type { Operation } from './operations.ts'
import { curlOf, exampleInputs, type Inputs, isAboutLive, missingOf, requestOf } from './request.ts'
import { tokenVariables } from './samples.ts'
import { TokenForm, type TokenFormProps } from './token-form.tsx'

const { try: words, token: tokenWords } = texts.reference

interface TryItProps extends TokenFormProps {
  readonly operation: Operation
}

/** A form that sends a real request to this server; live mode is read and never changed. */
export function TryIt({ clientId, token, onToken, ...props }: TryItProps) {
  const mode = useMode()
  const { operation } = props
  const whyNot = mode === 'live' ? whyNotLive(operation) : undefined
  if (whyNot !== undefined) return <NotInLive why={whyNot} />
  const isClient = operation.access === 'client'
  return (
    <Stack gap="lg">
      {isClient && <TokenForm clientId={clientId} token={token} onToken={onToken} />}
      <Console key={mode} {...props} mode={mode} clientId={clientId} token={token} />
    </Stack>
  )
}

function whyNotLive({ api, isChange }: Operation): string | undefined {
  if (api === 'giftCards') return words.testOnly
  return isChange ? words.readOnly : undefined
}

function NotInLive({ why }: { readonly why: string }) {
  const { pathname, search } = useLocation()
  return (
    <Alert color="gray" icon={<IconLock size={18} />}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{why}</Text>
        <Anchor
          component={Link}
          size="sm"
          to={pathname.replace(/^\/live/, '/test') as never}
          search={search as never}
        >
          {words.toTest}
        </Anchor>
      </Stack>
    </Alert>
  )
}

type ConsoleProps = Omit<TryItProps, 'onToken'> & { readonly mode: Mode }

/** The inputs as the document's example has them, with what is one's own. */
const beginWith = ({ operation, clientId, mode }: ConsoleProps): Inputs =>
  exampleInputs(operation, {
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
  const request = requestOf(operation, inputs)
  const sending = useMutation({
    mutationFn: () => call(operation, request, token),
    // An answer may hold codes or a token.
    gcTime: 0,
    onSettled: () => setAsking(false),
  })
  const missing = missingOf(operation, inputs)
  const begin = () => {
    setComplaining(true)
    if (missing.length > 0) return
    if (operation.isChange) setAsking(true)
    else sending.mutate()
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
      {sending.error && <ErrorNotice error={sending.error} />}
      {sending.data && <AnsweredView answered={sending.data} operation={operation} />}
      <Sent operation={operation} inputs={inputs} />
      <ReviewDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words.confirmTitle(operation.summary)}
        action={words.send}
        onConfirm={() => sending.mutate()}
        isPending={sending.isPending}
        isDestructive={operation.method === 'DELETE'}
        whyNot={isAboutLive(inputs) ? words.liveBody : undefined}
      >
        <Warning operation={operation} inputs={inputs} />
      </ReviewDialog>
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
  const hasMode = operation.parameters.some(({ name }) => name === 'mode')
  const isWider = operation.api === 'management' && !hasMode
  return (
    <Stack gap="sm">
      <CodeBlock code={`${method} ${path}`} title={words.request} wraps />
      {body !== undefined && <JsonView value={body} title={words.body} maxHeight={240} />}
      <Text size="sm">{words.confirm}</Text>
      {isWider && <Text size="sm">{words.confirmAccount}</Text>}
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
  const isSession = access === 'manager' || access === 'session'
  const text = isSession ? words.asSession : access === 'client' ? words.masked : words.asNobody
  return (
    <Section title={words.sent} text={text}>
      <CodeBlock code={curl} title="curl" wraps />
    </Section>
  )
}
