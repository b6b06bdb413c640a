import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Executor } from '../../storage/database.ts'
import type { Delivery, StoredAttempt } from '../model.ts'

type EndpointDelivery = Delivery & { readonly endpointId: string }

/** What becomes of events at every endpoint that was handed them, those that are gone included. */
export async function listDeliveriesOf(
  db: Executor,
  { accountId, mode }: Owner,
  sequences: readonly bigint[],
): Promise<EndpointDelivery[]> {
  const { rows } = await sql<EndpointDelivery>`
    select d.endpoint_id as "endpointId", d.sequence, d.state, d.attempts, d.due_at as "dueAt",
           d.updated_at as "updatedAt"
      from webhook_endpoints e
      join webhook_deliveries d
        on d.account_id = e.account_id and d.mode = e.mode and d.endpoint_id = e.id
     where e.account_id = ${accountId} and e.mode = ${mode}
       and d.account_id = ${accountId} and d.mode = ${mode}
       and d.sequence = any(${sequences}::bigint[])
     order by d.sequence, d.endpoint_id`.execute(db)
  return rows
}

/** An attempt without what was sent and answered. */
export type TracedAttempt = Pick<
  StoredAttempt,
  'id' | 'endpointId' | 'sequence' | 'url' | 'status' | 'error' | 'milliseconds' | 'at'
>

/** The first attempts to make these deliveries, in their order. */
export async function listAttemptsOf(
  db: Executor,
  { accountId, mode }: Owner,
  deliveries: readonly Pick<EndpointDelivery, 'endpointId' | 'sequence'>[],
  limit: number,
): Promise<TracedAttempt[]> {
  const { rows } = await sql<TracedAttempt>`
    select a.id, a.endpoint_id as "endpointId", a.sequence, a.url, a.status, a.error,
           a.milliseconds, a.at
      from unnest(${deliveries.map(({ endpointId }) => endpointId)}::text[],
                  ${deliveries.map(({ sequence }) => sequence)}::bigint[])
             as made (endpoint_id, sequence)
      join webhook_attempts a
        on a.account_id = ${accountId} and a.mode = ${mode}
       and a.endpoint_id = made.endpoint_id and a.sequence = made.sequence
     order by a.at, a.id limit ${limit}`.execute(db)
  return rows
}
