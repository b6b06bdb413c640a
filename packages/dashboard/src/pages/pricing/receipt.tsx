import { Select, Stack, Text } from '@mantine/core'
import { describeValues } from '../../app/face-values.ts'
import { exact, formatAmount } from '../../app/money.ts'
import { Money } from '../../components/money.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { AmountField } from './amount-filter.tsx'
import styles from './product.module.css'
import { minus, type Product } from './values.ts'

const words = texts.pricing.product

interface ReceiptProps {
  readonly product: Product
  /** Decimal text; empty for the smallest face value. */
  readonly amount: string
  readonly onAmount: (amount: string) => void
  /** True while the price is that of the amount before. */
  readonly isStale: boolean
}

/** What a card of some face value costs, line by line. */
export function Receipt({ product, amount, onAmount, isStale }: ReceiptProps) {
  const { price, denominationType, recipientCurrencyCode: currency } = product
  return (
    <Section title={words.receipt}>
      <Stack gap="sm">
        {denominationType === 'RANGE' ? (
          <AmountField
            label={words.amountOf(currency)}
            placeholder={formatAmount(exact(product, 'minDenomination'), 0)}
            value={amount}
            onChange={onAmount}
          />
        ) : (
          <Select
            label={words.amount}
            // The address may have it as 5.00.
            value={String(Number(amount) || price?.unitPrice)}
            data={product.denominations.map((value) => ({
              value: String(value),
              label: `${formatAmount(value, 0)} ${currency}`,
            }))}
            allowDeselect={false}
            onChange={(value) => onAmount(value ?? '')}
          />
        )}
        {price === null ? (
          <Text size="sm" c="dimmed">
            {product.senderFee === null
              ? words.noPrices
              : words.notSold(describeValues(product, 12))}
          </Text>
        ) : (
          <Lines price={price} currency={currency} isStale={isStale} />
        )}
      </Stack>
    </Section>
  )
}

interface LinesProps {
  readonly price: NonNullable<Product['price']>
  readonly currency: string
  readonly isStale: boolean
}

function Lines({ price, currency, isStale }: LinesProps) {
  const value = `${formatAmount(exact(price, 'unitPrice'), 0)} ${currency}`
  const lines = [
    { label: words.face(value), amount: exact(price, 'face') },
    { label: words.feeLine, amount: exact(price, 'fee') },
    { label: words.discountLine, amount: minus(exact(price, 'discount')), isGood: true },
  ]
  return (
    <dl className={styles.receipt} aria-busy={isStale}>
      {lines.map(({ label, amount, isGood }) => (
        <div key={label} className={styles.line}>
          <dt>{label}</dt>
          <dd>
            <Money
              amount={amount}
              currency={price.currencyCode}
              look="bare"
              {...(isGood && { c: 'var(--scrip-positive)' })}
            />
          </dd>
        </div>
      ))}
      <div className={`${styles.line} ${styles.total}`}>
        <dt>{words.total}</dt>
        <dd>
          <Money amount={exact(price, 'cost')} currency={price.currencyCode} fw={620} />
        </dd>
      </div>
    </dl>
  )
}
