import Papa from 'papaparse'

/** What a spreadsheet would compute: such a cell begins with an apostrophe. A plain number is none. */
const FORMULA = /^(?!-\d+(?:\.\d+)?$)[=+\-@\t\r]/

export type CsvRow = readonly (string | number | bigint | null)[]

/** Lines of CSV (RFC 4180), each with its end; no cell is a formula to a spreadsheet. */
export function csvLines(rows: readonly CsvRow[]): string {
  if (rows.length === 0) return ''
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: FORMULA },
  )}\r\n`
}

/** A cell as it was before `csvLine` took the formula from it. */
export function readCsvCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

/** One line of it. */
export const csvLine = (row: CsvRow): string => csvLines([row])
