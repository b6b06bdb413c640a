import { Text, TextInput, type TextInputProps } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import { cleanDecimal, digitsOf, formatAmount } from '../app/money.ts'

export interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Plain decimal text, such as `1250.50`: what the API takes, never a float. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Or another unit, with the digits that it has: `%`. */
  readonly currency: string
  readonly digits?: number
}

/**
 * A field for an amount of money, kept as exact text; it takes `1,250.50` and `1250,50` alike, and
 * sets thousands apart when one leaves it.
 */
export function AmountInput(props: AmountInputProps) {
  const { value, onChange, currency, digits = digitsOf(props.currency), ...rest } = props
  const [typed, setTyped] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const isHeld = typed !== undefined
  // As fields are when one comes by the keyboard; the new text would lose it.
  useLayoutEffect(() => {
    if (isHeld) field.current?.select()
  }, [isHeld])
  // Left as it is typed while it means the value.
  const isTyping = isHeld && cleanDecimal(typed, digits) === value
  // Another unit has no digits that are always written: 1.5 % are no 1.50 %.
  const written = value && formatAmount(value, props.digits === undefined ? digits : 0)
  const shown = isTyping ? typed : isHeld ? value : written
  return (
    <TextInput
      ref={field}
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
      onFocus={(event) => {
        setTyped(value)
        rest.onFocus?.(event)
      }}
      onBlur={(event) => {
        setTyped(undefined)
        rest.onBlur?.(event)
      }}
    />
  )
}
