import { SimpleGrid } from '@mantine/core'
import { exact, formatMoney } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { Money } from '../../components/money.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Stat } from '../../components/stat.tsx'
import { texts } from '../../texts/index.ts'
import type { Overview } from './kinds.ts'

const words = texts.home

/** Money, orders and what leaves the house, each leading to its page. */
export function Figures({ overview }: { readonly overview: Overview | undefined }) {
  const maySeeWebhooks = useMay('webhooks:read')
  const currency = overview?.wallet.currencyCode ?? ''
  const today = overview?.orders.today
  const month = overview?.orders.thisMonth
  const spent = (sum: Overview['orders']['today']) =>
    words.spent(formatMoney(exact(sum, 'spent'), currency))
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: maySeeWebhooks ? 4 : 3 }} spacing="md">
      <Stat
        label={words.balance}
        value={
          overview && (
            <PageLink to="/wallet" c="inherit" inherit>
              <Money amount={exact(overview.wallet, 'balance')} currency={currency} />
            </PageLink>
          )
        }
        note={overview ? runwayNote(overview) : texts.common.none}
      />
      <Stat
        label={words.ordersToday}
        value={today && grouped(today.orders)}
        note={today ? spent(today) : texts.common.none}
      />
      <Stat
        label={words.ordersThisMonth}
        value={month && grouped(month.orders)}
        note={month ? spent(month) : texts.common.none}
      />
      {maySeeWebhooks && (
        <Stat
          label={words.webhooks}
          value={
            overview && (
              <PageLink to="/developers/webhooks" c="inherit" inherit>
                {overview.webhooks.enabled === 0
                  ? words.webhooksNone
                  : words.webhooksOn(overview.webhooks.enabled)}
              </PageLink>
            )
          }
          note={overview ? webhooksNote(overview) : texts.common.none}
        />
      )}
    </SimpleGrid>
  )
}

const grouped = (count: number): string => count.toLocaleString('en')

const YEAR = 366

function runwayNote({ wallet: { runwayDays } }: Overview): string {
  if (runwayDays === null) return words.runwayUnknown
  const days = runwayDays > YEAR ? texts.wallet.farAway : texts.wallet.days(runwayDays)
  return words.runway(days)
}

function webhooksNote({ webhooks: { enabled, failing } }: Overview): string {
  if (enabled === 0) return words.webhooksNoneNote
  return failing > 0 ? words.webhooksFailing(failing) : words.webhooksFine
}
