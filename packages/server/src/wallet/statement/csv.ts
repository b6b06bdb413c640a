import { type CsvRow, csvLines } from '../../core/csv.ts'
import { formatMicros, type Micros } from '../../core/money.ts'
import { ledgerAccounts } from '../model.ts'
import { addLine, noTotals } from './model.ts'
import type { Statement } from './service.ts'

const others = ledgerAccounts.filter((name) => name !== 'wallet')

const columns = [
  ...['transfer', 'time', 'kind', 'order', 'note', 'reference', 'posted by', 'currency'],
  ...['amount', 'balance', ...others],
]

/** Lines that are written at once: one at a time takes three times as long. */
const PORTION = 500

/**
 * A statement as lines of CSV: the opening balance, each transfer with what it moved between the
 * ledger accounts, the sums, and the closing balance.
 */
export async function* toCsv(statement: Statement): AsyncGenerator<string> {
  let rows: CsvRow[] = []
  for await (const row of rowsOf(statement)) {
    rows.push(row)
    if (rows.length < PORTION) continue
    yield csvLines(rows)
    rows = []
  }
  yield csvLines(rows)
}

async function* rowsOf({ currency, opening, closing, lines, period }: Statement) {
  const from = period.from?.toISOString() ?? null
  const until = period.until?.toISOString() ?? null
  const blank = others.map(() => null)
  yield columns
  yield [null, from, 'opening', ...none(4), currency, null, text(opening), ...blank]
  let totals = noTotals
  for await (const line of lines) {
    totals = addLine(totals, line)
    const { id, at, kind, orderId, note, reference, postedBy, wallet, balance } = line
    yield [
      ...[id, at.toISOString(), kind, orderId, note, reference, postedBy, line.currency],
      ...[text(wallet), text(balance), ...others.map((name) => text(line[name]))],
    ]
  }
  const sums = others.map((name) => text(totals[name]))
  yield [null, until, 'total', ...none(4), currency, text(totals.wallet), null, ...sums]
  yield [null, until, 'closing', ...none(4), currency, null, text(closing), ...blank]
}

const text = (amount: Micros) => formatMicros(amount)

const none = (count: number) => Array.from({ length: count }, () => null)
