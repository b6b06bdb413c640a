import Papa from 'papaparse'

/** What a spreadsheet would compute: such a cell begins with an apostrophe. A plain number is none. */
const FORMULA = /^(?!-\d+(?:\.\d+)?$)[=+\-@\t\r]/

/** One line of CSV (RFC 4180), with its end; no cell is a formula to a spreadsheet. */
export function csvLine(cells: readonly (string | number | bigint | null)[]): string {
  return `${Papa.unparse([[...cells]], { escapeFormulae: FORMULA })}\r\n`
}

/** A cell as it was before `csvLine` took the formula from it. */
export function readCsvCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
