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
  /** What one must be allowed to do, to do something about it. */
  readonly scope: string
}

/** What somebody should do something about, each with the place to do it; nothing is said so too. */
export function Needs({ overview }: { readonly overview: Overview }) {
  const mode = useMode()
  const { scopes } = useSession()
  const approvals = useApprovals()
  const needs = [...approvalNeeds(approvals), ...needsOf(overview, mode === 'live')].filter(
    ({ scope }) => mayIn(scopes[mode], scope),
  )
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

/** How many funding requests an operator has to decide. */
function useApprovals(): number {
  const { scopes } = useSession()
  const isOperator = mayIn(scopes.test, 'operator:read')
  const queue = useCall(
    'GET /operator/funding-requests',
    { query: { state: 'pending', limit: APPROVALS_MAX } },
    { isEnabled: isOperator },
  )
  return queue.data?.content.length ?? 0
}

function approvalNeeds(count: number): readonly Need[] {
  if (count === 0) return []
  const text = words.approvals(count < APPROVALS_MAX ? `${count}` : `${count}+`)
  return [{ text, to: '/operator/funding-requests', isUrgent: true, scope: 'operator:read' }]
}

const APPROVALS_MAX = 100

/** Days of money that are too few to wait for. */
const SHORT_DAYS = 3

const ordersAt = { to: '/orders', scope: 'orders:read' }
const messagesAt = { to: '/developers/messages', scope: 'messages:read' }
const webhooksAt = { to: '/developers/webhooks', scope: 'webhooks:read' }
const walletAt = { to: '/wallet', scope: 'wallet:read' }

function needsOf(overview: Overview, isLive: boolean): readonly Need[] {
  const { orders, messages, webhooks, pendingFunding } = overview
  const counted = [
    [orders.stuck, words.stuck, ordersAt, { status: 'PROCESSING' }, true],
    [orders.failed, words.failed, ordersAt, { status: 'FAILED' }, true],
    [messages.bounced, words.bounced, messagesAt, { state: 'bounced' }, true],
    [messages.failed, words.undelivered, messagesAt, { state: 'failed' }, true],
    [isLive ? messages.waiting : 0, words.waiting, messagesAt, { state: 'queued' }, false],
    [webhooks.failing, words.failing, webhooksAt, {}, true],
    [webhooks.failedDeliveries, words.givenUp, webhooksAt, {}, true],
    [webhooks.disabled, words.disabled, webhooksAt, {}, false],
    [pendingFunding, words.funding, walletAt, {}, false],
  ] as const
  return [
    ...moneyNeeds(overview),
    ...counted
      .filter(([count]) => count > 0)
      .map(([count, say, at, search, isUrgent]) => ({ text: say(count), ...at, search, isUrgent })),
  ]
}

function moneyNeeds({ wallet }: Overview): readonly Need[] {
  const { isLow, runwayDays, currencyCode } = wallet
  if (isLow) {
    const balance = formatMoney(exact(wallet, 'balance'), currencyCode)
    return [{ ...walletAt, text: words.low(balance), isUrgent: true }]
  }
  if (runwayDays === null || runwayDays >= SHORT_DAYS) return []
  return [{ ...walletAt, text: words.short(texts.wallet.days(runwayDays)), isUrgent: true }]
}
