import '@mantine/dates/styles.css'
import { Button, Select, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import {
  useDebouncedCallback,
  useDebouncedValue,
  useDisclosure,
  useMediaQuery,
} from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconCalendar, IconUser } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useCall } from '../../app/api.ts'
import { addDays, dayOf } from '../../app/days.ts'
import { useMode } from '../../app/mode.ts'
import { texts } from '../../texts/index.ts'
import { type Filter, isRecipient } from './filter.ts'

const said = texts.orders.list

export interface FiltersProps {
  readonly filter: Filter
  readonly onChange: (change: Partial<Filter>) => void
}

/** Days, product and recipient, between the search and the actions; folded away on a phone. */
export function Filters(props: FiltersProps) {
  const isNarrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false })
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <>
      {isNarrow && (
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {said.filters}
        </Button>
      )}
      {(isOpen || !isNarrow) && (
        <>
          <DayRange {...props} />
          <ProductFilter
            value={props.filter.productId}
            onChoose={(productId) => props.onChange({ productId })}
          />
          <RecipientFilter
            value={props.filter.recipient}
            onChange={(recipient) => props.onChange({ recipient })}
          />
        </>
      )}
    </>
  )
}

const WIDTH = { base: '100%', xs: 188 }

function DayRange({ filter, onChange }: FiltersProps) {
  const { from, to } = filter
  const [range, setRange] = useState<[string | null, string | null]>([from || null, to || null])
  useEffect(() => setRange([from || null, to || null]), [from, to])
  const today = dayOf(Date.now())
  const { presets } = said
  return (
    <DatePickerInput
      type="range"
      allowSingleDateInRange
      weekendDays={[]}
      clearable
      placeholder={said.time}
      valueFormat="D MMM YYYY"
      defaultDate={today}
      maxDate={today}
      leftSection={<IconCalendar size={15} aria-hidden />}
      w={{ base: '100%', xs: from === '' ? 170 : 230 }}
      value={range}
      presets={[
        { label: presets.today, value: [today, today] },
        { label: presets.week, value: [addDays(today, -6), today] },
        { label: presets.month, value: [addDays(today, -29), today] },
      ]}
      onChange={([first, last]) => {
        setRange([first, last])
        // Half a range is still being chosen.
        if ((first === null) === (last === null)) onChange({ from: first ?? '', to: last ?? '' })
      }}
    />
  )
}

interface ProductFilterProps {
  readonly value: string
  readonly onChoose: (productId: string) => void
}

function ProductFilter({ value, onChoose }: ProductFilterProps) {
  const mode = useMode()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed, 250)
  const path = { productId: Number(value) }
  const { data: chosen } = useCall(
    'GET /products/{productId}',
    { path, query: { mode } },
    { isEnabled: value !== '' },
  )
  const isAsking = q !== '' && q !== chosen?.productName
  const { data: found } = useCall(
    'GET /products',
    { query: { mode, size: 20, ...(isAsking && { q }) } },
    { keepsLast: true },
  )
  const options = new Map(
    [...(found?.content ?? []), ...(chosen === undefined ? [] : [chosen])].map((product) => [
      String(product.productId),
      product.productName,
    ]),
  )
  if (value !== '' && !options.has(value)) options.set(value, value)
  return (
    <Select
      aria-label={said.productLabel}
      placeholder={said.product}
      searchable
      clearable
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      filter={({ options: all }) => all}
      value={value === '' ? null : value}
      onChange={(id) => onChoose(id ?? '')}
      onSearchChange={setTyped}
      nothingFoundMessage={said.noProducts}
      limit={20}
      w={WIDTH}
    />
  )
}

interface RecipientFilterProps {
  readonly value: string
  readonly onChange: (recipient: string) => void
}

function RecipientFilter({ value, onChange }: RecipientFilterProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const changeSoon = useDebouncedCallback((text: string) => {
    if (isRecipient(text)) onChange(text)
  }, 400)
  return (
    <TextInput
      aria-label={said.recipientLabel}
      placeholder={said.recipient}
      leftSection={<IconUser size={15} aria-hidden />}
      value={typed}
      w={WIDTH}
      error={isRecipient(typed.trim()) ? undefined : said.recipientInvalid}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        changeSoon(event.currentTarget.value.trim())
      }}
    />
  )
}
