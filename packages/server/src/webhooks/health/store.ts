import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Executor } from '../../storage/database.ts'

/** How the endpoints of an account do, all together. */
export interface WebhookHealth {
  readonly enabled: number
  readonly disabled: number
  /** Enabled, and failing at the moment. */
  readonly failing: number
  /** Events that an endpoint was given up on, in time; counted up to a bound for each endpoint. */
  readonly failedDeliveries: number
}

export async function readWebhookHealth(
  db: Executor,
  { accountId, mode }: Owner,
  since: Date,
  countMax: number,
): Promise<WebhookHealth> {
  const { rows } = await sql<Record<keyof WebhookHealth, bigint>>`
    select count(*) filter (where is_enabled) as enabled,
           count(*) filter (where not is_enabled) as disabled,
           count(*) filter (where is_enabled and failing_since is not null) as failing,
           coalesce(sum(given_up.deliveries), 0)::bigint as "failedDeliveries"
      from webhook_endpoints e
      cross join lateral (
        select count(*) filter (where updated_at >= ${since}) as deliveries
          from (select updated_at from webhook_deliveries d
                 where d.account_id = e.account_id and d.mode = e.mode and d.endpoint_id = e.id
                   and d.state = 'failed'
                 order by d.sequence desc limit ${countMax}) as newest) as given_up
     where e.account_id = ${accountId} and e.mode = ${mode} and e.deleted_at is null`.execute(db)
  const [counts] = rows
  return {
    enabled: Number(counts?.enabled ?? 0n),
    disabled: Number(counts?.disabled ?? 0n),
    failing: Number(counts?.failing ?? 0n),
    failedDeliveries: Number(counts?.failedDeliveries ?? 0n),
  }
}
