import { Button, Group, NativeSelect, Paper, SegmentedControl, Skeleton, Text } from '@mantine/core'
import { IconMail, IconMailOpened } from '@tabler/icons-react'
import { type OperationInput, useCall } from '../../app/api.ts'
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
  return (
    <>
      <PageHeader
        title={pages.inbox}
        text={words.text[mode]}
        actions={<ViewAsApi path="/messages" query={query} />}
      />
      <FilterBar
        search={{
          label: words.search,
          value: state.q,
          onSearch: (q) => setState({ q, before: '', message: '' }),
        }}
        onClear={
          isFiltered
            ? () => setState({ channel: '', state: '', q: '', before: '', message: '' })
            : undefined
        }
      >
        <SegmentedControl
          aria-label={words.list}
          value={channel}
          onChange={(value) => setState({ channel: value, before: '', message: '' })}
          data={[
            { value: '', label: words.all },
            { value: 'email', label: words.email },
            { value: 'sms', label: words.sms },
          ]}
        />
        {mode === 'live' && (
          <NativeSelect
            aria-label={words.state}
            value={state.state}
            onChange={(event) =>
              setState({ state: event.currentTarget.value, before: '', message: '' })
            }
            data={[
              { value: '', label: words.anyState },
              ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
      </FilterBar>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.content.length === 0 && (
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
              action={{ label: words.placeOrder, to: '/orders/new' }}
            />
          )}
        </Paper>
      )}
      {data?.content.length !== 0 && !error && (
        <div className={styles.panes} data-open={message !== ''}>
          <Paper className={styles.list} component="nav" aria-label={words.list}>
            {data === undefined ? (
              <Waiting />
            ) : (
              data.content.map((each) => (
                <MessageRow
                  key={each.id}
                  message={each}
                  isOpen={each.id === shown}
                  onOpen={() => open(each.id)}
                />
              ))
            )}
            {(before !== '' || data?.hasMore === true) && (
              <Group justify="flex-end" gap="xs" p="xs">
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={before === ''}
                  onClick={() => setState({ before: '', message: '' })}
                >
                  {texts.common.newest}
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={!data?.hasMore}
                  onClick={() => setState({ before: data?.content.at(-1)?.id, message: '' })}
                >
                  {texts.common.older}
                </Button>
              </Group>
            )}
          </Paper>
          <div className={styles.view}>
            {shown === undefined ? (
              <EmptyState icon={IconMailOpened} title={words.choose} text={words.chooseText} />
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
