import { Paper, Table } from '@mantine/core'
import { Money } from '../../components/money.tsx'
import { texts } from '../../texts/index.ts'

const words = texts.wallet.ledger

const names = texts.orders.order.ledgerAccounts

export interface LedgerLine {
  readonly ledgerAccount: keyof typeof names
  /** Exact text, negative where money leaves. */
  readonly amount: number | string
}

export interface LedgerLinesProps {
  readonly lines: readonly LedgerLine[]
  readonly currency: string
}

/** The lines of a transfer as the ledger has them, and that they sum to zero. */
export function LedgerLines({ lines, currency }: LedgerLinesProps) {
  return (
    <Paper style={{ overflow: 'hidden' }}>
      <Table aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.account}</Table.Th>
            <Table.Th ta="right">{words.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ ledgerAccount, amount }) => (
            <Table.Tr key={ledgerAccount}>
              <Table.Td>{names[ledgerAccount]}</Table.Td>
              <Table.Td ta="right">
                <Money amount={amount} currency={currency} isSigned />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot style={{ borderTop: '1px solid var(--table-border-color)' }}>
          <Table.Tr style={{ border: 0 }}>
            <Table.Th>{words.sum}</Table.Th>
            <Table.Th ta="right">
              <Money amount="0" currency={currency} />
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Paper>
  )
}

/** What approving or making money books. */
export const fundingLines = (amount: string): readonly LedgerLine[] => [
  { ledgerAccount: 'funding', amount: `-${amount}` },
  { ledgerAccount: 'wallet', amount },
]
