import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { texts } from '../texts/index.ts'
import styles from './filter-bar.module.css'

/** Of a field in it: on a phone, two stand beside each other. */
export const filterWidth = (width: number) => ({ base: 'calc(50% - 4px)', xs: width })

export interface FilterBarProps {
  readonly search?: {
    readonly label: string
    /** What the address holds. */
    readonly value: string
    readonly onSearch: (value: string) => void
  }
  /** Further fields, each bound to the state of the address. */
  readonly children?: ReactNode
  /** Shown while a filter is set. */
  readonly onClear?: (() => void) | undefined
  /** At the other end: export, columns. */
  readonly actions?: ReactNode
}

/** Search and filters above a table; what they hold lives in the address (`useUrlState`). */
export function FilterBar({ search, children, onClear, actions }: FilterBarProps) {
  return (
    <div className={styles.bar}>
      {search && <SearchField {...search} />}
      {children}
      {onClear && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {texts.common.clearFilters}
        </Button>
      )}
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}

/** Searches a moment after the last key, and at once by Enter; `/` jumps here. */
function SearchField({ label, value, onSearch }: NonNullable<FilterBarProps['search']>) {
  const [typed, setTyped] = useState(value)
  const searched = useRef(value)
  const search = (text: string) => {
    searchSoon.cancel()
    searched.current = text
    onSearch(text)
  }
  const searchSoon = useDebouncedCallback(search, 300)
  useEffect(() => {
    // What was searched for here comes back from the address while one types on.
    if (value === searched.current) return
    searchSoon.cancel()
    searched.current = value
    setTyped(value)
  }, [value, searchSoon])
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      data-search
      value={typed}
      className={styles.search ?? ''}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label={texts.common.clearFilters}
            onClick={() => {
              setTyped('')
              search('')
            }}
          />
        )
      }
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        searchSoon(event.currentTarget.value.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search(typed.trim())
      }}
    />
  )
}
