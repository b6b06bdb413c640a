import Type from 'typebox'
import { formatWireTime } from '../core/clock.ts'
import { getCurrency } from '../core/currency.ts'
import { jsonNumber } from '../core/decimal.ts'
import { formatMicros } from '../core/money.ts'
import type { Wallet } from './model.ts'

export const BalanceOut = Type.Object({
  balance: Type.Number(),
  frozenBalance: Type.Union([Type.Number(), Type.Null()]),
  currencyCode: Type.String(),
  currencyName: Type.String(),
  updatedAt: Type.String(),
  lowBalanceThreshold: Type.Number(),
  maxLowBalanceThreshold: Type.Number(),
})

/** The balance to the last micro-unit: five decimals at least, a sixth where there is one. */
export function toBalanceOut(wallet: Wallet): Type.Static<typeof BalanceOut> {
  return {
    balance: jsonNumber(formatMicros(wallet.balance, 5)),
    frozenBalance: null,
    currencyCode: wallet.currency,
    currencyName: getCurrency(wallet.currency).name,
    updatedAt: formatWireTime(wallet.updatedAt),
    lowBalanceThreshold: jsonNumber('0.000000'),
    maxLowBalanceThreshold: jsonNumber('0.000000'),
  }
}
