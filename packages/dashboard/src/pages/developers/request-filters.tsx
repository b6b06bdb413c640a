import { CloseButton, Group, Pill, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { FilterBar, filterWidth } from '../../components/filter-bar.tsx'
import { texts } from '../../texts/index.ts'
import type { Client } from './client.ts'

const { requests: words } = texts.developers

/** What the address holds. */
export const noFilter = {
  q: '',
  status: '',
  method: '',
  path: '',
  client: '',
  code: '',
  order: '',
  since: '',
}

export type Filter = typeof noFilter

export const isFiltered = (filter: Filter): boolean =>
  Object.keys(noFilter).some((name) => filter[name as keyof Filter] !== '')

const methods = ['GET', 'POST'] as const

/** What the API is asked by. */
export function queryOf(filter: Filter) {
  const { q, status, method, path, client, code, order, since } = filter
  const known = [...methods, 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const
  const ofMethod = known.find((each) => each === method)
  return {
    ...(q !== '' && { q }),
    ...(status !== '' && { status }),
    ...(ofMethod !== undefined && { method: ofMethod }),
    ...(path !== '' && { path }),
    ...(client !== '' && { clientId: client }),
    ...(code !== '' && { errorCode: code }),
    ...(/^\d+$/.test(order) && { transactionId: Number(order) }),
    ...(since !== '' && { from: momentAgo(Number(since)) }),
  }
}

/** To a minute, so that the same question has the same answer for a while. */
function momentAgo(seconds: number): string {
  const minute = 60_000
  const now = Math.floor(Date.now() / minute) * minute
  return new Date(now - (Number.isFinite(seconds) ? seconds : 0) * 1_000).toISOString()
}

const endpoints = [
  '/oauth/token',
  '/orders',
  '/orders/transactions/:transactionId/cards',
  '/reports/transactions',
  '/reports/transactions/:transactionId',
  '/accounts/balance',
  '/products',
  '/products/:productId',
  '/countries',
  '/discounts',
  '/fx-rate',
] as const

export interface RequestFiltersProps {
  readonly filter: Filter
  readonly clients: readonly Client[]
  readonly onChange: (change: Partial<Filter>, replace?: boolean) => void
  readonly actions: ReactNode
}

/** Search and filters of the request log. */
export function RequestFilters({ filter, clients, onChange, actions }: RequestFiltersProps) {
  const set = (name: keyof Filter) => (value: string | null) => onChange({ [name]: value ?? '' })
  return (
    <>
      <FilterBar
        search={{
          label: words.search,
          value: filter.q,
          onSearch: (q) => onChange({ q }, true),
        }}
        onClear={isFiltered(filter) ? () => onChange(noFilter) : undefined}
        actions={actions}
      >
        <Choice
          label={words.status}
          data={optionsOf(words.statuses)}
          value={filter.status}
          onChange={set('status')}
        />
        <Choice
          label={words.method}
          data={[{ value: '', label: words.anyMethod }, ...methods.map(plain)]}
          value={filter.method}
          onChange={set('method')}
        />
        <Choice
          label={words.endpoint}
          width={160}
          data={[{ value: '', label: words.anyEndpoint }, ...endpoints.map(plain)]}
          value={filter.path}
          onChange={set('path')}
        />
        {clients.length > 0 && (
          <Choice
            label={words.client}
            data={[
              { value: '', label: words.anyClient },
              ...clients.map(({ clientId, name }) => ({ value: clientId, label: name })),
            ]}
            value={filter.client}
            onChange={set('client')}
          />
        )}
        <Choice
          label={words.time}
          data={optionsOf(words.times)}
          value={filter.since}
          onChange={set('since')}
        />
      </FilterBar>
      <Chips filter={filter} onChange={onChange} />
    </>
  )
}

const plain = (value: string) => ({ value, label: value })

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .map(([value, label]) => ({ value, label }))
    // Keys that are numbers come first, whatever was written.
    .toSorted((one, other) => Number(one.value !== '') - Number(other.value !== ''))

interface ChoiceProps {
  readonly label: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string | null) => void
  readonly width?: number
}

function Choice({ label, data, value, onChange, width = 128 }: ChoiceProps) {
  // What the address holds and nobody offers is shown as it is.
  const isKnown = data.some((option) => option.value === value)
  return (
    <Select
      aria-label={label}
      allowDeselect={false}
      w={filterWidth(width)}
      data={isKnown ? [...data] : [...data, { value, label: value }]}
      value={value}
      onChange={onChange}
    />
  )
}

/** Filters that have no field, because they come from links. */
function Chips({ filter, onChange }: Pick<RequestFiltersProps, 'filter' | 'onChange'>) {
  const chips = [
    { name: 'order', label: filter.order && words.order(filter.order) },
    { name: 'code', label: filter.code && words.code(filter.code) },
  ].filter(({ label }) => label !== '')
  if (chips.length === 0) return null
  return (
    <Group gap="xs" mb="sm">
      {chips.map(({ name, label }) => (
        <Pill key={name} size="md">
          {label}
          <CloseButton
            size="xs"
            ml={4}
            aria-label={words.remove(label)}
            onClick={() => onChange({ [name]: '' })}
          />
        </Pill>
      ))}
    </Group>
  )
}
