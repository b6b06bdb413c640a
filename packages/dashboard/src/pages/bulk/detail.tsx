import { Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { invalidate, useCall } from '../../app/api.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { texts } from '../../texts/index.ts'
import { type BulkOrderDetail, BulkStateChip, isDiscarded } from './chips.tsx'
import { Commands } from './commands.tsx'
import { Figures } from './figures.tsx'
import { Notices } from './notices.tsx'
import { RowsTable } from './rows-table.tsx'

const { detail: words } = texts.bulk

/** How often what moves is read again. */
const MOVING_MS = 1_000

/** One file: as a draft what it would buy, then how far it is, and every row of it. */
export default function BulkOrderPage() {
  const mode = useMode()
  const { bulkOrderId } = useParams({ strict: false }) as { readonly bulkOrderId: string }
  const id = Number(bulkOrderId)
  const [isMoving, setMoving] = useState(false)
  const input = { path: { bulkOrderId: id }, query: { mode } }
  const moving = isMoving ? { everyMs: MOVING_MS } : {}
  const call = useCall('GET /bulk-orders/{bulkOrderId}', input, moving)
  const order = call.data
  const state = order?.state
  useEffect(() => {
    setMoving(state === 'running')
    // Rows of another state than before are other rows.
    if (state !== undefined) void invalidate(['GET /bulk-orders/{bulkOrderId}/rows'])
  }, [state])
  useEvents(['bulk_order.'], () => invalidate(['GET /bulk-orders/{bulkOrderId}']))
  const isMissing = order === undefined && call.error !== null
  return (
    <>
      <PageHeader
        title={order?.name ?? texts.bulk.pages.detail}
        back={back}
        text={order && <Facts {...order} />}
        status={order && <BulkStateChip state={order.state} />}
        actions={order && <Commands key={`${mode} ${id}`} order={order} />}
      />
      <Stack gap="md">
        {call.error !== null && (
          <ErrorNotice error={call.error} onRetry={() => void call.refetch()} />
        )}
        {!isMissing && <Figures order={order} />}
        {order && <Notices order={order} />}
        {order && !isDiscarded(order) && <RowsTable order={order} isMoving={isMoving} />}
      </Stack>
    </>
  )
}

const back = { label: words.back, to: '/bulk-orders' }

function Facts({ occasion, createdAt, createdBy, startedAt, endedAt }: BulkOrderDetail) {
  return (
    <Text component="span" inherit>
      {words.uploaded} <DateTime at={createdAt} /> {words.by} {createdBy.name ?? createdBy.id}
      {occasion !== '' && ` ${words.occasion(occasion)}`}
      {startedAt !== null && (
        <>
          {' · '}
          {words.started} <DateTime at={startedAt} />
        </>
      )}
      {endedAt !== null && (
        <>
          {' · '}
          {words.ended} <DateTime at={endedAt} />
        </>
      )}
    </Text>
  )
}
