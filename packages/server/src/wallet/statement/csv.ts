import { csvLine } from '../../core/csv.ts'
import { formatMicros, type Micros } from '../../core/money.ts'
import { ledgerAccounts } from '../model.ts'
import { addLine, noTotals } from './model.ts'
import type { Statement } from './service.ts'

const columns = [
  ...['transfer', 'time', 'kind', 'order', 'note', 'reference', 'posted by', 'currency'],
  ...['amount', 'balance', ...ledgerAccounts.filter((name) => name !== 'wallet')],
]

/**
 * A statement as lines of CSV: the opening balance, each transfer with what it moved between the
 * ledger accounts, the sums, and the closing balance.
 */
export async function* toCsv(statement: Statement): AsyncGenerator<string> {
  const { currency, opening, closing, lines, period } = statement
  const from = period.from?.toISOString() ?? null
  const until = period.until?.toISOString() ?? null
  const blank = ledgerAccounts.slice(1).map(() => null)
  yield csvLine(columns)
  yield csvLine([null, from, 'opening', ...none(4), currency, null, text(opening), ...blank])
  let totals = noTotals
  for await (const line of lines) {
    totals = addLine(totals, line)
    const { id, at, kind, orderId, note, reference, postedBy, wallet, balance } = line
    yield csvLine([
      ...[id, at.toISOString(), kind, orderId, note, reference, postedBy, line.currency],
      ...[text(wallet), text(balance), ...amountsOf(line)],
    ])
  }
  yield csvLine([
    null,
    until,
    'total',
    ...none(4),
    currency,
    text(totals.wallet),
    null,
    ...amountsOf(totals),
  ])
  yield csvLine([null, until, 'closing', ...none(4), currency, null, text(closing), ...blank])
}

const text = (amount: Micros) => formatMicros(amount)

const none = (count: number) => Array.from({ length: count }, () => null)

function amountsOf(amounts: Readonly<Record<(typeof ledgerAccounts)[number], Micros>>): string[] {
  return ledgerAccounts.filter((name) => name !== 'wallet').map((name) => text(amounts[name]))
}
