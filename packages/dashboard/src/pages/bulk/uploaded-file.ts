import { ApiError } from '@openscrip/sdk'
import { api, type OperationOutput } from '../../app/api.ts'
import type { Mode } from '../../app/mode.ts'
import type { Decoded } from './decode.ts'

type Columns = OperationOutput<'POST /bulk-orders/columns'>

export type Mapping = Columns['mapping']
export type Field = keyof Mapping

/** A file that was chosen, and what its beginning tells about it. */
export interface UploadedFile {
  /** Another for each file, also for two of one name. */
  readonly key: number
  readonly name: string
  readonly csv: string
  readonly encoding: Decoded['encoding'] | undefined
  readonly delimiter: string
  readonly columns: Columns['columns']
  readonly mapping: Mapping
  readonly rows: number
  /** Whether `rows` is only guessed from the breaks between lines. */
  readonly isEstimate: boolean
}

/** Characters; the server takes no more. */
export const CSV_MAX = 8 * 1024 * 1024

/** The beginning of a large file says enough about its columns. */
const HEAD = 256 * 1024

let files = 0

/** Has the server read the columns of a file. */
export async function readColumns(
  mode: Mode,
  { name, csv, encoding }: Pick<UploadedFile, 'name' | 'csv' | 'encoding'>,
): Promise<UploadedFile> {
  const isLarge = csv.length > HEAD
  const head = isLarge ? csv.slice(0, csv.lastIndexOf('\n', HEAD) + 1 || HEAD) : csv
  const ask = (text: string) =>
    api.request('POST /bulk-orders/columns', { query: { mode }, body: { csv: text } })
  const read = await ask(head).catch((error: unknown) => {
    // The beginning may end within a cell that has several lines.
    const isCut = error instanceof ApiError && error.errorCode === 'BULK_FILE_NOT_READABLE'
    if (isLarge && isCut) return ask(csv)
    throw error
  })
  const rows = isLarge ? linesOf(csv) - 1 : read.rows
  return { key: ++files, name, csv, encoding, ...read, rows, isEstimate: isLarge }
}

function linesOf(csv: string): number {
  let lines = csv.endsWith('\n') ? 0 : 1
  for (let at = csv.indexOf('\n'); at !== -1; at = csv.indexOf('\n', at + 1)) lines++
  return lines
}
