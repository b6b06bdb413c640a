import { Group, Text, TextInput } from '@mantine/core'
import { texts } from '../../texts/index.ts'

/** Fees and discount as they are typed; empty for what stays as it is. */
export interface TypedFees {
  readonly discountPercentage: string
  readonly senderFee: string
  readonly senderFeeCurrencyCode: string
  readonly senderFeePercentage: string
}

export interface FeeFieldsProps {
  readonly value: TypedFees
  readonly onChange: (part: Partial<TypedFees>) => void
}

const words = texts.operator.prices

const figures = { input: { fontVariantNumeric: 'tabular-nums' } } as const

/** The three parts of a price that operators decide. */
export function FeeFields({ value, onChange }: FeeFieldsProps) {
  const percent = (label: string, field: 'discountPercentage' | 'senderFeePercentage') => (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      styles={figures}
      value={value[field]}
      rightSection={
        <Text size="sm" c="dimmed">
          {words.percent}
        </Text>
      }
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <>
      {percent(words.discount, 'discountPercentage')}
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={words.fee}
          inputMode="decimal"
          autoComplete="off"
          styles={figures}
          style={{ flex: 1 }}
          value={value.senderFee}
          onChange={(event) => onChange({ senderFee: event.currentTarget.value })}
        />
        <TextInput
          aria-label={words.currency}
          autoComplete="off"
          w={80}
          maxLength={3}
          value={value.senderFeeCurrencyCode}
          onChange={(event) =>
            onChange({ senderFeeCurrencyCode: event.currentTarget.value.toUpperCase() })
          }
        />
      </Group>
      {percent(words.feePercentage, 'senderFeePercentage')}
    </>
  )
}

/** What of the fields is filled in, as the API takes it: decimals as they were typed. */
export function feesOf(typed: TypedFees): Record<string, string> {
  const { senderFeeCurrencyCode: currency, ...amounts } = typed
  const given = Object.entries(amounts)
    .map(([name, text]) => [name, text.replaceAll(',', '').trim()] as const)
    .filter(([, text]) => text !== '')
  const fees = Object.fromEntries(given)
  return fees.senderFee === undefined ? fees : { ...fees, senderFeeCurrencyCode: currency }
}
