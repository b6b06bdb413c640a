import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Executor } from '../../storage/database.ts'

/** Orders that need somebody, each counted up to a bound. */
export interface OrderHealth {
  /** Placed in time and failed. */
  readonly failed: number
  /** Placed before a moment and not decided yet. */
  readonly stuck: number
}

export interface HealthQuery {
  readonly failedSince: Date
  readonly stuckBefore: Date
  readonly countMax: number
}

/** Reads `orders_in_trouble` and no other order, however many there are. */
export async function readOrderHealth(
  db: Executor,
  { accountId, mode }: Owner,
  { failedSince, stuckBefore, countMax }: HealthQuery,
): Promise<OrderHealth> {
  const own = sql`account_id = ${accountId} and mode = ${mode}`
  const oldest = (status: string) => sql`
    (select created_at from orders where ${own} and status = ${sql.lit(status)}
      order by id limit ${countMax})`
  const { rows } = await sql<{ failed: bigint; stuck: bigint }>`
    select (select count(*)
              from (select created_at from orders where ${own} and status = 'FAILED'
                     order by id desc limit ${countMax}) as failed
             where created_at >= ${failedSince}) as failed,
           (select count(*)
              from (${oldest('PENDING')} union all ${oldest('PROCESSING')}) as open
             where created_at < ${stuckBefore}) as stuck`.execute(db)
  const [counts] = rows
  return { failed: Number(counts?.failed ?? 0n), stuck: Number(counts?.stuck ?? 0n) }
}

export async function hasOrders(db: Executor, { accountId, mode }: Owner): Promise<boolean> {
  const { rows } = await sql`
    select from orders where account_id = ${accountId} and mode = ${mode}
     order by id limit 1`.execute(db)
  return rows.length > 0
}
