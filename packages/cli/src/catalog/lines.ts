import { type JSONPath, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false }

/** Where and how a text stops being JSON, to follow the name of its file. */
export function describeBreak(text: string): string {
  let first: { line: number; column: number; code: ParseErrorCode } | undefined
  walk(text, {
    onError(code, _offset, _length, line, column) {
      first ??= { line: line + 1, column: column + 1, code }
    },
  })
  if (first === undefined) return ' is no JSON.'
  // `CommaExpected`: comma expected.
  const what = printParseErrorCode(first.code)
    .replace(/\B[A-Z]/g, ' $&')
    .toLowerCase()
  return `:${first.line}:${first.column} is no JSON: ${what}.`
}

/**
 * Finds the lines, counted from 1, of rows and their fields. Of a field that
 * is missing it is that of the object that should have it.
 *
 * @param rows places in the list of those that are going to be asked for
 */
export function findLines(
  text: string,
  rows: ReadonlySet<number>,
): (row: number, field: string) => number {
  const lines = new Map<string, number>()

  function note(path: JSONPath, line: number): void {
    const [row, ...field] = path[0] === 'content' ? path.slice(1) : path
    if (typeof row !== 'number' || !rows.has(row)) return
    const key = keyOf(row, toField(field))
    if (!lines.has(key)) lines.set(key, line + 1)
  }

  walk(text, {
    onObjectBegin: (_offset, _length, line, _column, path) => note(path(), line),
    onObjectProperty: (name, _offset, _length, line, _column, path) =>
      note([...path(), name], line),
    onArrayBegin: (_offset, _length, line, _column, path) => note(path(), line),
    onLiteralValue: (_value, _offset, _length, line, _column, path) => note(path(), line),
  })
  return (row, field) => {
    for (let name = field; name !== ''; name = name.replace(/(^|\.|\[)[^.[]*$/, '')) {
      const line = lines.get(keyOf(row, name))
      if (line !== undefined) return line
    }
    return lines.get(keyOf(row, '')) ?? 1
  }
}

function keyOf(row: number, field: string): string {
  return `${row} ${field}`
}

/** `['brand', 'brandId']` is `brand.brandId`, and `['logoUrls', 0]` is `logoUrls[0]`. */
function toField(path: JSONPath): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
  return parts.join('').replace(/^\./, '')
}

function walk(text: string, visitor: Parameters<typeof visit>[1]): void {
  try {
    visit(text, visitor, STRICT)
  } catch (error) {
    // It calls itself for what is inside; no catalogue is so deep that this matters.
    if (!(error instanceof RangeError)) throw error
  }
}
