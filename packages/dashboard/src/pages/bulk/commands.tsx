import { Button, Tooltip } from '@mantine/core'
import { IconDownload, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { download, useChange } from '../../app/api.ts'
import { useWhyNotBuy } from '../../app/buying.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { type BulkOrderDetail, isDiscarded, notBoughtOf } from './chips.tsx'
import { CancelDialog, StartDialog } from './dialogs.tsx'

const { detail: words } = texts.bulk

const stale = [
  'GET /bulk-orders',
  'GET /bulk-orders/{bulkOrderId}',
  'GET /bulk-orders/{bulkOrderId}/rows',
] as const

export interface CommandProps {
  readonly order: BulkOrderDetail
}

/** What can be done to a bulk order in its state. */
export function Commands({ order }: CommandProps) {
  const mode = useMode()
  const { state, rows } = order
  return (
    <>
      <ViewAsApi path={`/bulk-orders/${order.id}`} query={{ mode }} />
      {notBoughtOf(order) > 0 && !isDiscarded(order) && <NotBoughtFile order={order} />}
      {['draft', 'running', 'paused'].includes(state) && <Cancel order={order} />}
      {state === 'running' && <Pause order={order} />}
      {state === 'paused' && <Resume order={order} />}
      {state === 'draft' && rows.ready > 0 && <Start order={order} />}
    </>
  )
}

function NotBoughtFile({ order }: CommandProps) {
  const mode = useMode()
  const path = `/bulk-orders/${order.id}/failed-rows`
  const file = useMutation({ mutationFn: () => download(path, { mode }) })
  return (
    <>
      {file.error !== null && <ErrorNotice error={file.error} />}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={file.isPending}
        onClick={() => file.mutate()}
      >
        {order.state === 'draft' ? words.invalidRows : words.failedRows}
      </Button>
    </>
  )
}

function Pause({ order }: CommandProps) {
  const pause = useChange('POST /bulk-orders/{bulkOrderId}/pause', stale)
  return (
    <>
      {pause.error !== null && <ErrorNotice error={pause.error} />}
      <CommandButton
        icon={<IconPlayerPause size={16} />}
        isPending={pause.isPending}
        onClick={() => pause.mutate(inputOf(order))}
      >
        {words.pause}
      </CommandButton>
    </>
  )
}

function Resume({ order }: CommandProps) {
  const resume = useChange('POST /bulk-orders/{bulkOrderId}/resume', stale)
  return (
    <>
      {resume.error !== null && <ErrorNotice error={resume.error} />}
      <CommandButton
        icon={<IconPlayerPlay size={16} />}
        isPending={resume.isPending}
        buys
        onClick={() => resume.mutate(inputOf(order))}
      >
        {words.resume}
      </CommandButton>
    </>
  )
}

function Start({ order }: CommandProps) {
  const [isOpen, setOpen] = useState(false)
  const start = useChange('POST /bulk-orders/{bulkOrderId}/start', stale)
  return (
    <>
      <CommandButton buys onClick={() => setOpen(true)}>
        {words.start}
      </CommandButton>
      <StartDialog
        order={order}
        isOpen={isOpen}
        onClose={() => {
          start.reset()
          setOpen(false)
        }}
        onConfirm={() => start.mutate(inputOf(order))}
        isPending={start.isPending}
        error={start.error}
      />
    </>
  )
}

function Cancel({ order }: CommandProps) {
  const [isOpen, setOpen] = useState(false)
  const cancel = useChange('POST /bulk-orders/{bulkOrderId}/cancel', stale)
  return (
    <>
      <CommandButton variant="default" onClick={() => setOpen(true)}>
        {order.state === 'draft' ? words.discard : words.cancel}
      </CommandButton>
      <CancelDialog
        order={order}
        isOpen={isOpen}
        onClose={() => {
          cancel.reset()
          setOpen(false)
        }}
        onConfirm={() => cancel.mutate(inputOf(order))}
        isPending={cancel.isPending}
        error={cancel.error}
      />
    </>
  )
}

const inputOf = ({ id, mode }: BulkOrderDetail) => ({ path: { bulkOrderId: id }, query: { mode } })

interface CommandButtonProps {
  readonly variant?: string
  readonly icon?: React.ReactNode
  readonly isPending?: boolean
  /** Whether something is bought by it. */
  readonly buys?: boolean
  readonly onClick: () => void
  readonly children: string
}

/** A button that whoever may not press it still sees, with the reason. */
function CommandButton(props: CommandButtonProps) {
  const { variant = 'filled', icon, isPending = false, buys = false, onClick, children } = props
  const may = useMay('bulk:write')
  const whyNotBuy = useWhyNotBuy('bulk:write')
  const whyNot = may ? (buys ? whyNotBuy : undefined) : texts.common.notAllowed('bulk:write')
  const button = (
    <Button
      variant={variant}
      loading={isPending}
      {...(icon !== undefined && { leftSection: icon })}
      {...(whyNot === undefined ? { onClick } : { 'data-disabled': true, 'aria-disabled': true })}
    >
      {children}
    </Button>
  )
  return whyNot === undefined ? button : <Tooltip label={whyNot}>{button}</Tooltip>
}
