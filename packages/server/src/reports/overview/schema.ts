import Type, { type Static } from 'typebox'
import { jsonNumber } from '../../core/decimal.ts'
import { formatMicros } from '../../core/money.ts'
import { type Day, spentIn, toWalletOut, WalletOut } from '../../wallet/index.ts'
import { COUNT_MAX, MESSAGE_DAYS, type Overview, STUCK_MINUTES } from './service.ts'

const Count = (description: string) =>
  Type.Integer({
    minimum: 0,
    description: `${description} ${COUNT_MAX} stands for so many or more.`,
  })

const SumOut = Type.Object(
  {
    orders: Type.Integer({ minimum: 0 }),
    spent: Type.Number({ description: 'What they took from the wallet.' }),
  },
  { title: 'OrderSum' },
)

const DayOut = Type.Object(
  {
    day: Type.String({ description: '`yyyy-MM-dd`, on the calendar of the time zone.' }),
    orders: Type.Integer({ minimum: 0 }),
    spent: Type.Number(),
    funded: Type.Number({ description: 'What was put into the wallet.' }),
  },
  { title: 'Day' },
)

export const OverviewOut = Type.Object(
  {
    wallet: WalletOut,
    orders: Type.Object({
      today: SumOut,
      thisMonth: SumOut,
      days: Type.Array(DayOut, { description: 'The last thirty, each of them, up to today.' }),
      failed: Count('Those of the last 24 hours that failed.'),
      stuck: Count(`Those that have not been decided for more than ${STUCK_MINUTES} minutes.`),
    }),
    messages: Type.Object({
      waiting: Count('Messages that have not been sent yet.'),
      failed: Count(`Those of the last ${MESSAGE_DAYS} days that could not be sent.`),
      bounced: Count(`Those of the last ${MESSAGE_DAYS} days that were sent back.`),
    }),
    webhooks: Type.Object({
      enabled: Type.Integer({ minimum: 0, description: 'Endpoints that events are sent to.' }),
      disabled: Type.Integer({ minimum: 0 }),
      failing: Type.Integer({ minimum: 0, description: 'Enabled ones that fail at the moment.' }),
      failedDeliveries: Type.Integer({
        minimum: 0,
        description: 'Events of which sending was given up in the last 24 hours.',
      }),
    }),
    pendingFunding: Type.Integer({
      minimum: 0,
      description: 'Funding requests that nobody has decided yet.',
    }),
    firstSteps: Type.Object({
      tokenFetched: Type.Boolean({ description: 'Whether an API client of the mode was used.' }),
      catalogueRead: Type.Boolean({ description: 'Whether one has read products.' }),
      firstOrder: Type.Boolean({ description: 'Whether anything was ordered.' }),
    }),
  },
  { title: 'Overview' },
)

const DAYS = 30

export function toOverviewOut(overview: Overview): Static<typeof OverviewOut> {
  const { wallet, orders, messages, webhooks, pendingFunding, firstSteps } = overview
  const { days } = wallet
  const ofMonth = Number(days.at(-1)?.day.slice(-2) ?? 0)
  return {
    wallet: toWalletOut(wallet),
    orders: {
      today: sumOf(days, 1),
      thisMonth: sumOf(days, ofMonth),
      days: days.slice(-DAYS).map(({ day, orders, spent, funded }) => ({
        day,
        orders: Number(orders),
        spent: jsonNumber(formatMicros(spent)),
        funded: jsonNumber(formatMicros(funded)),
      })),
      ...orders,
    },
    messages,
    webhooks,
    pendingFunding,
    firstSteps,
  }
}

function sumOf(days: readonly Day[], count: number): Static<typeof SumOut> {
  const orders = days.slice(-count).reduce((sum, day) => sum + day.orders, 0n)
  return { orders: Number(orders), spent: jsonNumber(formatMicros(spentIn(days, count))) }
}
