import { Button, Group, NativeSelect, Paper, SegmentedControl, Skeleton, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { type OperationInput, type OperationOutput, useCall } from '../../app/api.ts'
import { useMayBuy } from '../../app/buying.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useUrlState } from '../../app/url-state.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import styles from './inbox.module.css'
import { MessageRow } from './message-row.tsx'
import { MessageView } from './message-view.tsx'

const { inbox: words, pages } = texts.webhooks

type Query = NonNullable<OperationInput<'GET /messages/summaries'>['query']>

const PAGE = 30

export default function Inbox() {
  const mode = useMode()
  const [state, setState] = useUrlState({ channel: '', state: '', q: '', before: '', message: '' })
  const { channel, before, message } = state
  const query: Query = {
    mode,
    limit: PAGE,
    ...(channel !== '' && { channel: channel as 'email' | 'sms' }),
    ...(state.state !== '' && { state: state.state as NonNullable<Query['state']> }),
    ...searched(state.q),
    ...(before !== '' && { before }),
  }
  const { data, error, refetch } = useCall(
    'GET /messages/summaries',
    { query },
    { keepsLast: true },
  )
  useEvents(['order.', 'message.'], () => void (before === '' && refetch()))
  const isFiltered = channel !== '' || state.state !== '' || state.q !== ''
  const shown = message === '' ? data?.content[0]?.id : message
  const open = (id: string) => setState({ message: id })
  const change = (next: Partial<State>) => setState({ ...next, before: '', message: '' })
  return (
    <>
      <PageHeader
        title={pages.inbox}
        text={words.text[mode]}
        actions={<ViewAsApi path="/messages/summaries" query={query} />}
      />
      <Filters state={state} onChange={change} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.content.length === 0 && <Nothing isFiltered={isFiltered} />}
      {data?.content.length !== 0 && (data !== undefined || !error) && (
        <div className={styles.panes} data-open={message !== ''}>
          <List
            page={data}
            shown={shown}
            isNewest={before === ''}
            onOpen={open}
            onPage={(last) => setState({ before: last, message: '' })}
          />
          <div className={styles.view}>
            {shown === undefined ? (
              <Skeleton h={480} aria-busy="true" />
            ) : (
              <MessageView
                key={shown}
                id={shown}
                onClose={() => setState({ message: '' })}
                onMade={open}
              />
            )}
          </div>
        </div>
      )}
    </>
  )
}

interface State {
  readonly channel: string
  readonly state: string
  readonly q: string
}

interface FiltersProps {
  readonly state: State
  readonly onChange: (next: Partial<State>) => void
}

function Filters({ state: { channel, state, q }, onChange }: FiltersProps) {
  const mode = useMode()
  const isFiltered = channel !== '' || state !== '' || q !== ''
  return (
    <FilterBar
      search={{ label: words.search, value: q, onSearch: (text) => onChange({ q: text }) }}
      onClear={isFiltered ? () => onChange({ channel: '', state: '', q: '' }) : undefined}
    >
      <SegmentedControl
        aria-label={words.list}
        value={channel}
        onChange={(value) => onChange({ channel: value })}
        data={[
          { value: '', label: words.all },
          { value: 'email', label: words.email },
          { value: 'sms', label: words.sms },
        ]}
      />
      {mode === 'live' && (
        <NativeSelect
          aria-label={words.state}
          value={state}
          onChange={(event) => onChange({ state: event.currentTarget.value })}
          data={[
            { value: '', label: words.anyState },
            ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
    </FilterBar>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const mayOrder = useMayBuy('orders:write')
  return (
    <Paper>
      {isFiltered ? (
        <Text c="dimmed" ta="center" py={48}>
          {words.noneFound}
        </Text>
      ) : (
        <EmptyState
          icon={IconMail}
          title={words.emptyTitle}
          text={words.empty}
          {...(mayOrder && { action: { label: words.placeOrder, to: '/orders/new' } })}
        />
      )}
    </Paper>
  )
}

interface ListProps {
  /** Undefined while it is on its way. */
  readonly page: OperationOutput<'GET /messages/summaries'> | undefined
  readonly shown: string | undefined
  readonly isNewest: boolean
  readonly onOpen: (id: string) => void
  /** With the message behind which the next ones are; empty for the newest. */
  readonly onPage: (last: string) => void
}

function List({ page, shown, isNewest, onOpen, onPage }: ListProps) {
  const hasMore = page?.hasMore ?? false
  return (
    <Paper className={styles.list} component="nav" aria-label={words.list}>
      {page === undefined && <Waiting />}
      {page?.content.map((each) => (
        <MessageRow
          key={each.id}
          message={each}
          isOpen={each.id === shown}
          onOpen={() => onOpen(each.id)}
        />
      ))}
      {(!isNewest || hasMore) && (
        <Group justify="flex-end" gap="xs" p="xs">
          <Button
            variant="default"
            size="compact-sm"
            disabled={isNewest}
            onClick={() => onPage('')}
          >
            {texts.common.newest}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={!hasMore}
            onClick={() => onPage(page?.content.at(-1)?.id ?? '')}
          >
            {texts.common.older}
          </Button>
        </Group>
      )}
    </Paper>
  )
}

/** What was typed is an order's number, or an address. */
function searched(text: string): Pick<Query, 'to' | 'transactionId'> {
  if (text === '') return {}
  return /^\d{1,12}$/.test(text) ? { transactionId: Number(text) } : { to: text }
}

function Waiting() {
  return (
    <div aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={index} className={styles.row}>
          <Skeleton h={14} w="60%" mb={8} />
          <Skeleton h={12} w="85%" />
        </div>
      ))}
    </div>
  )
}
