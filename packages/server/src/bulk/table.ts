import { setImmediate as breathe } from 'node:timers/promises'
import Papa from 'papaparse'
import { readCsvCell } from '../core/csv.ts'
import { bulkErrors } from './errors.ts'

/** A file as a table. */
export interface Table {
  readonly delimiter: string
  /** Names from the head, each once. */
  readonly columns: readonly string[]
  readonly records: readonly TableRecord[]
}

export interface TableRecord {
  /** As a spreadsheet numbers it: the head is line 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export const ROWS_MAX = 20_000

/** Characters; more than twenty thousand rows need. */
export const CSV_MAX = 8 * 1024 * 1024

/** With empty lines, of which spreadsheets may write many below the last row. */
const LINES_MAX = 10 * ROWS_MAX

const COLUMNS_MAX = 100

/** Longer than anything that an order takes. */
const CELL_MAX = 1_000

/** Lines that are read before others have their turn: a file is large, and orders do not wait for it. */
const LINES = 500

/**
 * Reads a CSV file with a head. Its delimiter is found out, a byte order mark and empty lines are
 * passed over.
 *
 * @throws unreadableFile, noRows, tooManyRows, tooManyColumns
 */
export async function readTable(csv: string): Promise<Table> {
  const { text, separator } = withoutPreamble(csv)
  const format = detectFormat(text, separator)
  let columns: readonly string[] | undefined
  const records: TableRecord[] = []
  let line = 0
  for (let start = 0; start < text.length; ) {
    const piece = parsePiece(text.slice(start), format, line)
    for (const cells of piece.lines) {
      line++
      if (line > LINES_MAX) throw bulkErrors.tooManyRows({ field: 'csv', max: ROWS_MAX })
      if (cells.every((cell) => cell.trim() === '')) continue
      if (columns === undefined) columns = readHead(cells)
      else records.push({ line, cells: cells.map(readCell) })
      if (records.length > ROWS_MAX) throw bulkErrors.tooManyRows({ field: 'csv', max: ROWS_MAX })
    }
    start += piece.length
    await breathe()
  }
  if (columns === undefined || records.length === 0) throw bulkErrors.noRows({ field: 'csv' })
  return { delimiter: format.delimiter, columns, records }
}

/** Spreadsheets may say which delimiter they use, in a line of its own that they do not show. */
function withoutPreamble(csv: string): { text: string; separator: string | undefined } {
  const text = csv.replace(/^\uFEFF/, '')
  const [hint, separator] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? []
  return { text: text.slice(hint?.length ?? 0), separator }
}

interface Format {
  readonly delimiter: string
  readonly newline: '\r\n' | '\n' | '\r'
}

function detectFormat(text: string, separator: string | undefined): Format {
  const options = { preview: 20, skipEmptyLines: 'greedy', fastMode: false } as const
  const { meta } = Papa.parse(text, { ...options, ...(separator && { delimiter: separator }) })
  return { delimiter: meta.delimiter, newline: meta.linebreak as Format['newline'] }
}

/** The next lines of a text, and how long they are. @throws unreadableFile */
function parsePiece(text: string, format: Format, linesBefore: number) {
  // The fast mode would split all of the rest for every piece.
  const options = { ...format, preview: LINES, fastMode: false }
  const { data: lines, errors, meta } = Papa.parse<string[]>(text, options)
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open !== undefined) {
    throw bulkErrors.unreadableFile({ field: 'csv', line: linesBefore + (open.row ?? 0) + 1 })
  }
  return { lines, length: meta.truncated ? meta.cursor : text.length }
}

/** A column without a name is called by its place; a name that comes again gets a number that is free. */
function readHead(cells: readonly string[]): string[] {
  if (cells.length > COLUMNS_MAX) {
    throw bulkErrors.tooManyColumns({ field: 'csv', max: COLUMNS_MAX })
  }
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const name = readCell(cell).slice(0, 200) || `Column ${index + 1}`
    let free = name
    for (let count = 2; taken.has(free); count++) free = `${name} (${count})`
    taken.add(free)
    return free
  })
}

/** PostgreSQL stores no NUL and no half of a surrogate pair; no text of an order has either. */
function readCell(cell: string): string {
  return readCsvCell(cell.trim().slice(0, CELL_MAX).replaceAll('\0', '\uFFFD').toWellFormed())
}
