import { Alert, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import type { Client } from './client.ts'
import { durationText, HttpStatus, nameOf } from './request-columns.tsx'
import { curlOf } from './request-curl.ts'

const { request: words, explanations } = texts.developers

type Detail = OperationOutput<'GET /requests/{requestId}'>

export interface RequestPanelProps {
  /** Empty while nothing is open. */
  readonly id: string
  readonly clients: readonly Client[]
  readonly onClose: () => void
}

/** One request: what was sent, what was answered, and what that means. */
export function RequestPanel({ id, clients, onClose }: RequestPanelProps) {
  const mode = useMode()
  const { data, error } = useCall(
    'GET /requests/{requestId}',
    { path: { requestId: id }, query: { mode } },
    { isEnabled: id !== '' },
  )
  return (
    <Drawer
      opened={id !== ''}
      onClose={onClose}
      size="xl"
      title={
        data === undefined ? (
          <Text inherit fw={620}>
            {words.sent}
          </Text>
        ) : (
          <Heading detail={data} />
        )
      }
    >
      <Stack>
        {error && <ErrorNotice error={error} />}
        {data === undefined && !error && <Loading />}
        {data && <Body detail={data} clients={clients} />}
      </Stack>
    </Drawer>
  )
}

function Loading() {
  return (
    <Stack aria-busy>
      {[60, 80, 40, 70].map((width) => (
        <Skeleton key={width} h={14} w={`${width}%`} />
      ))}
      <Skeleton h={160} />
    </Stack>
  )
}

function Heading({ detail: { status, method, path } }: { readonly detail: Detail }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <HttpStatus status={status} />
      <Text inherit className="mono" fw={620} style={{ overflowWrap: 'anywhere' }}>
        {method} {path}
      </Text>
    </Group>
  )
}

interface BodyProps {
  readonly detail: Detail
  readonly clients: readonly Client[]
}

function Body({ detail, clients }: BodyProps) {
  const { headers, requestBody, responseBody } = detail
  return (
    <>
      {detail.status >= 400 && <Explanation detail={detail} />}
      <Facts detail={detail} clients={clients} />
      <Title order={2} fz="h3">
        {words.sent}
      </Title>
      <CodeBlock code={headerText(headers)} title={words.headers} wraps />
      {requestBody !== null && <JsonView value={requestBody} title={words.body} maxHeight={320} />}
      <Title order={2} fz="h3">
        {words.answered}
      </Title>
      {responseBody === null ? (
        <Text size="sm" c="dimmed">
          {words.noBody}
        </Text>
      ) : (
        <JsonView value={responseBody} title={words.body} maxHeight={320} />
      )}
      <Title order={2} fz="h3">
        {words.again}
      </Title>
      <CodeBlock code={curlOf(detail)} title="curl" wraps />
      <Text size="xs" c="dimmed">
        {words.redacted}
      </Text>
    </>
  )
}

const headerText = (headers: Detail['headers']): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** The refusal in the server's words, why it came, and what helps. */
function Explanation({ detail }: { readonly detail: Detail }) {
  const { errorCode, responseBody, method, route } = detail
  const known = errorCode === null ? undefined : explanations[errorCode]
  const sentence = messageOf(responseBody)
  const title = route === null ? words.noEndpoint : (sentence ?? errorCode ?? words.why)
  return (
    <Alert color={detail.status >= 500 ? 'red' : 'amber'} title={title}>
      <Stack gap={6}>
        {known && <Text size="sm">{known.why}</Text>}
        {known && (
          <Text size="sm">
            <Text span inherit fw={620}>
              {words.fix}:
            </Text>{' '}
            {known.fix}
          </Text>
        )}
        <Group gap="md">
          {errorCode !== null && (
            <PageLink to="/developers/requests" search={{ code: errorCode }} size="sm">
              <span className="mono">{errorCode}</span>
            </PageLink>
          )}
          <PageLink
            to="/developers/reference"
            search={route === null ? {} : { operation: `${method} ${route}` }}
            size="sm"
          >
            {words.reference}
          </PageLink>
        </Group>
      </Stack>
    </Alert>
  )
}

function messageOf(body: string | null): string | undefined {
  try {
    const { message } = JSON.parse(body ?? '') as { readonly message?: unknown }
    return typeof message === 'string' ? message : undefined
  } catch {
    return undefined
  }
}

function Facts({ detail, clients }: BodyProps) {
  const { id, at, milliseconds, clientId, route, query, transactionId } = detail
  const { address, userAgent } = detail
  return (
    <Details
      items={[
        { label: words.id, value: <CopyableId value={id} what={words.id} /> },
        { label: words.time, value: <DateTime at={at} look="absolute" /> },
        { label: words.duration, value: durationText(milliseconds) },
        {
          label: words.client,
          value: (
            <PageLink to="/developers/api-settings" search={{ client: clientId }}>
              {nameOf(clients, clientId)}
            </PageLink>
          ),
        },
        {
          label: words.endpoint,
          value: route === null ? texts.common.none : <span className="mono">{route}</span>,
        },
        ...(query === ''
          ? []
          : [{ label: words.query, value: <span className="mono">{query}</span> }]),
        ...(transactionId === null
          ? []
          : [
              {
                label: words.order,
                value: <PageLink to={`/orders/${transactionId}`}>{transactionId}</PageLink>,
              },
            ]),
        { label: words.address, value: <span className="mono">{address}</span> },
        { label: words.userAgent, value: userAgent || texts.common.none },
      ]}
    />
  )
}
