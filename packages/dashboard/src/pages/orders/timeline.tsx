import { Skeleton, Text } from '@mantine/core'
import {
  type Icon,
  IconBolt,
  IconCoins,
  IconEye,
  IconGift,
  IconLink,
  IconLinkOff,
  IconMail,
  IconMessage,
  IconSend,
  IconShoppingCart,
  IconWebhook,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { useCall } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { absoluteTime } from '../../app/time.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Money } from '../../components/money.tsx'
import { Section } from '../../components/section.tsx'
import type { Tone } from '../../components/status-chip.tsx'
import { Timeline } from '../../components/timeline.tsx'
import { texts } from '../../texts/index.ts'
import { nameOf } from './actor.tsx'
import type { TimelineItem } from './calls.ts'
import { ScopedLink } from './scoped-link.tsx'

const said = texts.orders.timeline

export interface OrderTimelineProps {
  readonly timeline: ReturnType<typeof useCall<'GET /orders/{transactionId}/timeline'>>
}

/** What happened to an order, in time; each entry leads to where there is more of it. */
export function OrderTimeline({ timeline: { data, error, refetch } }: OrderTimelineProps) {
  return (
    <Section title={said.title}>
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton h={360} />}
      {data?.isComplete === false && (
        <Text size="xs" c="dimmed" mb="sm">
          {said.incomplete}
        </Text>
      )}
      {data && (
        <Timeline
          items={data.content.map((item, index) => ({
            key: `${index} ${item.kind}`,
            at: item.at,
            since:
              index === 0 ? absoluteTime(new Date(item.at)) : sinceOf(item.at, data.content[0]?.at),
            ...(looks[item.kind] as (item: TimelineItem) => Look)(item),
          }))}
        />
      )}
    </Section>
  )
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long after the first it was. */
function sinceOf(at: string, first = at): string {
  const after = Date.parse(at) - Date.parse(first)
  const { milliseconds, seconds, minutes, hours, days } = said.since
  if (after < SECOND) return milliseconds(after)
  if (after < MINUTE) return seconds((after / SECOND).toFixed(1))
  if (after < HOUR) return minutes(Math.floor(after / MINUTE))
  return after < 2 * DAY ? hours(Math.floor(after / HOUR)) : days(Math.floor(after / DAY))
}

interface Look {
  readonly icon: Icon
  readonly title: ReactNode
  readonly body?: ReactNode
  readonly tone?: Tone
}

type Item<Kind extends TimelineItem['kind']> = Extract<TimelineItem, { readonly kind: Kind }>

const looks: { readonly [Kind in TimelineItem['kind']]: (item: Item<Kind>) => Look } = {
  placed: ({ by, dialect, transactionId }) => ({
    icon: IconShoppingCart,
    title: said.placed(nameOf(by)),
    body: (
      <>
        {said.placedBody(dialect)}{' '}
        {by.kind === 'client' && (
          <ScopedLink
            scope="requests:read"
            otherwise={null}
            to="/developers/requests"
            search={{ order: transactionId }}
            size="sm"
            underline="always"
          >
            {said.openRequest}
          </ScopedLink>
        )}
      </>
    ),
  }),
  transfer: transferLook,
  cards: ({ count, supplier }) => ({
    icon: IconGift,
    tone: 'good',
    title: said.cards(count),
    body: said.supplier(supplier),
  }),
  event: ({ sequence, type }) => ({
    icon: IconBolt,
    title: <span className="mono">{type}</span>,
    body: (
      <ScopedLink
        scope="events:read"
        to="/developers/events"
        search={{ event: sequence }}
        size="sm"
        underline="always"
      >
        {said.eventNumber(sequence)}
      </ScopedLink>
    ),
  }),
  message: messageLook,
  messageAttempt: ({ outcome, provider, number, milliseconds, answer }) => ({
    icon: IconSend,
    tone: outcome === 'accepted' ? 'good' : outcome === 'deferred' ? 'waiting' : 'bad',
    title: said.attempts[outcome](provider),
    body: said.attempt(number, milliseconds, answer),
  }),
  linkClaimed: ({ messageId }) => ({
    icon: IconLink,
    tone: 'good',
    title: said.linkClaimed,
    body: <MessageLink messageId={messageId} />,
  }),
  linkRevoked: ({ messageId }) => ({
    icon: IconLinkOff,
    title: said.linkRevoked,
    body: <MessageLink messageId={messageId} />,
  }),
  webhookAttempt: ({ endpointId, sequence, attemptId, isDelivered, status, error, ...rest }) => ({
    icon: IconWebhook,
    tone: isDelivered ? 'good' : 'bad',
    title: (
      <ScopedLink
        scope="webhooks:read"
        to={`/developers/webhooks/${endpointId}`}
        search={{ sequence, attempt: attemptId }}
        inherit
      >
        {error === null ? said.webhook(status) : `${said.webhook(status)}: ${error}`}
      </ScopedLink>
    ),
    body: said.webhookBody(rest.url, rest.milliseconds),
  }),
  reveal: ({ by, via, reason }) => ({
    icon: IconEye,
    tone: 'warning',
    title: said.reveal(nameOf(by)),
    body: reason === null ? texts.orders.order.reveals.via[via] : said.reason(reason),
  }),
}

function transferLook(item: Item<'transfer'>): Look {
  const { transferKind: kind, currencyCode: currency } = item
  const titles = said.transfer as Readonly<Record<string, string>>
  return {
    icon: IconCoins,
    title: (
      <>
        {titles[kind] ?? said.transferOther(kind)}{' '}
        <Money amount={exact(item, 'amount')} currency={currency} isSigned />
      </>
    ),
    body: (
      <>
        {said.balance(formatMoney(exact(item, 'balanceAfter'), currency))}{' '}
        <ScopedLink
          scope="wallet:read"
          otherwise={null}
          to="/wallet"
          search={{ before: item.transferId + 1, transfer: item.transferId }}
          size="sm"
          underline="always"
        >
          {said.openStatement}
        </ScopedLink>
      </>
    ),
  }
}

function messageLook({ messageId, channel, to, telling, isOriginal }: Item<'message'>): Look {
  const { email, sms, emailAgain, smsAgain } = said.message
  const first = channel === 'email' ? email : sms
  const again = channel === 'email' ? emailAgain : smsAgain
  return {
    icon: channel === 'email' ? IconMail : IconMessage,
    title: isOriginal ? first : again,
    body: (
      <>
        {said.to(to, telling)} <MessageLink messageId={messageId} />
      </>
    ),
  }
}

function MessageLink({ messageId }: { readonly messageId: string }) {
  return (
    <ScopedLink
      scope="messages:read"
      otherwise={null}
      to="/developers/messages"
      search={{ message: messageId }}
      size="sm"
      underline="always"
    >
      {said.openMessage}
    </ScopedLink>
  )
}
