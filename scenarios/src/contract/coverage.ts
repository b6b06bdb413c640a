import { type Dialect, dialects } from './dialects.ts'
import { type DocumentedAnswer, findAnswer, type Operation } from './document.ts'
import { elsewhere, occursIn } from './reach.ts'

/** An answer that a scenario has asserted. */
export interface Asserted {
  readonly method: string
  /** With or without its query. */
  readonly path: string
  readonly status: number
  readonly contentType: string
  readonly text: string
  /** Undefined for callers that no dialect belongs to: then it holds for all. */
  readonly dialect: Dialect | undefined
}

/** Which answers of the document have been asserted, in which dialects. */
export interface Coverage {
  /** Counts an answer; one that the document does not know is another's to complain about. */
  count(answer: Asserted): void
  /** Answers that can be provoked and that no scenario has asserted, in sentences. */
  missing(): string[]
  /** The whole table, as Markdown. */
  print(): string
}

interface Row {
  readonly operation: Operation
  readonly answer: DocumentedAnswer
  readonly covered: Set<Dialect>
}

export function createCoverage(operations: readonly Operation[]): Coverage {
  const rows = operations.flatMap((operation) =>
    operation.answers.map((answer): Row => ({ operation, answer, covered: new Set() })),
  )
  const isElsewhere = ({ operation: { id }, answer: { name } }: Row) =>
    (elsewhere[`${id} ${name}`] ?? elsewhere[name]) !== undefined

  return {
    count(asserted) {
      const pathname = asserted.path.replace(/\?.*$/s, '')
      const operation = operations.find(
        ({ method, path }) => method === asserted.method && path.test(pathname),
      )
      const answer = operation && findAnswer(operation, asserted)
      const row = rows.find((known) => known.operation === operation && known.answer === answer)
      if (row === undefined) return
      for (const dialect of asserted.dialect ? [asserted.dialect] : dialects) {
        row.covered.add(dialect)
      }
    },
    missing: () =>
      rows
        .filter((row) => !isElsewhere(row))
        .flatMap((row) =>
          dialects
            .filter((dialect) => occurs(row, dialect) && !row.covered.has(dialect))
            .map((dialect) => `${titleOf(row.operation)}: ${nameOf(row.answer)} in ${dialect}`),
        ),
    print: () => {
      const shown = rows.filter((row) => row.covered.size > 0 || !isElsewhere(row))
      return [...HEAD, ...printRows(shown), ...printElsewhere()].join('\n')
    },
  }
}

function occurs({ operation, answer }: Row, dialect: Dialect): boolean {
  return occursIn(operation, answer).includes(dialect)
}

const titleOf = ({ method, template }: Operation) => `${method} ${template}`

function nameOf({ status, name, code }: DocumentedAnswer): string {
  if (status < 400) return `${status} ${name}`.trim()
  return `${status} ${code ?? 'null'} (${name})`
}

const HEAD = [
  '# What the contract scenarios cover',
  '',
  'Generated: `npx vitest run scenarios/contract -u` writes this file, and the tests fail while it is',
  'stale. One table per operation of `openapi.json`, with every answer that is documented there. ✓: a',
  'scenario provokes it and asserts it whole. –: it does not occur in that dialect. The Management API',
  'has no dialects.',
]

/** Says of whatever an operation answers in which dialects it was asserted. */
function printRows(rows: readonly Row[]): string[] {
  const lines: string[] = []
  for (const [operation, own] of Map.groupBy(rows, (row) => row.operation)) {
    lines.push('', `## \`${titleOf(operation)}\``, '')
    const [first, ...others] = dialects
    const shown = operation.access === 'manage' ? [first] : [first, ...others]
    const head = ['Status', 'Answer', ...(operation.access === 'manage' ? ['Asserted'] : shown)]
    const cells = own.map((row) => [
      `${row.answer.status}`,
      describe(row.answer),
      ...shown.map((dialect) => markOf(row, dialect)),
    ])
    lines.push(...formatTable([head, ...cells]))
  }
  return lines
}

function markOf(row: Row, dialect: Dialect): string {
  if (row.covered.has(dialect)) return '✓'
  return occurs(row, dialect) ? '**missing**' : '–'
}

function printElsewhere(): string[] {
  const cells = Object.entries(elsewhere).map(([name, { why, test }]) => [name, why, `\`${test}\``])
  return [
    '',
    '## Not from outside',
    '',
    'Answers that no request can provoke, by their names in `openapi.json`.',
    '',
    ...formatTable([['Answer', 'Because', 'Tested in'], ...cells]),
    '',
  ]
}

function describe({ status, name, code, sentence }: DocumentedAnswer): string {
  if (status < 400) return name === '' ? 'nothing' : `\`${name}\``
  return `\`${code ?? 'null'}\` ${escapeCell(firstSentence(sentence))}`
}

const firstSentence = (text = '') => text.split('. ')[0] ?? ''

const escapeCell = (text: string) => text.replaceAll('|', '\\|')

/** A Markdown table with even columns. */
function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => [...(row[column] ?? '')].length)),
  )
  const print = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...body.map(print)]
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - [...text].length)
}
