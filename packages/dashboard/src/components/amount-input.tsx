import { Text, TextInput, type TextInputProps } from '@mantine/core'
import { digitsOf } from '../app/money.ts'

export interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Plain decimal text, such as `1250.50`: what the API takes, never a float. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly currency: string
}

/** A field for an amount of money, kept as exact text; it takes `1,250.50` and `1250,50` alike. */
export function AmountInput({ value, onChange, currency, ...rest }: AmountInputProps) {
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
      value={value}
      onChange={(event) => onChange(cleanAmount(event.currentTarget.value, currency))}
    />
  )
}

/** What was typed or pasted, as plain decimal text with no more digits than the currency has. */
export function cleanAmount(typed: string, currency: string): string {
  const kept = typed.replace(/[^\d.,]/g, '')
  const last = Math.max(kept.lastIndexOf('.'), kept.lastIndexOf(','))
  if (last === -1) return kept
  const behind = kept.slice(last + 1)
  const isThousands = behind.length === 3 && /^\d{1,3}([.,]\d{3})+$/.test(kept)
  const whole = kept.slice(0, isThousands ? undefined : last).replace(/[.,]/g, '')
  const digits = digitsOf(currency)
  return isThousands || digits === 0 ? whole : `${whole || '0'}.${behind.slice(0, digits)}`
}
