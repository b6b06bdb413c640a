import Type, { type Static } from 'typebox'
import { jsonNumber } from '../../core/decimal.ts'
import { formatMicros } from '../../core/money.ts'
import { Nullable } from '../../core/schema.ts'
import { ledgerAccounts } from '../model.ts'
import { entriesOf } from './model.ts'
import type { LinePage, PastBalance } from './service.ts'
import type { Line } from './store.ts'

const EntryOut = Type.Object(
  {
    ledgerAccount: Type.Enum([...ledgerAccounts]),
    amount: Type.Number({ description: 'Positive where it arrives, negative where it leaves.' }),
  },
  { title: 'LedgerEntry' },
)

const TransferOut = Type.Object(
  {
    id: Type.Integer(),
    kind: Type.Enum(['order', 'commission', 'funding'], {
      description: '`commission`: the discount of an order, where it is booked by itself.',
    }),
    at: Type.String({ description: 'ISO 8601, in UTC.' }),
    amount: Type.Number({ description: 'What it did to the wallet.' }),
    balance: Type.Number({ description: 'The balance after it.' }),
    currencyCode: Type.String({ description: 'ISO 4217.' }),
    entries: Type.Array(EntryOut, { description: 'They sum to zero.' }),
    transactionId: Nullable(Type.Integer(), 'The order; null for funding.'),
    note: Nullable(Type.String(), 'What was said about it.'),
    reference: Nullable(Type.String(), 'What its bank transfer was to name.'),
    postedBy: Nullable(Type.String(), 'Who posted it; null for orders and the server itself.'),
  },
  { title: 'LedgerTransfer' },
)

export const StatementOut = Type.Object(
  {
    content: Type.Array(TransferOut),
    hasMore: Type.Boolean({
      description: 'Whether older ones follow: those `before` the last id.',
    }),
  },
  { title: 'StatementPage' },
)

export const PastBalanceOut = Type.Object(
  {
    balance: Type.Number(),
    currencyCode: Type.String({ description: 'ISO 4217.' }),
    at: Nullable(Type.String(), 'The moment just before which it was so; null for now.'),
    transferId: Nullable(
      Type.Integer(),
      'The last transfer before that; null when there was none.',
    ),
  },
  { title: 'PastBalance' },
)

export function toStatementOut({ lines, hasMore }: LinePage): Static<typeof StatementOut> {
  return { content: lines.map(toTransferOut), hasMore }
}

function toTransferOut(line: Line): Static<typeof TransferOut> {
  const { id, kind, at, wallet, balance, currency, orderId, note, reference, postedBy } = line
  return {
    id: jsonNumber(id.toString()),
    kind,
    at: at.toISOString(),
    amount: jsonNumber(formatMicros(wallet)),
    balance: jsonNumber(formatMicros(balance)),
    currencyCode: currency,
    entries: entriesOf(line).map(({ ledgerAccount, amount }) => ({
      ledgerAccount,
      amount: jsonNumber(formatMicros(amount)),
    })),
    transactionId: orderId === null ? null : jsonNumber(orderId.toString()),
    note,
    reference,
    postedBy,
  }
}

export function toPastBalanceOut(
  { balance, currency, transferId }: PastBalance,
  moment: Date | undefined,
): Static<typeof PastBalanceOut> {
  return {
    balance: jsonNumber(formatMicros(balance)),
    currencyCode: currency,
    at: moment?.toISOString() ?? null,
    transferId: transferId === undefined ? null : jsonNumber(transferId.toString()),
  }
}
