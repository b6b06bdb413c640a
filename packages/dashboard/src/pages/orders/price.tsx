import { Divider, Stack, Text } from '@mantine/core'
import { exact, formatMoney } from '../../app/money.ts'
import { Money } from '../../components/money.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import type { Detail } from './calls.ts'
import styles from './lines.module.css'
import { ScopedLink } from './scoped-link.tsx'

const said = texts.orders.order.price

/** What it cost, and the lines that it wrote into the ledger. */
export function Price({ order }: { readonly order: Detail }) {
  const { quantity, currencyCode: currency, transfers } = order
  const face = formatMoney(exact(order, 'unitPrice'), order.cardCurrencyCode)
  const discount = `-${exact(order, 'discount')}`
  return (
    <Section
      title={said.title}
      actions={
        transfers[0] && (
          <ScopedLink
            scope="wallet:read"
            otherwise={null}
            to="/wallet"
            search={{ before: lastOf(transfers) + 1 }}
            size="sm"
          >
            {said.statement}
          </ScopedLink>
        )
      }
    >
      <Lines
        lines={[
          {
            label: said.face(texts.orders.list.quantity(quantity, face)),
            amount: exact(order, 'face'),
          },
          { label: said.fee, amount: exact(order, 'fee') },
          ...(order.smsFee === 0 ? [] : [{ label: said.smsFee, amount: exact(order, 'smsFee') }]),
          ...(order.discount === 0
            ? []
            : [{ label: said.discount, amount: discount, isPlain: true }]),
        ]}
        total={{ label: said.cost, amount: exact(order, 'cost') }}
        currency={currency}
      />
      <Divider my="sm" />
      <Lines
        lines={[
          { label: said.before, amount: exact(order, 'balanceBefore') },
          { label: said.after, amount: exact(order, 'balanceAfter') },
        ]}
        currency={currency}
      />
      <Text size="sm" fw={560} mt="md" mb={4}>
        {said.ledger}
      </Text>
      {transfers.length === 0 && (
        <Text size="sm" c="dimmed">
          {said.noTransfers}
        </Text>
      )}
      <Stack gap="xs">
        {transfers.map((transfer) => (
          <LedgerLines
            key={transfer.id}
            title={said.transfer(transfer.id, transfer.kind)}
            {...transfer}
          />
        ))}
      </Stack>
    </Section>
  )
}

/** The statement begins with it. */
const lastOf = (transfers: Detail['transfers']) => transfers.at(-1)?.id ?? 0

interface LedgerLinesProps {
  readonly title: string
  readonly entries: Detail['transfers'][number]['entries']
  readonly currencyCode: string
}

/** One transfer, a line for each entry; they sum to zero. */
export function LedgerLines({ title, entries, currencyCode }: LedgerLinesProps) {
  return (
    <div className={styles.ledger}>
      <Text size="xs" c="dimmed" mb={4}>
        {title}
      </Text>
      <Lines
        lines={entries.map((entry) => ({
          label: texts.orders.order.ledgerAccounts[entry.ledgerAccount],
          amount: exact(entry, 'amount'),
        }))}
        currency={currencyCode}
        isSigned
      />
    </div>
  )
}

interface Line {
  readonly label: string
  readonly amount: number | string
  /** For what is taken off a price: less is no loss. */
  readonly isPlain?: boolean
}

export interface LinesProps {
  readonly lines: readonly Line[]
  readonly total?: Line
  readonly currency: string
  readonly isSigned?: boolean
}

/** Amounts beneath one another, with their names. */
export function Lines({ lines, total, currency, isSigned = false }: LinesProps) {
  return (
    <dl className={styles.lines}>
      {lines.map(({ label, amount, isPlain = false }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money
              amount={amount}
              currency={currency}
              isSigned={isSigned}
              {...(isPlain && { c: 'inherit' })}
            />
          </dd>
        </div>
      ))}
      {total && (
        <div data-total>
          <dt>{total.label}</dt>
          <dd>
            <Money amount={total.amount} currency={currency} />
          </dd>
        </div>
      )}
    </dl>
  )
}
