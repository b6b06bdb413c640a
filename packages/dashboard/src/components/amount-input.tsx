import { Text, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { cleanDecimal, digitsOf } from '../app/money.ts'

export interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Plain decimal text, such as `1250.50`: what the API takes, never a float. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Or another unit, with the digits that it has: `%`. */
  readonly currency: string
  readonly digits?: number
}

/** A field for an amount of money, kept as exact text; it takes `1,250.50` and `1250,50` alike. */
export function AmountInput(props: AmountInputProps) {
  const { value, onChange, currency, digits = digitsOf(props.currency), ...rest } = props
  const [typed, setTyped] = useState(value)
  // Left as it is typed while it means the value, and shown as the value afterwards.
  const shown = cleanDecimal(typed, digits) === value ? typed : value
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      rightSectionWidth={56}
      rightSection={
        <Text size="sm" c="dimmed">
          {currency}
        </Text>
      }
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
      {...rest}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(cleanDecimal(event.currentTarget.value, digits))
      }}
      onBlur={(event) => {
        setTyped(value)
        rest.onBlur?.(event)
      }}
    />
  )
}
