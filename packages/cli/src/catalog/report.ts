import type { ImportReport } from '@openscrip/server'
import pc from 'picocolors'
import { findLines } from './lines.ts'

/** Where the rows came from. */
export interface ImportSource {
  /** As it is called in sentences. */
  readonly name: string
  /** Of a file, for the lines of what is refused. */
  readonly text?: string
}

type Refusal = ImportReport['refused'][number]

const REFUSED_SHOWN = 50
const NOT_KEPT_SHOWN = 20
const LEAPS_SHOWN = 20

/** What programs are told: the report, with the line of each refusal in a file. */
export function toJson(report: ImportReport, source: ImportSource): object {
  return { ...report, refused: withLines(report.refused, source) }
}

function withLines(refused: readonly Refusal[], { text }: ImportSource) {
  if (text === undefined || refused.length === 0) return refused
  const lineOf = findLines(text, new Set(refused.map(({ index }) => index)))
  return refused
    .map((refusal) => ({ line: lineOf(refusal.index, refusal.field), ...refusal }))
    .sort((a, b) => a.line - b.line)
}

/** What people are told. */
export function describeImport(
  report: ImportReport,
  source: ImportSource,
  isDryRun: boolean,
): string {
  const lines = report.refused.length > 0 ? refusals(report, source) : [summary(report, isDryRun)]
  lines.push(...report.rates.filter(hasLeapt).slice(0, LEAPS_SHOWN).map(describeLeap))
  if (report.notKept.length > 0) {
    const more = report.notKept.length > NOT_KEPT_SHOWN ? ', …' : ''
    const names = report.notKept.slice(0, NOT_KEPT_SHOWN).map(printable).join(', ')
    lines.push(pc.dim(`  Not kept, because unknown: ${names}${more}`))
  }
  if (!report.isWhole && report.refused.length === 0) {
    lines.push(pc.dim('  These are a part of a catalogue, so no other product was withdrawn.'))
  }
  return `${lines.join('\n')}\n`
}

function summary(report: ImportReport, isDryRun: boolean): string {
  const counts = [
    `${count(report.new.length)} new`,
    `${count(report.changed.length)} changed`,
    `${count(report.unchanged)} unchanged`,
    `${count(report.withdrawn.length)} withdrawn`,
    ...(report.rates.length > 0 ? [`rates of ${currencies(report.rates)}`] : []),
  ]
  const text = `${products(report.rows)}: ${counts.join(', ')}.`
  return isDryRun
    ? `${pc.yellow('○')} Nothing was changed. It would be ${text}`
    : `${pc.green('✓')} ${text}`
}

type RateChange = ImportReport['rates'][number]

function currencies({ length, 0: only }: readonly RateChange[]): string {
  return length === 1 ? `${only?.currency}` : `${count(length)} currencies`
}

/** A rate that moves by more than this says that one of the two was wrong. */
const LEAP = 1.25

function hasLeapt({ before, after }: RateChange): boolean {
  const factor = before === null ? 1 : Number(after) / Number(before)
  return factor > LEAP || factor < 1 / LEAP
}

function describeLeap({ currency, before, after }: RateChange): string {
  const [was, is] = [before, after].map((rate) => Number(Number(rate).toPrecision(6)))
  return pc.yellow(
    `  Is this right? A US dollar was ${was} ${currency}, and is ${is} by this list.`,
  )
}

function refusals({ refused, rows }: ImportReport, source: ImportSource): string[] {
  const shown = withLines(refused.slice(0, REFUSED_SHOWN), source).map((refusal) => {
    const { index, productId, field, message } = refusal
    const place = 'line' in refusal ? `${source.name}:${refusal.line}` : source.name
    const product = productId === null ? `row ${index + 1}` : `product ${printable(productId)}`
    return { place, product, sentence: `${pc.bold(field || 'it')} ${printable(message)}` }
  })
  const placeWidth = Math.max(...shown.map(({ place }) => place.length))
  const productWidth = Math.max(...shown.map(({ product }) => product.length))
  const lines = shown.map(
    ({ place, product, sentence }) =>
      `${pc.cyan(place.padEnd(placeWidth))}  ${product.padEnd(productWidth)}  ${sentence}`,
  )
  const hidden = refused.length - shown.length
  if (hidden > 0) lines.push(pc.dim(`… and ${count(hidden)} more; --json lists them all`))
  const bad = new Set(refused.map(({ index }) => index)).size
  lines.push(
    `${pc.red('✗')} Nothing was changed: of ${products(rows)} ${count(bad)} cannot be taken.`,
  )
  return lines
}

const TEXT_SHOWN = 200

/** What a file says, in one line, and without what a terminal would obey. */
function printable(text: string): string {
  return text.slice(0, TEXT_SHOWN).replace(/\p{C}/gu, '?')
}

function products(number: number): string {
  return number === 1 ? '1 product' : `${count(number)} products`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
