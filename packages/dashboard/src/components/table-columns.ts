import type { Column } from './data-table.tsx'

type Columns<Row> = readonly Column<Row>[]

/** Columns without a title hold buttons: they stand whatever is chosen. */
export const choosable = <Row>(columns: Columns<Row>): Columns<Row> =>
  columns.filter(({ title }) => title !== '')

/** The keys of what stands without a choice, in a window that has room or has not. */
export const usualKeys = <Row>(columns: Columns<Row>, isNarrow: boolean): readonly string[] =>
  choosable(columns)
    .filter(({ isOptional, isWideOnly }) => !isOptional && !(isNarrow && isWideOnly))
    .map(({ key }) => key)

/** A choice as the address and the browser keep it; empty for what stands without one. */
export function writeChoice<Row>(
  columns: Columns<Row>,
  keys: readonly string[],
  isNarrow: boolean,
): string {
  const inOrder = choosable(columns).filter(({ key }) => keys.includes(key))
  const text = inOrder.map(({ key }) => key).join(',')
  return text === usualKeys(columns, isNarrow).join(',') ? '' : text
}

/** The keys that a text names, in the page's order; undefined when it names no column. */
export function readChoice<Row>(
  columns: Columns<Row>,
  text: string,
): readonly string[] | undefined {
  const asked = text.split(',')
  const keys = choosable(columns)
    .map(({ key }) => key)
    .filter((key) => asked.includes(key))
  return keys.length === 0 ? undefined : keys
}

/**
 * The columns of a choice. Whoever chose has said what to see, so it is there on a phone as well
 * and the table goes on to a side; only what nobody chose makes way by itself (`isWideOnly`).
 */
export function shownColumns<Row>(
  columns: Columns<Row>,
  keys: readonly string[] | undefined,
): Columns<Row> {
  if (keys === undefined) return columns.filter(({ isOptional }) => !isOptional)
  return columns
    .filter(({ key, title }) => title === '' || keys.includes(key))
    .map((column) => ({ ...column, isWideOnly: false }))
}
