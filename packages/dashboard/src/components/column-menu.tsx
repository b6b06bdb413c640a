import { ActionIcon, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconColumns3 } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useKept } from '../app/kept.ts'
import { useUrlState } from '../app/url-state.ts'
import { texts } from '../texts/index.ts'
import styles from './column-menu.module.css'
import type { Column } from './data-table.tsx'
import { type Density, useDensity } from './density.ts'
import { choosable, readChoice, shownColumns, usualKeys, writeChoice } from './table-columns.ts'

const words = texts.common.columns

/** Where `isWideOnly` columns make way, as the table's styles have it. */
const NARROW = '(max-width: 47.99em)'

export interface ChosenColumns<Row> {
  /** For the `DataTable`. */
  readonly shown: readonly Column<Row>[]
  /** For the `ColumnMenu`. */
  readonly menu: ColumnMenuProps
}

/**
 * Lets people choose among the columns of a table. The choice stands in the address (`columns`) and
 * is remembered by this browser under the table's name; the address wins, and a choice made over it
 * is remembered anew.
 */
export function useColumns<Row>(
  table: string,
  columns: readonly Column<Row>[],
): ChosenColumns<Row> {
  const [{ columns: asked }, set] = useUrlState({ columns: '' })
  const [kept, keep] = useKept(`openscrip.columns.${table}`)
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false })
  const remembered = readChoice(columns, kept)
  const keys = readChoice(columns, asked) ?? remembered
  const isUntold = asked === '' && remembered !== undefined
  useEffect(() => {
    // Whoever copies the address shows others the same.
    if (isUntold) set({ columns: kept }, { replace: true })
  }, [isUntold, kept, set])
  const choose = (text: string) => {
    keep(text)
    set({ columns: text }, { replace: true })
  }
  return {
    shown: shownColumns(columns, keys),
    menu: {
      columns: choosable(columns),
      chosen: keys ?? usualKeys(columns, isNarrow),
      onChoose: (chosen) => choose(writeChoice(columns, chosen, isNarrow)),
      ...(keys !== undefined && { onReset: () => choose('') }),
    },
  }
}

export interface ColumnMenuProps {
  readonly columns: readonly Pick<Column<never>, 'key' | 'title'>[]
  readonly chosen: readonly string[]
  readonly onChoose: (keys: string[]) => void
  /** Absent while nothing is chosen. */
  readonly onReset?: () => void
}

/** The button beside a table's filters: which columns it shows, and how high rows are. */
export function ColumnMenu({ columns, chosen, onChoose, onReset }: ColumnMenuProps) {
  const [density, setDensity] = useDensity()
  return (
    <Menu position="bottom-end" width={220} classNames={{ itemIndicator: styles.indicator ?? '' }}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={words.button} title={words.button}>
          <IconColumns3 size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.button}</Menu.Label>
        <div className={styles.columns}>
          <Menu.CheckboxGroup value={[...chosen]} onChange={onChoose}>
            {columns.map(({ key, title }) => (
              <Menu.CheckboxItem
                key={key}
                value={key}
                // A table without columns is none.
                disabled={chosen.length === 1 && chosen[0] === key}
              >
                {title}
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        </div>
        {onReset && <Menu.Item onClick={onReset}>{words.reset}</Menu.Item>}
        <Menu.Divider />
        <Menu.Label>{words.rows}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(value) => setDensity(value as Density)}>
          {(['comfortable', 'compact'] as const).map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {words.densities[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
