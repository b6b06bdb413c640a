import { sql } from 'kysely'
import type { Mode } from '../src/accounts/index.ts'
import { type Database, transact } from '../src/storage/database.ts'

/** Whose orders they are. */
export interface OrderOwner {
  readonly accountId: bigint
  readonly mode?: Mode
}

export interface ManyOrdersOptions {
  readonly count: number
  /** Each order belongs to one of these, by chance, so that their ids are interleaved. */
  readonly owners: readonly OrderOwner[]
  /** Distinct products, five to a brand; the first ones are the most frequent. 40 by default. */
  readonly products?: number
  /** Distinct recipients beside the frequent one; 1,000 by default. */
  readonly recipients?: number
  /** The share of orders that go to `frequent@example.com`; 0.1 by default. */
  readonly frequentShare?: number
  /** Seconds from one order to the next, on average; 30 by default. */
  readonly interval?: number
}

/**
 * Stores orders without placing them: a million in half a minute. They are diverse in everything
 * that a report can ask for, the same at every call, and follow on those that are there; nothing
 * is booked for them. Times are only nearly ascending.
 */
export async function insertManyOrders(
  database: Database,
  options: ManyOrdersOptions,
): Promise<void> {
  const { count, owners, products = 40, recipients = 1_000 } = options
  const { frequentShare = 0.1, interval = 30 } = options
  const accountIds = owners.map((owner) => owner.accountId)
  const modes = owners.map((owner) => owner.mode ?? 'test')
  await transact(database, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select setseed(0.5)`.execute(tx)
    await sql`
      insert into orders
      select (${accountIds}::bigint[])[owner], (${modes}::mode[])[owner], id, 'client', '2022-06',
             case when random() < 0.8 then 'Order-' || id end,
             case when random() < 0.9 then 'SUCCESSFUL'
                  else (array['PENDING', 'PROCESSING', 'FAILED', 'REFUNDED'])[1 + floor(random() * 4)]
             end::order_status,
             product, 'Product ' || product || (array[' US', ' Spain', ' 50%'])[1 + product % 3],
             product / 5, 'Brand ' || product / 5, 'US', 1, 10000000, 'USD', 'NGN',
             5700000000, 0, 0, 0, 5700000000, 10000000000, 4300000000, at, false, 'Sender',
             case when random() < ${frequentShare} then 'Frequent@example.com'
                  when random() < 0.9 then 'user' || floor(random() * ${recipients}) || '@Example.com'
             end,
             case when id % 3 = 0 then '1857918' || lpad((id % 997)::text, 4, '0') end, null,
             'sandbox', at
        from (select nextval('order_ids') as id,
                     1 + floor(random() * ${accountIds.length}::int)::int as owner,
                     floor(power(random(), 2) * ${products})::int as product,
                     timestamptz '2026-01-01 00:00:00Z'
                       + (n + random() * 20) * ${interval} * interval '1 second' as at
                from generate_series(1, ${count}::int) as n) as drawn`.execute(tx)
  })
}
