import { Select } from '@mantine/core'
import { texts } from '../texts/index.ts'
import { filterWidth } from './filter-bar.tsx'

interface FacetSelectProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly options:
    | readonly { readonly id: string | number; readonly name: string; readonly count: number }[]
    | undefined
  readonly onChange: (value: string) => void
}

/** What may be chosen, with how much of it there is. */
export function FacetSelect({ label, placeholder, value, options, onChange }: FacetSelectProps) {
  const data = (options ?? []).map(({ id, name, count }) => ({
    value: String(id),
    label: texts.pricing.list.withCount(name, count),
  }))
  // A choice that nothing fits any more stays chosen, and can be seen to be.
  const isMissing =
    options !== undefined && value !== '' && data.every((option) => option.value !== value)
  return (
    <Select
      aria-label={label}
      placeholder={placeholder}
      w={filterWidth(168)}
      searchable
      clearable
      limit={300}
      value={value || null}
      data={isMissing ? [{ value, label: texts.pricing.list.withCount(value, 0) }, ...data] : data}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}
