import { csvLine } from '../../core/csv.ts'
import { formatMicros } from '../../core/money.ts'
import type { NamedOrder } from './service.ts'

type Cell = Parameters<typeof csvLine>[0][number]

/** The columns of the file, named as the API names them. */
const columns: readonly (readonly [name: string, cell: (row: NamedOrder) => Cell])[] = [
  ['transactionId', ({ order }) => order.id],
  ['createdAt', ({ order }) => order.createdAt.toISOString()],
  ['status', ({ order }) => order.status],
  ['customIdentifier', ({ order }) => order.customIdentifier],
  ['productId', ({ order }) => order.product.id],
  ['productName', ({ order }) => order.product.name],
  ['brandName', ({ order }) => order.product.brandName],
  ['countryCode', ({ order }) => order.product.countryCode],
  ['quantity', ({ order }) => order.quantity],
  ['unitPrice', ({ order }) => formatMicros(order.unitPrice)],
  ['cardCurrencyCode', ({ order }) => order.product.currency],
  ['cost', ({ order }) => formatMicros(order.cost)],
  ['discount', ({ order }) => formatMicros(order.discount)],
  ['fee', ({ order }) => formatMicros(order.fee)],
  ['smsFee', ({ order }) => formatMicros(order.smsFee)],
  ['currencyCode', ({ order }) => order.currency],
  ['balanceAfter', ({ order }) => formatMicros(order.newBalance)],
  ['senderName', ({ order }) => order.senderName],
  ['recipientEmail', ({ order }) => order.recipientEmail],
  // Digits, because a spreadsheet takes a plus for the beginning of a formula.
  ['recipientPhone', ({ order }) => order.recipientPhone],
  ['recipientUserId', ({ order }) => order.recipientUserId],
  ['placedBy', ({ placedBy }) => placedBy.name ?? placedBy.id],
  ['supplier', ({ order }) => order.supplier],
]

const head = csvLine(columns.map(([name]) => name))

/** Orders as CSV (RFC 4180), a piece for each chunk, with a head even when there are none. */
export async function* toCsv(chunks: AsyncIterable<readonly NamedOrder[]>): AsyncGenerator<string> {
  yield head
  for await (const rows of chunks) {
    yield rows.map((row) => csvLine(columns.map(([, cell]) => cell(row)))).join('')
  }
}
