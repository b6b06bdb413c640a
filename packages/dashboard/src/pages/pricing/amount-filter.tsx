import { TextInput, type TextInputProps, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { filterWidth } from '../../components/filter-bar.tsx'
import { texts } from '../../texts/index.ts'
import { readFaceValue } from './values.ts'

export interface AmountFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Plain decimal text; empty for none. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A face value; it acts a moment after the last key, and at once by Enter. */
export function AmountField({ value, onChange, ...rest }: AmountFieldProps) {
  const [typed, setTyped] = useState(value)
  // Left as it is typed while it means the value.
  useEffect(() => setTyped((now) => (readFaceValue(now) === value ? now : value)), [value])
  const changeSoon = useDebouncedCallback((text: string) => onChange(readFaceValue(text)), 400)
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        changeSoon(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChange(readFaceValue(typed))
      }}
    />
  )
}

const { amount: label, amountHint } = texts.pricing.list

/** Leaves the cards that are sold at some face value. */
export function AmountFilter(props: Pick<AmountFieldProps, 'value' | 'onChange'>) {
  return (
    <Tooltip label={amountHint} multiline maw={260}>
      <AmountField aria-label={label} placeholder={label} w={filterWidth(150)} {...props} />
    </Tooltip>
  )
}
