import Type from 'typebox'
import { formatWireTime } from '../core/clock.ts'
import { getCurrency } from '../core/currency.ts'
import { jsonNumber } from '../core/decimal.ts'
import { formatMicros, type Micros } from '../core/money.ts'
import type { Wallet } from './model.ts'
import { type Pace, runwayOf } from './tallying/model.ts'
import { type Day, spentIn } from './tallying/tallying.ts'

export const BalanceOut = Type.Object(
  {
    balance: Type.Number({ description: 'What can be spent.' }),
    frozenBalance: Type.Union([Type.Number(), Type.Null()], {
      description: 'What is held for orders that are not decided yet; null when there is none.',
    }),
    currencyCode: Type.String({ description: 'ISO 4217.' }),
    currencyName: Type.String(),
    updatedAt: Type.String({
      description: 'When the balance last changed: `yyyy-MM-dd HH:mm:ss`, in UTC.',
    }),
    lowBalanceThreshold: Type.Number({
      description: 'A balance that falls below it is an event; 0 when no alert is set.',
    }),
    maxLowBalanceThreshold: Type.Number({ description: '0: no alert is set.' }),
  },
  { title: 'Balance' },
)

/** The balance to the last micro-unit: five decimals at least, a sixth where there is one. */
export function toBalanceOut(wallet: Wallet): Type.Static<typeof BalanceOut> {
  return {
    balance: jsonNumber(formatMicros(wallet.balance, 5)),
    frozenBalance: null,
    currencyCode: wallet.currency,
    currencyName: getCurrency(wallet.currency).name,
    updatedAt: formatWireTime(wallet.updatedAt),
    lowBalanceThreshold: jsonNumber(formatMicros(wallet.lowBalanceThreshold, 6)),
    maxLowBalanceThreshold: jsonNumber('0.000000'),
  }
}

const SpentOut = Type.Object(
  {
    today: Type.Number(),
    last7Days: Type.Number({ description: 'Today and the six days before.' }),
    last30Days: Type.Number(),
  },
  { title: 'Spent', description: 'What orders took, by the days of the time zone.' },
)

export const WalletOut = Type.Object(
  {
    balance: Type.Number(),
    available: Type.Number({
      description: 'What can be spent: with the overdraft, if there is one.',
    }),
    held: Type.Number({ description: 'What is held for orders that are not decided yet.' }),
    overdraftLimit: Type.Number({ description: 'How far below zero the balance may go.' }),
    currencyCode: Type.String({ description: 'ISO 4217.' }),
    currencyName: Type.String(),
    lowBalanceThreshold: Type.Number({ description: '0 when no alert is set.' }),
    isLow: Type.Boolean({ description: 'Whether the balance is below its threshold.' }),
    updatedAt: Type.String({ description: 'When the balance last changed: ISO 8601, in UTC.' }),
    spent: SpentOut,
    runwayDays: Type.Union([Type.Number(), Type.Null()], {
      description:
        'How many days the money lasts at the average spend of the last seven days; null when ' +
        'nothing was spent.',
    }),
  },
  { title: 'Wallet' },
)

/** A wallet and how fast it is emptied. */
export interface WalletView {
  readonly wallet: Wallet
  /** The last thirty days at least, up to today. */
  readonly days: readonly Day[]
  readonly pace: Pace
  readonly now: Date
}

export function toWalletOut({
  wallet,
  days,
  pace,
  now,
}: WalletView): Type.Static<typeof WalletOut> {
  const { balance, overdraftLimit, lowBalanceThreshold, currency } = wallet
  const available = balance + overdraftLimit
  return {
    balance: moneyOf(balance),
    available: moneyOf(available),
    held: moneyOf(0n),
    overdraftLimit: moneyOf(overdraftLimit),
    currencyCode: currency,
    currencyName: getCurrency(currency).name,
    lowBalanceThreshold: moneyOf(lowBalanceThreshold),
    isLow: balance < lowBalanceThreshold,
    updatedAt: wallet.updatedAt.toISOString(),
    spent: {
      today: moneyOf(spentIn(days, 1)),
      last7Days: moneyOf(spentIn(days, 7)),
      last30Days: moneyOf(spentIn(days, 30)),
    },
    runwayDays: runwayOf(available, pace, now) ?? null,
  }
}

function moneyOf(amount: Micros): number {
  return jsonNumber(formatMicros(amount))
}
