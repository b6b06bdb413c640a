import { Text, type TextProps } from '@mantine/core'
import { formatMoney } from '../app/money.ts'

export interface MoneyProps extends TextProps {
  /** Exact: the text that the SDK keeps beside a number, or the number. See `exact`. */
  readonly amount: number | string
  readonly currency: string
  /** `bare` leaves the currency out: for columns whose head names it. */
  readonly look?: 'code' | 'bare'
  /** Gives a plus to what comes in; negative amounts always have their minus and their colour. */
  readonly isSigned?: boolean
}

/** An exact amount with its currency, in figures of one width. */
export function Money({ amount, currency, look = 'code', isSigned = false, ...text }: MoneyProps) {
  const written = formatMoney(amount, currency, 'bare')
  const isNegative = written.startsWith('−')
  const isPositive = !isNegative && Number(amount) > 0
  const color = isNegative ? 'var(--scrip-negative)' : 'var(--scrip-positive)'
  const isColored = isNegative || (isSigned && isPositive)
  return (
    <Text
      component="span"
      inherit
      className="tabular"
      style={{ whiteSpace: 'nowrap' }}
      {...(isColored && { c: color })}
      {...text}
    >
      {isSigned && isPositive ? `+${written}` : written}
      {look === 'code' && <span className="currency">{`\u00a0${currency}`}</span>}
    </Text>
  )
}
