import { Table } from '@mantine/core'
import { Money } from '../../components/money.tsx'
import { texts } from '../../texts/index.ts'

export interface LedgerLine {
  readonly ledgerAccount: string
  /** Exact text, negative where money leaves. */
  readonly amount: number | string
}

export interface LedgerLinesProps {
  readonly lines: readonly LedgerLine[]
  readonly currency: string
}

const words = texts.wallet.ledger

/** The lines of a transfer as the ledger has them, and that they sum to zero. */
export function LedgerLines({ lines, currency }: LedgerLinesProps) {
  return (
    <Table withTableBorder aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.account}</Table.Th>
          <Table.Th ta="right">{words.amount}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ ledgerAccount, amount }) => (
          <Table.Tr key={ledgerAccount}>
            <Table.Td>{words.names[ledgerAccount] ?? ledgerAccount}</Table.Td>
            <Table.Td ta="right">
              <Money amount={amount} currency={currency} isSigned />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{words.sum}</Table.Th>
          <Table.Th ta="right">
            <Money amount="0" currency={currency} />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  )
}

/** What approving or making money books. */
export const fundingLines = (amount: string): readonly LedgerLine[] => [
  { ledgerAccount: 'funding', amount: `-${amount}` },
  { ledgerAccount: 'wallet', amount },
]
