import { Drawer, Skeleton, Stack, Text } from '@mantine/core'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact } from '../../app/money.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Money } from '../../components/money.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import type { Transfer } from './kinds.ts'
import { LedgerLines } from './ledger-lines.tsx'

export interface TransferPanelProps {
  /** 0 for none. */
  readonly id: number
  /** The transfer, when the table has it. */
  readonly known: Transfer | undefined
  readonly onClose: () => void
}

const words = texts.wallet.transfer

/** One transfer with its lines in the ledger; its id is in the address. */
export function TransferPanel({ id, known, onClose }: TransferPanelProps) {
  const mode = useMode()
  const isOpen = id > 0
  const query = { mode, before: id + 1, limit: 1 }
  const found = useCall(
    'GET /wallet/statement',
    { query },
    { isEnabled: isOpen && known === undefined },
  )
  const transfer = known ?? found.data?.content.find((each) => each.id === id)
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={620}>{words.title(id)}</Text>}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {found.error && <ErrorNotice error={found.error} />}
      {found.isLoading && <Skeleton h={240} />}
      {transfer && <Facts transfer={transfer} />}
      {found.data && !transfer && <Text c="dimmed">{words.missing}</Text>}
    </Drawer>
  )
}

function Facts({ transfer }: { readonly transfer: Transfer }) {
  const { kind, at, currencyCode, transactionId, note, reference, postedBy } = transfer
  const optional = [
    [words.note, note],
    [words.reference, reference && <CopyableId value={reference} key="reference" />],
    [words.postedBy, postedBy],
  ] as const
  return (
    <Stack gap="lg">
      <Details
        items={[
          { label: words.kind, value: words.kinds[kind] },
          { label: words.at, value: <DateTime at={at} look="absolute" /> },
          {
            label: words.amount,
            value: <Money amount={exact(transfer, 'amount')} currency={currencyCode} isSigned />,
          },
          {
            label: words.balance,
            value: <Money amount={exact(transfer, 'balance')} currency={currencyCode} />,
          },
          ...(transactionId === null
            ? []
            : [
                {
                  label: words.order,
                  value: <PageLink to={`/orders/${transactionId}`}>{transactionId}</PageLink>,
                },
              ]),
          ...optional
            .filter(([, value]) => value !== null)
            .map(([label, value]) => ({ label, value })),
        ]}
      />
      <div>
        <Text size="sm" c="dimmed" mb="xs">
          {words.explained}
        </Text>
        <LedgerLines
          currency={currencyCode}
          lines={transfer.entries.map((entry) => ({
            ledgerAccount: entry.ledgerAccount,
            amount: exact(entry, 'amount'),
          }))}
        />
      </div>
    </Stack>
  )
}
