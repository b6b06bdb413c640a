import type { Catalog } from '../catalog/index.ts'
import { csvLine } from '../core/csv.ts'
import { formatMicros } from '../core/money.ts'
import { type Problem, type Row, type RowField, rowFields } from './model.ts'

/** What a new file begins with. */
const templateFields = [
  'productId',
  'quantity',
  'unitPrice',
  'recipientEmail',
  'recipientPhone',
  'senderName',
  'customIdentifier',
] as const satisfies readonly RowField[]

/** A file to fill in, with a row that could be bought. */
export function template({ products }: ReturnType<Catalog['current']>): string[] {
  const product = [...products.values()].find(({ isActive }) => isActive)
  if (product === undefined) return [csvLine(templateFields)]
  const { faceValues } = product
  const value = faceValues.type === 'FIXED' ? faceValues.values[0] : faceValues.min
  const price = formatMicros(value ?? 0n, 0)
  const example = [product.id, 1, price, 'jane@example.com', '', 'Acme', '']
  return [csvLine(templateFields), csvLine(example)]
}

/**
 * The rows that were not bought, with the reason: a file that can be corrected and uploaded again.
 * It names what identifies each row, so that nothing in it can be bought twice.
 */
export async function* failedRowsFile(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield csvLine([...rowFields, 'line', 'error'])
  for await (const { given, identifier, line, problems } of rows) {
    const fields = { ...given, ...(identifier !== null && { customIdentifier: identifier }) }
    const cells = rowFields.map((field) => fields[field] ?? '')
    yield csvLine([...cells, line, reasonOf(problems)])
  }
}

function reasonOf(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'The bulk order was cancelled'
  return problems.map(({ message }) => message).join('. ')
}
