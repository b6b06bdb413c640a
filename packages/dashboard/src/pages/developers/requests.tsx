import { Button, Group, Stack, Text } from '@mantine/core'
import { IconListDetails, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { type Mode, useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { ColumnMenu, useColumns } from '../../components/column-menu.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LivePill } from '../../components/live-pill.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import type { Client } from './client.ts'
import { columnsWith } from './request-columns.tsx'
import { type Filter, isFiltered, noFilter, queryOf, RequestFilters } from './request-filters.tsx'
import { RequestPanel } from './request-panel.tsx'
import { curlSample } from './samples.ts'

const { requests: words, pages } = texts.developers

type Page = OperationOutput<'GET /requests'>

const PAGE_SIZE = 50
const FOLLOW_MS = 2_000

export default function Requests() {
  const mode = useMode()
  const [state, setState] = useUrlState({ ...noFilter, before: '', paused: '', request: '' })
  const { before, paused, request, ...filter } = state
  const isNewest = before === ''
  const isPaused = isNewest && paused !== ''
  const { query, shown, news, isStale, error, refetch } = useLog(filter, before, isPaused)
  const clients = useClients(mode)
  const columns = useColumns('requests', columnsWith(clients))
  const find = (change: Partial<Filter>, replace = false) =>
    setState({ ...change, before: '' }, { replace })
  return (
    <>
      <PageHeader
        title={pages.requests}
        text={words.text}
        actions={
          <>
            <ViewAsApi path="/requests" query={query} />
            {isNewest && (
              <FollowButton
                isPaused={isPaused}
                onToggle={() => setState({ paused: isPaused ? '' : '1' }, { replace: true })}
              />
            )}
          </>
        }
      />
      <RequestFilters
        filter={filter}
        clients={clients}
        onChange={find}
        actions={
          <>
            {news > 0 && <LivePill count={news} onShow={() => setState({ paused: '' })} />}
            <ColumnMenu {...columns.menu} />
          </>
        }
      />
      <DataTable
        name={pages.requests}
        rows={shown?.content}
        error={error}
        onRetry={() => void refetch()}
        isStale={isStale}
        keyOf={({ id }) => id}
        onOpen={({ id }) => setState({ request: id })}
        columns={columns.shown}
        empty={
          <Nothing
            mode={mode}
            clients={clients}
            filter={filter}
            next={shown?.next ?? null}
            onClear={() => find(noFilter)}
            onGoOn={(next) => setState({ before: next })}
          />
        }
        paging={{
          kind: 'feed',
          hasMore: shown?.hasMore ?? false,
          isFirst: isNewest,
          onOlder: () => setState({ before: shown?.next ?? '' }),
          onNewest: () => setState({ before: '' }),
        }}
      />
      <Omitted page={shown} />
      <RequestPanel
        id={request}
        clients={clients}
        onClose={() => setState({ request: '' }, { replace: true })}
      />
    </>
  )
}

/** Names of clients; empty for whoever may not see them. */
function useClients(mode: Mode): readonly Client[] {
  const may = useMay('clients:read')
  const { data } = useCall('GET /clients', { query: { mode } }, { isEnabled: may })
  return data ?? []
}

/** A page of the log: the newest ones follow what comes, unless they are paused. */
function useLog(filter: Filter, before: string, isPaused: boolean) {
  const mode = useMode()
  const isNewest = before === ''
  const query = { mode, limit: PAGE_SIZE, ...queryOf(filter), ...(!isNewest && { before }) }
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /requests',
    { query },
    { keepsLast: true, ...(isNewest && { everyMs: FOLLOW_MS }) },
  )
  // What was chosen, not the query: the beginning of `the last hour` moves on by itself.
  const key = JSON.stringify({ mode, ...filter })
  const { shown, news } = useTail(data, isPlaceholderData, isPaused, key)
  return { query, shown, news, error, refetch, isStale: isPlaceholderData && shown === data }
}

/** The page as it was when the table was stopped, and how many requests have come since. */
function useTail(page: Page | undefined, isOfBefore: boolean, isStopped: boolean, key: string) {
  const [kept, setKept] = useState<{ readonly key: string; readonly page: Page }>()
  useEffect(() => {
    if (!isStopped) setKept(undefined)
    else if (page !== undefined && !isOfBefore && kept?.key !== key) setKept({ key, page })
  }, [isStopped, page, isOfBefore, key, kept])
  const stopped = isStopped && kept?.key === key ? kept.page : undefined
  const newest = stopped?.content[0]?.id ?? ''
  const news =
    stopped === undefined ? 0 : (page?.content.filter(({ id }) => id > newest).length ?? 0)
  return { shown: stopped ?? page, news }
}

interface FollowButtonProps {
  readonly isPaused: boolean
  readonly onToggle: () => void
}

function FollowButton({ isPaused, onToggle }: FollowButtonProps) {
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause
  return (
    <Button
      variant="default"
      aria-pressed={!isPaused}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={onToggle}
    >
      {isPaused ? words.resume : words.pause}
    </Button>
  )
}

interface NothingProps {
  readonly mode: Mode
  readonly clients: readonly Client[]
  readonly filter: Filter
  readonly next: string | null
  readonly onClear: () => void
  readonly onGoOn: (next: string) => void
}

function Nothing({ mode, clients, filter, next, onClear, onGoOn }: NothingProps) {
  if (next !== null) {
    return (
      <EmptyState
        icon={IconListDetails}
        title={words.emptyPageTitle}
        text={words.emptyPage}
        action={{ label: words.goOn, onClick: () => onGoOn(next) }}
      />
    )
  }
  if (isFiltered(filter)) {
    return (
      <EmptyState
        icon={IconListDetails}
        title={words.emptyFilteredTitle}
        text={words.emptyFiltered}
        action={{ label: texts.common.clearFilters, onClick: onClear }}
      />
    )
  }
  const clientId = clients.find(({ revokedAt }) => revokedAt === null)?.clientId
  return (
    <EmptyState
      icon={IconListDetails}
      title={words.emptyTitle}
      text={words.empty}
      action={{ label: pages.clients, to: '/developers/api-settings' }}
    >
      <CodeBlock code={curlSample({ mode, ...(clientId && { clientId }) })} title="curl" />
    </EmptyState>
  )
}

/** What is not in the table, so that nobody takes it for everything. */
function Omitted({ page }: { readonly page: Page | undefined }) {
  const { successes = 0, failures = 0 } = page?.omitted ?? {}
  const count = successes + failures
  if (count === 0) return null
  return (
    <Stack gap={0} mt="xs" role="note">
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          {words.omitted(count.toLocaleString('en'), count === 1)}{' '}
          {failures > 0 && words.omittedFailures(failures.toLocaleString('en'))}
        </Text>
      </Group>
    </Stack>
  )
}
