import type { Micros } from '../../core/money.ts'
import type { Totals } from './model.ts'
import type { Statement } from './service.ts'

/** A4, in points. */
export const page = { width: 595.28, height: 841.89, left: 44, right: 551, row: 17 }

export const INK = '#14171f'
export const MUTED = '#5b6270'
export const RULE = '#dfe2e8'
const TEST = '#9a5b00'

const FIRST_TOP = 282
const NEXT_TOP = 112
const BOTTOM = page.height - 70

/** Lines of which the last page has room for so many fewer: the sums. */
const SUMS = 6

const LINES_FIRST = Math.floor((BOTTOM - FIRST_TOP) / page.row)
const LINES_NEXT = Math.floor((BOTTOM - NEXT_TOP) / page.row)

/** What one page has. */
export interface Layout {
  readonly first: number
  readonly end: number
  readonly hasSums: boolean
}

/** Which lines are on which page; the last one has the sums as well. */
export function layOut(lines: number): Layout[] {
  const pages: Layout[] = []
  for (let first = 0; pages.at(-1)?.hasSums !== true; ) {
    const room = pages.length === 0 ? LINES_FIRST : LINES_NEXT
    const end = Math.min(lines, first + room)
    pages.push({ first, end, hasSums: end === lines && end - first + SUMS <= room })
    first = end
  }
  return pages
}

/** Standard fonts have the letters of western Europe; others would come out as something else. */
const UNKNOWN = /[^\x20-\x7e\xa0-\xff–—’“”•…€]/g

class Column {
  readonly #left: number
  readonly #right: number
  readonly #isNumber: boolean

  constructor(left: number, right: number, isNumber: boolean) {
    this.#left = left
    this.#right = right
    this.#isNumber = isNumber
  }

  write(document: PDFKit.PDFDocument, y: number, text: string): void {
    const shown = shorten(document, text.replace(UNKNOWN, '?'), this.#right - this.#left)
    const x = this.#isNumber ? this.#right - document.widthOfString(shown) : this.#left
    document.text(shown, x, y, { lineBreak: false })
  }
}

function shorten(document: PDFKit.PDFDocument, text: string, width: number): string {
  if (document.widthOfString(text) <= width) return text
  let shown = text
  while (shown !== '' && document.widthOfString(`${shown}…`) > width) shown = shown.slice(0, -1)
  return `${shown}…`
}

export const columns = {
  time: new Column(page.left, 128, false),
  what: new Column(132, 300, false),
  moneyIn: new Column(304, 384, true),
  moneyOut: new Column(388, 468, true),
  balance: new Column(472, page.right, true),
}

/** How a statement says things. */
export interface Words {
  readonly period: string
  readonly made: string
  time(moment: Date): string
  amount(amount: Micros): string
}

export interface Head {
  readonly statement: Statement
  readonly totals: Totals
  readonly words: Words
  readonly isFirst: boolean
}

/** Whose statement it is, and the heads of the columns. @returns where the lines begin */
export function letterhead(document: PDFKit.PDFDocument, head: Head): number {
  const { statement, words, isFirst } = head
  const { accountName, currency, mode } = statement
  if (mode === 'test') {
    document.rect(0, 0, page.width, 20).fill('#ffe9c7')
    document.font('Helvetica-Bold').fontSize(8).fillColor(TEST)
    document.text('TEST MODE: NOT REAL MONEY', page.left, 6.5, { lineBreak: false })
  }
  const whole = new Column(page.left, page.right, false)
  const right = new Column(320, page.right, true)
  document.font('Helvetica-Bold').fontSize(11).fillColor(INK)
  whole.write(document, 42, 'OpenScrip')
  document.font('Helvetica').fontSize(9).fillColor(MUTED)
  right.write(document, 43, isFirst ? 'Wallet statement' : `${accountName} · ${words.period}`)
  if (isFirst) writeFirst(document, head, { whole, right })
  const y = (isFirst ? FIRST_TOP : NEXT_TOP) - 26
  document.font('Helvetica-Bold').fontSize(8).fillColor(MUTED)
  columns.time.write(document, y, 'Date')
  columns.what.write(document, y, 'Description')
  columns.moneyIn.write(document, y, `In (${currency})`)
  columns.moneyOut.write(document, y, `Out (${currency})`)
  columns.balance.write(document, y, `Balance (${currency})`)
  document
    .moveTo(page.left, y + 14)
    .lineTo(page.right, y + 14)
    .lineWidth(0.8)
    .strokeColor(INK)
    .stroke()
  return isFirst ? FIRST_TOP : NEXT_TOP
}

interface Columns {
  readonly whole: Column
  readonly right: Column
}

function writeFirst(
  document: PDFKit.PDFDocument,
  { statement, totals, words }: Head,
  { whole, right }: Columns,
): void {
  const { accountName, accountId, currency, mode, opening, closing } = statement
  document.font('Helvetica-Bold').fontSize(19).fillColor(INK)
  whole.write(document, 84, accountName)
  document.font('Helvetica').fontSize(9.5).fillColor(MUTED)
  whole.write(document, 112, `Account ${accountId} · ${mode} wallet in ${currency}`)
  whole.write(document, 127, words.period)
  right.write(
    document,
    127,
    `${totals.lines.toLocaleString('en')} ${totals.lines === 1 ? 'transfer' : 'transfers'}`,
  )
  const sums = [
    ['Opening balance', opening],
    ['Money in', totals.moneyIn],
    ['Money out', totals.moneyOut],
    ['Closing balance', closing],
  ] as const
  const width = (page.right - page.left) / sums.length
  document.roundedRect(page.left, 156, page.right - page.left, 56, 6).fill('#f4f5f8')
  for (const [index, [name, amount]] of sums.entries()) {
    const left = page.left + index * width + 12
    const cell = new Column(left, left + width - 18, false)
    document.font('Helvetica').fontSize(8.5).fillColor(MUTED)
    cell.write(document, 170, name)
    document.font('Helvetica-Bold').fontSize(12).fillColor(INK)
    cell.write(document, 187, words.amount(amount))
  }
}

export interface Foot {
  readonly left: string
  readonly right: string
}

export function foot(document: PDFKit.PDFDocument, { left, right }: Foot): void {
  const y = page.height - 40
  document.font('Helvetica').fontSize(8).fillColor(MUTED)
  new Column(page.left, 400, false).write(document, y, left)
  new Column(400, page.right, true).write(document, y, right)
}
