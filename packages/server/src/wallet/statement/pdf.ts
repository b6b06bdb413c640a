import { setImmediate as yieldToOthers } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { getCurrency } from '../../core/currency.ts'
import { formatMicros } from '../../core/money.ts'
import { dayOf } from '../period.ts'
import { addLine, noTotals, type Totals } from './model.ts'
import {
  columns,
  foot,
  INK,
  type Layout,
  layOut,
  letterhead,
  MUTED,
  page,
  RULE,
  type Words,
} from './paper.ts'
import type { Statement } from './service.ts'
import type { Line } from './store.ts'

export interface PdfOptions {
  readonly timeZone: string
  readonly madeAt: Date
}

/**
 * A statement as a document for people who keep books: whose it is, of what time, opening balance,
 * what came in and went out, the closing balance, every line, and numbered pages.
 */
export async function* toPdf(statement: Statement, options: PdfOptions): AsyncGenerator<Buffer> {
  const lines = await Array.fromAsync(statement.lines)
  const totals = lines.reduce(addLine, noTotals)
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `Wallet statement of ${statement.accountName}`,
      Author: 'OpenScrip',
      CreationDate: options.madeAt,
    },
  })
  const writing = write(document, {
    statement,
    lines,
    totals,
    words: createWords(statement, options),
  })
  for await (const piece of document) yield piece as Buffer
  await writing
}

interface Content {
  readonly statement: Statement
  readonly lines: readonly Line[]
  readonly totals: Totals
  readonly words: Words
}

/** A page at a time, so that other requests are answered between two of them. */
async function write(document: PDFKit.PDFDocument, content: Content): Promise<void> {
  const { lines, words } = content
  const layouts = layOut(lines.length)
  for (const [index, layout] of layouts.entries()) {
    document.addPage()
    const top = letterhead(document, { ...content, isFirst: index === 0 })
    writeLines(document, lines.slice(layout.first, layout.end), { top, words })
    if (layout.hasSums) writeSums(document, layout, { ...content, top })
    foot(document, { left: words.made, right: `Page ${index + 1} of ${layouts.length}` })
    await yieldToOthers()
  }
  document.end()
}

interface Place {
  readonly top: number
  readonly words: Words
}

function writeLines(
  document: PDFKit.PDFDocument,
  lines: readonly Line[],
  { top, words }: Place,
): void {
  document.font('Helvetica').fontSize(8.5)
  for (const [index, line] of lines.entries()) {
    const y = top + index * page.row
    document.fillColor(MUTED)
    columns.time.write(document, y, words.time(line.at))
    document.fillColor(INK)
    columns.what.write(document, y, describe(line))
    const { wallet, balance } = line
    if (wallet > 0n) columns.moneyIn.write(document, y, words.amount(wallet))
    if (wallet < 0n) columns.moneyOut.write(document, y, words.amount(-wallet))
    columns.balance.write(document, y, words.amount(balance))
    document
      .moveTo(page.left, y + page.row - 4)
      .lineTo(page.right, y + page.row - 4)
      .lineWidth(0.4)
      .strokeColor(RULE)
      .stroke()
  }
}

function writeSums(
  document: PDFKit.PDFDocument,
  layout: Layout,
  { statement, totals, words, top }: Content & Place,
): void {
  const y = top + (layout.end - layout.first) * page.row + 4
  document.font('Helvetica-Bold').fontSize(8.5).fillColor(INK)
  columns.what.write(document, y, 'Closing balance')
  columns.moneyIn.write(document, y, words.amount(totals.moneyIn))
  columns.moneyOut.write(document, y, words.amount(totals.moneyOut))
  columns.balance.write(document, y, words.amount(statement.closing))
  document.font('Helvetica').fillColor(MUTED)
  const spent = [
    ['Cards', totals.sales],
    ['Fees', totals.fees],
    ['Text messages', totals.sms],
    ['Discounts', totals.discounts],
  ] as const
  for (const [index, [name, amount]] of spent.entries()) {
    const line = y + (index + 1) * page.row
    columns.what.write(document, line, name)
    columns.moneyOut.write(document, line, words.amount(amount))
  }
}

function describe({ kind, orderId, wallet, note, reference }: Line): string {
  if (kind === 'order') return `Order ${orderId}`
  if (kind === 'commission') return `Discount of order ${orderId}`
  const said = [note, reference].filter((text) => text !== null).join(' · ')
  if (said !== '') return said
  return wallet < 0n ? 'Withdrawal' : 'Funding'
}

function createWords({ currency, period }: Statement, { timeZone, madeAt }: PdfOptions): Words {
  const places = getCurrency(currency).minorPlaces
  const { format } = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  // The last day of a period is the one before its end.
  const lastDay = dayOf(new Date((period.until ?? madeAt).getTime() - 1), timeZone)
  const firstDay = period.from === undefined ? 'the beginning' : dayOf(period.from, timeZone)
  return {
    period: `From ${firstDay} to ${lastDay}`,
    made: `Made ${format(madeAt)} · times in ${timeZone}`,
    time: (moment) => format(moment),
    amount: (amount) => group(formatMicros(amount, places)),
  }
}

/** `1234567.80` as `1,234,567.80`. */
function group(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
