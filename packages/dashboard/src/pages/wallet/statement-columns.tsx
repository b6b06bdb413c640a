import { Text } from '@mantine/core'
import { exact } from '../../app/money.ts'
import type { Column, Shows } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Money } from '../../components/money.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import type { Transfer } from './kinds.ts'

const { statement: words, transfer: fields } = texts.wallet

/** Columns that a text stands in, or nothing. */
const textColumn = (key: 'note' | 'reference' | 'postedBy'): Column<Transfer> => ({
  key,
  title: fields[key],
  isOptional: true,
  render: (transfer) => (
    <Text inherit maw={240} truncate title={transfer[key] ?? undefined}>
      {transfer[key]}
    </Text>
  ),
})

export const columnsOf = (currency: string): readonly Column<Transfer>[] => [
  {
    key: 'when',
    title: words.columns.when,
    width: 190,
    isWideOnly: true,
    render: ({ at }) => <DateTime at={at} look="absolute" />,
  },
  {
    key: 'transfer',
    title: fields.id,
    align: 'right',
    isOptional: true,
    render: ({ id }) => id,
  },
  {
    key: 'what',
    title: words.columns.what,
    render: (transfer, shows) => <What transfer={transfer} shows={shows} />,
  },
  {
    key: 'kind',
    title: fields.kind,
    isOptional: true,
    render: ({ kind }) => fields.kinds[kind],
  },
  textColumn('note'),
  textColumn('reference'),
  textColumn('postedBy'),
  {
    key: 'amount',
    title: words.columns.amount(currency),
    align: 'right',
    render: (transfer) => (
      <Money amount={exact(transfer, 'amount')} currency={currency} look="bare" isSigned />
    ),
  },
  {
    key: 'balance',
    title: words.columns.balance(currency),
    align: 'right',
    render: (transfer) => (
      <Money amount={exact(transfer, 'balance')} currency={currency} look="bare" />
    ),
  },
]

interface WhatProps {
  readonly transfer: Transfer
  readonly shows: Shows
}

function What({ transfer, shows }: WhatProps) {
  const { at, note, reference, postedBy } = transfer
  const said = [
    !shows('note') && note,
    !shows('reference') && reference,
    !shows('postedBy') && postedBy && words.by(postedBy),
  ].filter((text) => typeof text === 'string')
  return (
    <>
      <Name transfer={transfer} />
      {said.length > 0 && (
        <Text size="xs" c="dimmed" lineClamp={1}>
          {said.join(' · ')}
        </Text>
      )}
      {shows('when') === 'wide' && (
        <Text size="xs" c="dimmed" hiddenFrom="sm" component="div">
          <DateTime at={at} />
        </Text>
      )}
    </>
  )
}

function Name({ transfer: { kind, transactionId, amount } }: { readonly transfer: Transfer }) {
  const { order, commission, funding, withdrawal } = words.what
  if (transactionId === null) return amount < 0 ? withdrawal : funding
  return (
    <PageLink to={`/orders/${transactionId}`} c="inherit" inherit>
      {kind === 'order' ? order(transactionId) : commission(transactionId)}
    </PageLink>
  )
}
