import Type from 'typebox'
import { formatWireTime } from '../core/clock.ts'
import { getCurrency } from '../core/currency.ts'
import { jsonNumber } from '../core/decimal.ts'
import { formatMicros } from '../core/money.ts'
import type { Wallet } from './model.ts'

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
