import { Alert, Button, Drawer, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconUsers } from '@tabler/icons-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useCall, useChange } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { mayIn, useSession } from '../../app/session.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { type Detail, Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Money } from '../../components/money.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { type FundingRequest, toneOf } from './kinds.ts'
import { fundingLines, LedgerLines } from './ledger-lines.tsx'

export interface ReviewPanelProps {
  /** 0 for none. */
  readonly id: number
  /** The request, when the table has it. */
  readonly known: FundingRequest | undefined
  readonly onClose: () => void
}

const words = texts.wallet.approvals

/** One funding request: whose, how much, and the exact lines that approving it books. */
export function ReviewPanel({ id, known, onClose }: ReviewPanelProps) {
  const isOpen = id > 0
  const found = useCall(
    'GET /operator/funding-requests',
    { query: { before: id + 1, limit: 1 } },
    { isEnabled: isOpen && known === undefined },
  )
  const request = known ?? found.data?.content.find((each) => each.id === id)
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={620}>{words.reviewTitle}</Text>}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {found.error && <ErrorNotice error={found.error} />}
      {request ? (
        <Stack gap="lg">
          <Details items={factsOf(request)} />
          {request.state === 'pending' ? (
            <Deciding request={request} onDone={onClose} />
          ) : (
            <Decision request={request} />
          )}
        </Stack>
      ) : (
        found.data && <Text c="dimmed">{words.missing}</Text>
      )}
      {found.isLoading && <Skeleton h={240} />}
    </Drawer>
  )
}

function factsOf(request: FundingRequest): readonly Detail[] {
  const { account, state, reference, note, requestedBy, createdAt, currencyCode } = request
  return [
    { label: words.account, value: account.name },
    {
      label: words.columns.state,
      value: <StatusChip tone={toneOf[state]} label={texts.wallet.states[state]} />,
    },
    {
      label: words.amount,
      value: <Money amount={exact(request, 'amount')} currency={currencyCode} />,
    },
    {
      label: words.reference,
      value: <CopyableId value={reference} what={texts.wallet.funding.copyReference} />,
    },
    ...(note === null ? [] : [{ label: words.note, value: note }]),
    { label: words.by, value: requestedBy },
    { label: words.when, value: <DateTime at={createdAt} look="absolute" /> },
  ]
}

function Decision({ request }: { readonly request: FundingRequest }) {
  const { decision, currencyCode } = request
  if (decision === null) return null
  const { by, at, reason, funded, transferId } = decision
  const items: readonly Detail[] = [
    { label: words.decidedBy, value: by },
    { label: words.decidedAt, value: <DateTime at={at} look="absolute" /> },
    ...(reason === null ? [] : [{ label: words.declinedReason, value: reason }]),
    ...(funded === null
      ? []
      : [
          {
            label: words.funded,
            value: <Money amount={exact(decision, 'funded')} currency={currencyCode} />,
          },
        ]),
    ...(transferId === null ? [] : [{ label: words.transfer, value: transferId }]),
  ]
  return (
    <Stack gap="lg">
      <Details items={items} />
      {funded !== null && (
        <LedgerLines
          lines={fundingLines(String(exact(decision, 'funded')))}
          currency={currencyCode}
        />
      )}
    </Stack>
  )
}

interface DecidingProps {
  readonly request: FundingRequest
  readonly onDone: () => void
}

const stale = ['GET /operator/funding-requests', 'GET /funding-requests', 'GET /wallet'] as const

function Deciding({ request, onDone }: DecidingProps) {
  const { scopes } = useSession()
  const [isDeclining, setIsDeclining] = useState(false)
  const mayDecide = mayIn(scopes.live, 'operator:write') || mayIn(scopes.test, 'operator:write')
  return (
    <>
      <Approving
        request={request}
        mayDecide={mayDecide}
        onDone={onDone}
        onDecline={() => setIsDeclining(true)}
      />
      {/* Not inside the form: what is submitted there would be heard by this one as well. */}
      <DeclineDialog
        isOpen={isDeclining}
        path={pathOf(request)}
        onClose={() => setIsDeclining(false)}
        onDone={onDone}
      />
    </>
  )
}

const pathOf = ({ account, id }: FundingRequest) => ({ accountId: account.id, requestId: id })

interface ApprovingProps extends DecidingProps {
  readonly mayDecide: boolean
  readonly onDecline: () => void
}

function Approving({ request, mayDecide, onDone, onDecline }: ApprovingProps) {
  const { account, currencyCode, isOwn } = request
  const asked = String(exact(request, 'amount'))
  const [amount, setAmount] = useState(asked)
  const approve = useChange(
    'POST /operator/accounts/{accountId}/funding-requests/{requestId}/approve',
    stale,
  )
  const { reset } = approve
  useEffect(() => {
    setAmount(asked)
    reset()
  }, [asked, reset])
  const whyNot = [
    !mayDecide && texts.common.notAllowed('operator:write'),
    isOwn && words.ownRequest,
    !(Number(amount) > 0) && words.nothing,
  ].find((reason) => reason !== false)
  const written = formatMoney(amount, currencyCode)
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (whyNot || approve.isPending) return
    const onSuccess = () => {
      notifications.show({ message: words.approved(written, account.name), color: 'spruce' })
      onDone()
    }
    approve.mutate({ path: pathOf(request), body: { amount } }, { onSuccess })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {isOwn && (
          <Alert color="amber" icon={<IconUsers size={18} aria-hidden />}>
            {words.ownRequest}
          </Alert>
        )}
        <AmountInput
          label={words.arrived}
          description={words.arrivedText}
          value={amount}
          onChange={setAmount}
          currency={currencyCode}
        />
        <div>
          <Text size="sm" mb="xs">
            {words.lines}
          </Text>
          <LedgerLines lines={fundingLines(amount || '0')} currency={currencyCode} />
        </div>
        {approve.error && <ErrorNotice error={approve.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDecline} disabled={!mayDecide}>
            {words.decline}
          </Button>
          <Button
            type="submit"
            loading={approve.isPending}
            disabled={Boolean(whyNot)}
            title={whyNot || undefined}
          >
            {words.approve(written)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface DeclineDialogProps {
  readonly isOpen: boolean
  readonly path: { readonly accountId: number; readonly requestId: number }
  readonly onClose: () => void
  readonly onDone: () => void
}

function DeclineDialog({ isOpen, path, onClose, onDone }: DeclineDialogProps) {
  const [reason, setReason] = useState('')
  const decline = useChange(
    'POST /operator/accounts/{accountId}/funding-requests/{requestId}/decline',
    stale,
  )
  const close = () => {
    decline.reset()
    setReason('')
    onClose()
  }
  function submit(): void {
    decline.mutate(
      { path, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          notifications.show({ message: words.declined, color: 'gray' })
          close()
          onDone()
        },
      },
    )
  }
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={words.declineTitle}
      action={words.confirmDecline}
      onConfirm={submit}
      isPending={decline.isPending}
      error={decline.error}
      isDestructive
      whyNot={reason.trim() === '' ? words.reasonFirst : undefined}
    >
      <Stack gap="sm">
        <Text size="sm">{words.declineText}</Text>
        <Textarea
          label={words.reason}
          required
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      </Stack>
    </ReviewDialog>
  )
}
