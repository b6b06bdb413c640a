import type { Micros } from '../../core/money.ts'
import { type LedgerAccount, ledgerAccounts } from '../model.ts'

type Amounts = Readonly<Record<LedgerAccount, Micros>>

/** Sums of a statement, by ledger account. */
export interface Totals extends Amounts {
  /** What came into the wallet and what left it; both are positive. */
  readonly moneyIn: Micros
  readonly moneyOut: Micros
  readonly lines: number
}

export const noTotals: Totals = {
  wallet: 0n,
  sales: 0n,
  fees: 0n,
  sms: 0n,
  discounts: 0n,
  funding: 0n,
  moneyIn: 0n,
  moneyOut: 0n,
  lines: 0,
}

export function addLine(totals: Totals, line: Amounts): Totals {
  const sums = Object.fromEntries(
    ledgerAccounts.map((name) => [name, totals[name] + line[name]]),
  ) as Record<LedgerAccount, Micros>
  const moneyIn = totals.moneyIn + (line.wallet > 0n ? line.wallet : 0n)
  const moneyOut = totals.moneyOut - (line.wallet < 0n ? line.wallet : 0n)
  return { ...sums, moneyIn, moneyOut, lines: totals.lines + 1 }
}

/** The entries of a transfer in the classic form: where money came from and went to. */
export function entriesOf(line: Amounts): { ledgerAccount: LedgerAccount; amount: Micros }[] {
  return ledgerAccounts
    .filter((name) => line[name] !== 0n)
    .map((name) => ({ ledgerAccount: name, amount: line[name] }))
}
