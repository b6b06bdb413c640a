import { styleText } from 'node:util'
import type { Figure } from './figures.ts'
import type { Judgement } from './goals.ts'
import type { Machine } from './machine.ts'
import type { Options } from './options.ts'
import type { Sample } from './rounds.ts'
import { targets } from './targets.ts'

export interface Report {
  readonly machine: Machine
  readonly options: Options
  readonly figures: readonly Figure[]
  readonly goals: readonly Judgement[]
  readonly samples: readonly Sample[]
  readonly failure?: string
}

/** The report for people. `styleText` leaves colours out where they are not wanted. */
export function formatReport(report: Report): string {
  const sections = [
    formatMachine(report),
    formatFigures(report.figures),
    formatChecks(report.samples),
    formatGoals(report.goals),
    report.failure === undefined ? '' : styleText('red', `Broken: ${report.failure}`),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function formatMachine({ machine, options }: Report): string {
  const { connections, warmupSeconds, seconds, rounds, poolConnections } = options
  return [
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, ${machine.system}`,
    `Node.js ${machine.node}, PostgreSQL ${machine.postgres}, fsync and synchronous_commit on`,
    `disk: ${grouped(machine.syncsPerSecond)} fdatasync/s · load before: ` +
      machine.loadBefore.toFixed(2),
    `${connections} connections, ${warmupSeconds} s warm-up, ${seconds} s measured, ` +
      `${plural(rounds, 'round')}, ${poolConnections} database connections for transaction per order`,
  ].join('\n')
}

const COLUMNS = [
  ...['', 'requests/s', 'p50 ms', 'p99 ms', 'max ms', 'bytes out/in', 'load cores'],
  ...['server µs', 'database µs'],
]
const RATIO_COLUMNS = ['× echo', '× transaction', '× statement']

function formatFigures(figures: readonly Figure[]): string {
  if (figures.length === 0) return ''
  const rows = figures.map((figure) => [
    targets[figure.target].label,
    grouped(figure.perSecond),
    figure.p50Ms.toFixed(2),
    figure.p99Ms.toFixed(2),
    figure.maxMs.toFixed(1),
    `${figure.requestBytes.toFixed(0)}/${figure.answerBytes.toFixed(0)}`,
    figure.generatorCores.toFixed(2),
    micros(figure.serverMicros),
    micros(figure.databaseMicros),
    ratio(figure.ratios.echo),
    ratio(figure.ratios.transaction),
    ratio(figure.ratios.statement),
  ])
  const [head = '', ...lines] = aligned([[...COLUMNS, ...RATIO_COLUMNS], ...rows])
  return [styleText('bold', head), ...lines].join('\n')
}

const CHECK_MARKS = { passed: '✓', failed: '✗', 'not available': '–' } as const
const CHECK_COLOURS = { passed: 'green', failed: 'red', 'not available': 'yellow' } as const

function formatChecks(samples: readonly Sample[]): string {
  const lines = samples.flatMap(({ target, checks }) =>
    checks.map(({ name, outcome, detail }) => {
      const mark = styleText(CHECK_COLOURS[outcome], CHECK_MARKS[outcome])
      return `${mark} ${targets[target].label}: ${name} ${detail}`
    }),
  )
  const refusals =
    samples.length === 0 ? [] : [`${styleText('green', '✓')} no answer but the expected`]
  return [...refusals, ...lines].join('\n')
}

function formatGoals(goals: readonly Judgement[]): string {
  const lines = aligned(
    goals.map(({ name, bound, limit, unit, measured, verdict }) => [
      name,
      `${bound} ${quantity(limit)}${unit}`,
      measured === undefined ? '–' : `${quantity(measured)}${unit}`,
      verdict,
    ]),
  )
  const colours = { met: 'green', 'not met': 'red', 'not measured': 'dim' } as const
  const coloured = goals.map(({ verdict }, at) => styleText(colours[verdict], lines[at] ?? ''))
  return [styleText('bold', 'Goals'), ...coloured].join('\n')
}

/** Pads cells to columns: the first to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  '),
  )
}

function micros(value: number | undefined): string {
  return value === undefined ? '–' : quantity(Math.round(value))
}

function ratio(value: number | undefined): string {
  return value === undefined ? '–' : `${quantity(value)}×`
}

function quantity(value: number): string {
  return value >= 100 ? grouped(value) : String(Number(value.toPrecision(3)))
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
