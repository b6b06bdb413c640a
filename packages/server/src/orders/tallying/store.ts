import { sql } from 'kysely'
import type { Tx } from '../../storage/database.ts'
import { fingerprintOf, type Owner, ownedBy } from '../filter.ts'

/** Consecutive orders: those of one account and mode from the first id to the last. */
export interface Run {
  readonly number: number
  readonly firstId: bigint
  readonly lastId: bigint
}

/**
 * The next `size` orders after the last run; undefined while there are fewer.
 *
 * Behind an order that is visible no order of its account with a lower id can
 * appear: ids are taken while the wallet is locked, and the lock is held until
 * the commit. So a run has all of its orders from the beginning.
 */
export async function findNextRun(tx: Tx, owner: Owner, size: number): Promise<Run | undefined> {
  const { rows } = await sql<{ number: number; first_id: bigint; last_id: bigint | null }>`
    select number, first_id, (select id from orders
                               where ${ownedBy(owner)} and id >= first_id
                               order by id limit 1 offset ${size - 1}) as last_id
      from (select coalesce(max(number) + 1, 0) as number, coalesce(max(last_id) + 1, 0) as first_id
              from order_runs where ${ownedBy(owner)}) as next`.execute(tx)
  const { number, first_id: firstId, last_id: lastId } = rows[0] ?? {}
  if (number === undefined || firstId === undefined || !lastId) return undefined
  return { number, firstId, lastId }
}

/** Adds a run, unless another process has added it meanwhile. @returns whether it was added */
export async function insertRun(tx: Tx, owner: Owner, run: Run): Promise<boolean> {
  const { rows } = await sql`
    insert into order_runs
           (account_id, mode, number, first_id, last_id, orders, ids, recipients, phones)
    select ${owner.accountId}, ${owner.mode}::mode, ${run.number}, ${run.firstId}, ${run.lastId},
           count(*), array_agg(id order by id),
           case when count(distinct recipient) = count(distinct fingerprint)
                then array_agg(fingerprint order by id) end,
           case when count(distinct phone) = count(distinct phone_fingerprint)
                then array_agg(phone_fingerprint order by id) end
      from (select id, lower(recipient_email) collate "C" as recipient,
                   ${fingerprintOf(sql`recipient_email`)} as fingerprint,
                   recipient_phone collate "C" as phone,
                   ${fingerprintOf(sql`recipient_phone`)} as phone_fingerprint
              from orders
             where ${ownedBy(owner)} and id between ${run.firstId} and ${run.lastId}) as orders
        on conflict do nothing
    returning number`.execute(tx)
  return rows.length > 0
}

const productColumns = sql`account_id, mode, product_id, product_name, brand_id, brand_name`

/** Adds the products of a run that no run before it had. */
export async function insertProducts(tx: Tx, owner: Owner, run: Run): Promise<void> {
  await sql`
    insert into ordered_products (${productColumns})
    select ${productColumns} from orders
     where ${ownedBy(owner)} and id between ${run.firstId} and ${run.lastId}
    except
    select ${productColumns} from ordered_products where ${ownedBy(owner)}`.execute(tx)
}

/** Counts the orders of a run by status, and by status and product. */
export async function insertTallies(tx: Tx, owner: Owner, run: Run): Promise<void> {
  // Nobody has told the planner yet how many products there are, and looping over them takes a
  // hundred times as long as the join by hash that is left.
  await sql`set local enable_nestloop = off`.execute(tx)
  await sql`
    insert into order_tallies
           (account_id, mode, product_key, run, status, orders, first_at, last_at, ids)
    select ${owner.accountId}, ${owner.mode}::mode, coalesce(key, 0), ${run.number}, status,
           count(*), min(created_at), max(created_at), array_agg(id order by id)
      from (select * from orders
             where ${ownedBy(owner)} and id between ${run.firstId} and ${run.lastId}) as orders
      join ordered_products using (${productColumns})
     group by grouping sets ((status), (key, status))`.execute(tx)
}
