import { Group, Paper, Text, ThemeIcon } from '@mantine/core'
import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { mayIn, useSession } from '../../app/session.ts'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import type { Overview } from './kinds.ts'
import styles from './needs.module.css'

const words = texts.home.needs

interface Need {
  readonly text: string
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  /** Amber for what goes wrong, grey for what only waits. */
  readonly isUrgent: boolean
}

/** What somebody should do something about, each with the place to do it; nothing is said so too. */
export function Needs({ overview }: { readonly overview: Overview }) {
  const mode = useMode()
  const hasApprovals = useApprovals()
  const needs = [
    ...(hasApprovals
      ? [{ text: words.approvals, to: '/operator/funding-requests', isUrgent: true }]
      : []),
    ...needsOf(overview, mode === 'live'),
  ]
  if (needs.length === 0) {
    return overview.firstSteps.firstOrder ? (
      <Group gap="xs" c="dimmed">
        <IconCircleCheck size={18} color="var(--scrip-positive)" aria-hidden />
        <Text size="sm">{words.nothing}</Text>
      </Group>
    ) : null
  }
  return (
    <Paper component="section" aria-label={words.title}>
      <ul className={styles.list}>
        {needs.map(({ text, to, search, isUrgent }) => (
          <li key={text}>
            <PageLink
              to={to}
              {...(search && { search })}
              className={styles.need ?? ''}
              underline="never"
              c="inherit"
            >
              <ThemeIcon
                variant="light"
                color={isUrgent ? 'amber' : 'gray'}
                size={28}
                radius="xl"
                aria-hidden
              >
                {isUrgent ? <IconAlertTriangle size={16} /> : <IconInfoCircle size={16} />}
              </ThemeIcon>
              <span className={styles.text}>{text}</span>
              <IconChevronRight size={16} className={styles.arrow} aria-hidden />
            </PageLink>
          </li>
        ))}
      </ul>
    </Paper>
  )
}

/** Whether an operator has funding requests to decide. */
function useApprovals(): boolean {
  const { scopes } = useSession()
  const isOperator = mayIn(scopes.test, 'operator:read')
  const queue = useCall(
    'GET /operator/funding-requests',
    { query: { state: 'pending', limit: 1 } },
    { isEnabled: isOperator },
  )
  return (queue.data?.content.length ?? 0) > 0
}

/** Days of money that are too few to wait for. */
const SHORT_DAYS = 3

function needsOf(overview: Overview, isLive: boolean): readonly Need[] {
  const { orders, messages, webhooks, pendingFunding } = overview
  const messagesAt = '/developers/messages'
  const webhooksAt = '/developers/webhooks'
  const counted = [
    [orders.stuck, words.stuck, '/orders', { status: 'PROCESSING' }, true],
    [orders.failed, words.failed, '/orders', { status: 'FAILED' }, true],
    [messages.bounced, words.bounced, messagesAt, { state: 'bounced' }, true],
    [messages.failed, words.undelivered, messagesAt, { state: 'failed' }, true],
    [isLive ? messages.waiting : 0, words.waiting, messagesAt, { state: 'queued' }, false],
    [webhooks.failing, words.failing, webhooksAt, {}, true],
    [webhooks.failedDeliveries, words.givenUp, webhooksAt, {}, true],
    [webhooks.disabled, words.disabled, webhooksAt, {}, false],
    [pendingFunding, words.funding, '/wallet', {}, false],
  ] as const
  return [
    ...moneyNeeds(overview),
    ...counted
      .filter(([count]) => count > 0)
      .map(([count, say, to, search, isUrgent]) => ({ text: say(count), to, search, isUrgent })),
  ]
}

function moneyNeeds({ wallet }: Overview): readonly Need[] {
  const { isLow, runwayDays, currencyCode } = wallet
  if (isLow) {
    const balance = formatMoney(exact(wallet, 'balance'), currencyCode)
    return [{ text: words.low(balance), to: '/wallet', isUrgent: true }]
  }
  if (runwayDays === null || runwayDays >= SHORT_DAYS) return []
  return [{ text: words.short(texts.wallet.days(runwayDays)), to: '/wallet', isUrgent: true }]
}
