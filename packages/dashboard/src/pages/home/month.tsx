import { SegmentedControl, Skeleton } from '@mantine/core'
import { exact, formatMoney } from '../../app/money.ts'
import { useUrlState } from '../../app/url-state.ts'
import { BarChart } from '../../components/bar-chart.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import type { Overview } from './kinds.ts'

const words = texts.home.chart
const HEIGHT = 248

/** The last thirty days, as orders or as money. */
export function Month({ overview }: { readonly overview: Overview | undefined }) {
  const [{ chart }, setUrl] = useUrlState({ chart: 'orders' })
  const isSpent = chart === 'spent'
  const currency = overview?.wallet.currencyCode ?? ''
  return (
    <Section
      title={words.title}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={words.what}
          value={isSpent ? 'spent' : 'orders'}
          onChange={(next) => setUrl({ chart: next }, { replace: true })}
          data={[
            { value: 'orders', label: words.orders },
            { value: 'spent', label: words.spent },
          ]}
        />
      }
    >
      {overview === undefined ? (
        <Skeleton h={HEIGHT + 24} />
      ) : (
        <BarChart
          title={words.title}
          height={HEIGHT}
          heads={[words.day, isSpent ? words.spent : words.orders]}
          bars={overview.orders.days.map((day) => ({
            key: day.day,
            label: labelOf(day.day),
            value: isSpent ? day.spent : day.orders,
            text: words.bar(day.orders, formatMoney(exact(day, 'spent'), currency)),
          }))}
        />
      )}
    </Section>
  )
}

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

const labelOf = (day: string): string => date.format(new Date(`${day}T00:00:00Z`))
