import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { texts } from '../texts/index.ts'

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
    <Group justify="space-between" mb="sm" gap="xs">
      <Group gap="xs" style={{ flex: 1 }}>
        {search && <SearchField {...search} />}
        {children}
        {onClear && (
          <Button variant="subtle" color="gray" onClick={onClear}>
            {texts.common.clearFilters}
          </Button>
        )}
      </Group>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  )
}

/** Searches a moment after the last key, and at once by Enter; `/` jumps here. */
function SearchField({ label, value, onSearch }: NonNullable<FilterBarProps['search']>) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const searchSoon = useDebouncedCallback(onSearch, 300)
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      data-search
      value={typed}
      w={{ base: '100%', xs: 280 }}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label={texts.common.clearFilters}
            onClick={() => {
              setTyped('')
              onSearch('')
            }}
          />
        )
      }
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        searchSoon(event.currentTarget.value.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(typed.trim())
      }}
    />
  )
}
