import { Group, Text, Tooltip } from '@mantine/core'
import type { OperationOutput } from '../../app/api.ts'
import { wholeTime } from '../../app/time.ts'
import { timeZone } from '../../app/time-zone.ts'
import type { Column } from '../../components/data-table.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { StatusChip, toneOfStatus } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import type { Client } from './client.ts'

const { requests: words, request: fields } = texts.developers

export type LoggedRequest = OperationOutput<'GET /requests'>['content'][number]

export const nameOf = (clients: readonly Client[], id: string): string =>
  clients.find(({ clientId }) => clientId === id)?.name ?? id

export function HttpStatus({ status }: { readonly status: number }) {
  return (
    <span style={{ display: 'inline-block', minWidth: '4rem' }}>
      <StatusChip tone={toneOfStatus(status)} label={String(status)} />
    </span>
  )
}

/** `12.3 ms`, `1.20 s`. */
export const durationText = (milliseconds: number): string =>
  milliseconds >= 1_000
    ? `${(milliseconds / 1_000).toFixed(2)}\u00a0s`
    : `${milliseconds.toFixed(1)}\u00a0ms`

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  timeZone,
})
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone,
})
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeZone })

/** To the millisecond for today's, with the day for others. */
function LogTime({ at }: { readonly at: string }) {
  const date = new Date(at)
  const isToday = day.format(date) === day.format(Date.now())
  return (
    <Tooltip label={`${wholeTime(date)}\n${at}`} style={{ whiteSpace: 'pre-line' }}>
      <Text component="time" inherit dateTime={at} c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {(isToday ? clock : dayAndClock).format(date)}
      </Text>
    </Tooltip>
  )
}

export const columnsWith = (clients: readonly Client[]): readonly Column<LoggedRequest>[] => [
  {
    key: 'status',
    title: words.status,
    width: 84,
    render: ({ status }) => <HttpStatus status={status} />,
  },
  {
    key: 'request',
    title: words.request,
    render: ({ method, path, query, errorCode, at }, shows) => (
      <div style={{ minWidth: 0 }}>
        <Group gap={8} wrap="nowrap" className="mono">
          <Text span inherit fw={620} w="3.2em">
            {method}
          </Text>
          <Text span inherit truncate maw={{ base: 190, sm: 380, lg: 520 }}>
            {path}
            {query !== '' && (
              <Text span inherit c="dimmed">
                ?{query}
              </Text>
            )}
          </Text>
        </Group>
        {errorCode !== null && !shows('code') && (
          <Text size="xs" c="dimmed" className="mono">
            {errorCode}
          </Text>
        )}
        {shows('when') === 'wide' && (
          <Text size="xs" component="div" hiddenFrom="sm">
            <LogTime at={at} />
          </Text>
        )}
      </div>
    ),
  },
  {
    key: 'code',
    title: words.codeColumn,
    isOptional: true,
    render: ({ errorCode }) =>
      errorCode !== null && (
        <Text inherit className="mono" style={{ whiteSpace: 'nowrap' }}>
          {errorCode}
        </Text>
      ),
  },
  {
    key: 'client',
    title: words.client,
    isWideOnly: true,
    render: ({ clientId }) => (
      <Text inherit truncate maw={180}>
        {nameOf(clients, clientId)}
      </Text>
    ),
  },
  {
    key: 'order',
    title: words.orderColumn,
    align: 'right',
    isWideOnly: true,
    render: ({ transactionId }) =>
      transactionId !== null && (
        <PageLink inherit to={`/orders/${transactionId}`}>
          {transactionId}
        </PageLink>
      ),
  },
  {
    key: 'address',
    title: fields.address,
    isOptional: true,
    render: ({ address }) => (
      <Text inherit className="mono" style={{ whiteSpace: 'nowrap' }}>
        {address}
      </Text>
    ),
  },
  {
    key: 'program',
    title: fields.userAgent,
    isOptional: true,
    render: ({ userAgent }) => (
      <Text inherit truncate maw={200} title={userAgent}>
        {userAgent}
      </Text>
    ),
  },
  {
    key: 'id',
    title: fields.id,
    isOptional: true,
    render: ({ id }) => (
      <Text inherit className="mono" style={{ whiteSpace: 'nowrap' }}>
        {id}
      </Text>
    ),
  },
  {
    key: 'duration',
    title: words.duration,
    align: 'right',
    width: 110,
    isWideOnly: true,
    render: ({ milliseconds }) => durationText(milliseconds),
  },
  {
    key: 'when',
    title: words.when,
    align: 'right',
    isWideOnly: true,
    render: ({ at }) => <LogTime at={at} />,
  },
]
