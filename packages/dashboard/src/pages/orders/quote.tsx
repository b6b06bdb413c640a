import { Alert, Button, Divider, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { OperationOutput } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { LedgerLines, Lines } from './price.tsx'

export type Quote = OperationOutput<'POST /orders/quote'>

const said = texts.orders.place.quote

export interface QuotePanelProps {
  readonly quote: Quote | undefined
  /** True while a newer price is on its way. */
  readonly isStale: boolean
  /** What is wrong with no field in particular. */
  readonly error: unknown
  /** The price that was confirmed is not that of now any more. */
  readonly hasChanged: boolean
  readonly isReady: boolean
  readonly onReview: () => void
}

/** What the order costs at this moment, kept beside the form. */
export function QuotePanel(props: QuotePanelProps) {
  const { quote, isStale, error, hasChanged, isReady, onReview } = props
  return (
    <Section title={said.title}>
      <Stack gap="md" aria-live="polite" aria-busy={isStale}>
        {quote === undefined && !error && <Text c="dimmed">{said.empty}</Text>}
        {error !== undefined && error !== null && <ErrorNotice error={error} />}
        {quote && (
          <div style={{ opacity: isStale ? 0.5 : 1 }}>
            <QuoteLines quote={quote} />
            <Divider my="sm" />
            <Lines
              lines={[
                { label: said.balance, amount: exact(quote, 'balance') },
                { label: said.after, amount: exact(quote, 'balanceAfter') },
              ]}
              currency={quote.currencyCode}
            />
          </div>
        )}
        {hasChanged && <Alert color="amber">{said.changed}</Alert>}
        {quote && !quote.isAffordable && <TooLittle quote={quote} />}
        <Button disabled={!isReady} onClick={onReview} fullWidth>
          {said.review}
        </Button>
        {quote && (
          <Text size="xs" c="dimmed">
            {said.at}
          </Text>
        )}
      </Stack>
    </Section>
  )
}

/** The parts of the price and their sum. */
export function QuoteLines({ quote }: { readonly quote: Quote }) {
  const { quantity, currencyCode: currency } = quote
  const face = formatMoney(exact(quote, 'unitPrice'), quote.cardCurrencyCode)
  const optional = [
    { label: said.smsFee, amount: exact(quote, 'smsFee'), isThere: quote.smsFee !== 0 },
    {
      label: said.discount,
      amount: `-${exact(quote, 'discount')}`,
      isPlain: true,
      isThere: quote.discount !== 0,
    },
  ]
  return (
    <Lines
      lines={[
        { label: texts.orders.list.quantity(quantity, face), amount: exact(quote, 'face') },
        { label: said.fee, amount: exact(quote, 'fee') },
        ...optional.filter(({ isThere }) => isThere),
      ]}
      total={{ label: said.cost, amount: exact(quote, 'cost') }}
      currency={currency}
    />
  )
}

/** What buying will write into the ledger, line by line. */
export function QuoteLedger({ quote }: { readonly quote: Quote }) {
  return quote.transfers.map(({ kind, entries }) => (
    <LedgerLines
      key={kind}
      title={texts.orders.place.review.ledger}
      entries={entries}
      currencyCode={quote.currencyCode}
    />
  ))
}

function TooLittle({ quote }: { readonly quote: Quote }) {
  return (
    <Alert color="amber" icon={<IconAlertTriangle size={18} />}>
      <Text size="sm">{said.poor(formatMoney(exact(quote, 'missing'), quote.currencyCode))}</Text>
      <PageLink to="/wallet" size="sm">
        {said.fund}
      </PageLink>
    </Alert>
  )
}
