import { Button, Stack, Text } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall, useChange } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Money } from '../../components/money.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { type FundingRequest, toneOf } from './kinds.ts'

export interface FundingRequestsProps {
  readonly mayWrite: boolean
  /** Absent where no money can be asked for. */
  readonly onRequest?: () => void
}

const words = texts.wallet.funding
const LIMIT = 5

const columns: readonly Column<FundingRequest>[] = [
  {
    key: 'when',
    title: words.columns.when,
    render: ({ createdAt }) => <DateTime at={createdAt} />,
    width: 130,
  },
  {
    key: 'reference',
    title: words.columns.reference,
    render: ({ reference, note }) => (
      <>
        <CopyableId value={reference} what={words.copyReference} />
        {note && (
          <Text size="xs" c="dimmed" lineClamp={2} title={note}>
            {note}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'state',
    title: words.columns.state,
    render: ({ state, decision }) => (
      <StatusChip
        tone={toneOf[state]}
        label={texts.wallet.states[state]}
        hint={decision?.reason ?? texts.wallet.stateHints[state]}
      />
    ),
    width: 130,
  },
  {
    key: 'decided',
    title: words.columns.decided,
    isWideOnly: true,
    render: ({ decision, currencyCode }) => {
      if (decision === null) return texts.common.none
      const { funded, reason, at } = decision
      const arrived =
        funded === null ? null : words.arrived(formatMoney(exact(decision, 'funded'), currencyCode))
      const said = arrived ?? reason
      return (
        <>
          <DateTime at={at} />
          {said && (
            <Text size="xs" c="dimmed" lineClamp={3} title={said}>
              {said}
            </Text>
          )}
        </>
      )
    },
  },
  {
    key: 'amount',
    title: words.columns.amount,
    align: 'right',
    render: (request) => (
      <Money amount={exact(request, 'amount')} currency={request.currencyCode} />
    ),
  },
]

/** Requests for live money, with how to pay and what became of them. */
export function FundingRequests({ mayWrite, onRequest }: FundingRequestsProps) {
  const [{ fundingBefore }, setUrl] = useUrlState({ fundingBefore: 0 })
  const [cancelled, setCancelled] = useState<FundingRequest>()
  const before = fundingBefore === 0 ? {} : { before: fundingBefore }
  const requests = useCall(
    'GET /funding-requests',
    { query: { mode: 'live', limit: LIMIT, ...before } },
    { keepsLast: true },
  )
  const rows = requests.data?.content
  return (
    <Section title={words.title} text={words.text} isFlush>
      {requests.data?.instructions && (
        <Stack gap={2} px="md" pb="sm">
          <Text size="sm" fw={560}>
            {words.instructions}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {requests.data.instructions}
          </Text>
        </Stack>
      )}
      <DataTable
        name={words.title}
        isFlush
        columns={mayWrite ? [...columns, cancelColumn(setCancelled)] : columns}
        rows={rows}
        rowsExpected={3}
        keyOf={({ id }) => id}
        error={requests.error}
        onRetry={() => void requests.refetch()}
        isStale={requests.isPlaceholderData}
        empty={
          <EmptyState
            icon={IconBuildingBank}
            title={words.none}
            text={words.noneText}
            {...(onRequest && {
              action: { label: texts.wallet.requestFunding, onClick: onRequest },
            })}
          />
        }
        paging={{
          kind: 'feed',
          hasMore: requests.data?.hasMore ?? false,
          isFirst: fundingBefore === 0,
          onOlder: () => setUrl({ fundingBefore: rows?.at(-1)?.id ?? 0 }),
          onNewest: () => setUrl({ fundingBefore: 0 }),
        }}
      />
      <CancelDialog request={cancelled} onClose={() => setCancelled(undefined)} />
    </Section>
  )
}

const cancelColumn = (onCancel: (request: FundingRequest) => void): Column<FundingRequest> => ({
  key: 'cancel',
  title: '',
  align: 'right',
  width: 90,
  render: (request) =>
    request.state === 'pending' && (
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onCancel(request)}>
        {words.cancel}
      </Button>
    ),
})

interface CancelDialogProps {
  readonly request: FundingRequest | undefined
  readonly onClose: () => void
}

function CancelDialog({ request, onClose }: CancelDialogProps) {
  const cancel = useChange('POST /funding-requests/{requestId}/cancel', ['GET /funding-requests'])
  const close = () => {
    cancel.reset()
    onClose()
  }
  return (
    <ReviewDialog
      isOpen={request !== undefined}
      onClose={close}
      title={words.cancelTitle}
      action={words.keep}
      isDestructive
      isPending={cancel.isPending}
      error={cancel.error}
      onConfirm={() =>
        request &&
        cancel.mutate(
          { path: { requestId: request.id }, query: { mode: 'live' } },
          { onSuccess: close },
        )
      }
    >
      <Text size="sm">
        {request &&
          words.cancelText(
            formatMoney(exact(request, 'amount'), request.currencyCode),
            request.reference,
          )}
      </Text>
    </ReviewDialog>
  )
}
