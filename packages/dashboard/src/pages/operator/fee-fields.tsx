import { Group, TextInput } from '@mantine/core'
import { AmountInput } from '../../components/amount-input.tsx'
import { texts } from '../../texts/index.ts'

/** Fees and discount as plain decimal text; empty for what is not set. */
export interface Fees {
  readonly discountPercentage: string
  readonly senderFee: string
  readonly senderFeeCurrencyCode: string
  readonly senderFeePercentage: string
}

export interface FeeFieldsProps {
  readonly value: Fees
  readonly onChange: (part: Partial<Fees>) => void
  /** Where none may be left empty. */
  readonly isRequired?: boolean
}

const words = texts.operator.prices

/** As many as the server keeps. */
const DIGITS = 6

/** The three parts of a price that operators decide. */
export function FeeFields({ value, onChange, isRequired = false }: FeeFieldsProps) {
  const percent = (label: string, field: 'discountPercentage' | 'senderFeePercentage') => (
    <AmountInput
      label={label}
      currency={words.percent}
      digits={DIGITS}
      required={isRequired}
      value={value[field]}
      onChange={(text) => onChange({ [field]: text })}
    />
  )
  return (
    <>
      {percent(words.discount, 'discountPercentage')}
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <AmountInput
          label={words.fee}
          currency={value.senderFeeCurrencyCode}
          digits={DIGITS}
          rightSection={null}
          required={isRequired}
          style={{ flex: 1 }}
          value={value.senderFee}
          onChange={(text) => onChange({ senderFee: text })}
        />
        <TextInput
          aria-label={words.currency}
          autoComplete="off"
          w={80}
          maxLength={3}
          required={isRequired}
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

/** What of the fields is filled in, as the API takes it. */
export function feesOf(fees: Fees): Partial<Fees> {
  const { senderFeeCurrencyCode, ...amounts } = fees
  const given = Object.entries(amounts).filter(([, text]) => text !== '')
  return {
    ...Object.fromEntries(given),
    ...(fees.senderFee !== '' && { senderFeeCurrencyCode }),
  }
}
