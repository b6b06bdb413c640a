import { Skeleton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import styles from './data-table.module.css'
import { useDensity } from './density.ts'
import { ErrorNotice } from './error-notice.tsx'
import { usePath } from './page-link.tsx'
import { type Paging, TablePaging } from './table-paging.tsx'

export interface Column<Row> {
  readonly key: string
  /** Empty for a column of buttons. */
  readonly title: string
  readonly render: (row: Row, shows: Shows) => ReactNode
  /** Figures and money stand on the right. */
  readonly align?: 'left' | 'right'
  readonly width?: number | string
  /** Left out where there is no room for it. */
  readonly isWideOnly?: boolean
  /** Left out until somebody chooses it (`useColumns`). */
  readonly isOptional?: boolean
  /** The name that the API sorts by; makes the head a button. */
  readonly sortsBy?: string
}

/**
 * Where a column stands beside the one that is drawn, so that nothing is said twice: nowhere,
 * always, or only where there is room, so that a line is wanted elsewhere.
 */
export type Shows = (key: string) => false | 'always' | 'wide'

export interface DataTableProps<Row> {
  /** What the table holds, for whoever does not see it. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  /** Undefined while the first ones are on their way. */
  readonly rows: readonly Row[] | undefined
  readonly keyOf: (row: Row) => string | number
  readonly error?: unknown
  readonly onRetry?: () => void
  /** Where a row leads: a page behind the mode, such as `/orders/5`. */
  readonly toOf?: (row: Row) => string
  /** What a row opens in place, for instance a panel; instead of `toOf`. */
  readonly onOpen?: (row: Row) => void
  /** What is shown when there are no rows. */
  readonly empty: ReactNode
  readonly paging?: Paging
  /** True while the rows are those of the page before. */
  readonly isStale?: boolean
  /** `name` or `-name`, as the API takes it. */
  readonly sort?: { readonly by: string; readonly onSort: (by: string) => void }
  /** Rows of the skeleton. */
  readonly rowsExpected?: number
  /** Inside a section: without a frame of its own. */
  readonly isFlush?: boolean
}

/**
 * Rows that the server pages: head that stays, rows that open by click, Enter or in a new tab by
 * Ctrl-click, arrow keys between them, a skeleton of the same height, empty and error states.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, columns, rows, error, onRetry, empty, paging, isStale = false } = props
  const { rowsExpected = 8, isFlush = false } = props
  const [density] = useDensity()
  const hasFailed = error !== undefined && error !== null
  const notice = hasFailed && <ErrorNotice error={error} {...(onRetry && { onRetry })} />
  if (notice && rows === undefined) return notice
  return (
    <div className={styles.frame} data-flush={isFlush} data-density={density}>
      {notice}
      <div className={styles.scroll} {...(!opensRows(props) && { tabIndex: 0 })}>
        {rows?.length === 0 ? (
          empty
        ) : (
          <table
            ref={watchWidth}
            className={styles.table}
            data-stale={isStale}
            aria-label={name}
            aria-busy={rows === undefined}
          >
            <Head {...props} />
            <tbody>
              {rows === undefined
                ? Array.from({ length: rowsExpected }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
                    <SkeletonRow key={index} columns={columns} />
                  ))
                : rows.map((row) => <BodyRow key={props.keyOf(row)} row={row} {...props} />)}
            </tbody>
          </table>
        )}
      </div>
      {paging && (rows === undefined || rows.length > 0 || !isFirst(paging)) && (
        <div className={styles.foot}>
          <TablePaging paging={paging} count={rows?.length ?? 0} />
        </div>
      )}
    </div>
  )
}

/**
 * Marks a frame whose table is wider than itself. A frame that scrolls holds the head instead of the
 * window, so only those do that have to.
 */
function watchWidth(table: HTMLTableElement | null): (() => void) | undefined {
  const frame = table?.parentElement
  if (!table || !frame) return undefined
  const observer = new ResizeObserver(() => {
    frame.dataset.overflows = String(table.offsetWidth > frame.clientWidth + 1)
  })
  observer.observe(frame)
  observer.observe(table)
  return () => {
    observer.disconnect()
    delete frame.dataset.overflows
  }
}

/** Rows that open are reached by keyboard, and what scrolls with them. */
const opensRows = <Row,>({ toOf, onOpen }: DataTableProps<Row>): boolean =>
  toOf !== undefined || onOpen !== undefined

const isFirst = (paging: Paging): boolean =>
  paging.kind === 'pages' ? paging.page <= 1 : paging.isFirst

function Head<Row>({ columns, sort }: DataTableProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, align = 'left', width, isWideOnly, sortsBy }) => (
          <th
            key={key}
            scope="col"
            data-align={align}
            style={{ width }}
            className={isWideOnly ? styles.wide : undefined}
            {...(sort && sortsBy && { 'aria-sort': ariaSort(sort.by, sortsBy) })}
          >
            {sort && sortsBy ? <SortButton title={title} sort={sort} sortsBy={sortsBy} /> : title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function ariaSort(by: string, column: string): 'ascending' | 'descending' | 'none' {
  if (by === column) return 'ascending'
  return by === `-${column}` ? 'descending' : 'none'
}

interface SortButtonProps {
  readonly title: string
  readonly sort: NonNullable<DataTableProps<never>['sort']>
  readonly sortsBy: string
}

function SortButton({ title, sort, sortsBy }: SortButtonProps) {
  const sorted = ariaSort(sort.by, sortsBy)
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[sorted]
  return (
    <button
      type="button"
      className={styles.sort}
      data-sorted={sorted !== 'none'}
      onClick={() => sort.onSort(sorted === 'ascending' ? `-${sortsBy}` : sortsBy)}
    >
      {title}
      <Icon size={12} aria-hidden />
    </button>
  )
}

function SkeletonRow<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <tr>
      {columns.map(({ key, isWideOnly }) => (
        <td key={key} className={isWideOnly ? styles.wide : undefined}>
          <Skeleton h={12} w="70%" />
        </td>
      ))}
    </tr>
  )
}

function BodyRow<Row>({ row, columns, toOf, onOpen }: DataTableProps<Row> & { readonly row: Row }) {
  const navigate = useNavigate()
  const path = usePath()
  const opens = toOf !== undefined || onOpen !== undefined
  const shows: Shows = (wanted) => {
    const column = columns.find(({ key }) => key === wanted)
    return column !== undefined && (column.isWideOnly ? 'wide' : 'always')
  }
  function open(isNewTab: boolean): void {
    if (toOf === undefined) {
      onOpen?.(row)
      return
    }
    const to = path(toOf(row))
    if (isNewTab) window.open(`/dashboard${to}`, '_blank', 'noopener')
    else void navigate({ to: to as never })
  }
  function click(event: MouseEvent<HTMLElement>): void {
    const isOnControl = (event.target as Element).closest('a,button,input,label') !== null
    const isSelecting = window.getSelection()?.isCollapsed === false
    if (!isOnControl && !isSelecting) open(event.ctrlKey || event.metaKey)
  }
  function press(event: KeyboardEvent<HTMLElement>): void {
    if (event.target !== event.currentTarget) return
    const { key, currentTarget } = event
    const next = key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'
    if (key === 'Enter') open(event.ctrlKey || event.metaKey)
    else if (key !== 'ArrowDown' && key !== 'ArrowUp') return
    else (currentTarget[next] as HTMLElement | null)?.focus()
    event.preventDefault()
  }
  return (
    <tr data-opens={opens} {...(opens && { tabIndex: 0, onClick: click, onKeyDown: press })}>
      {columns.map(({ key, render, align = 'left', isWideOnly }) => (
        <td key={key} data-align={align} className={isWideOnly ? styles.wide : undefined}>
          {render(row, shows)}
        </td>
      ))}
    </tr>
  )
}
