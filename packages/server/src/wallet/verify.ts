import { sql } from 'kysely'
import type { Mode } from '../accounts/index.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'

/** One thing in the books that does not agree with another. */
export interface Discrepancy {
  readonly accountId: bigint
  readonly mode: Mode
  readonly check: string
  readonly detail: string
}

export interface Verification {
  readonly wallets: bigint
  readonly transfers: bigint
  readonly orders: bigint
  readonly discrepancies: readonly Discrepancy[]
}

/**
 * Recomputes the whole ledger from its transfers and compares: nothing is taken
 * from a stored total. All checks read one snapshot, so orders may go on.
 */
export async function verifyLedger(database: Database): Promise<Verification> {
  return transact(
    database,
    async (tx) => {
      const discrepancies: Discrepancy[] = []
      for (const check of checks) discrepancies.push(...(await check(tx)))
      return { ...(await count(tx)), discrepancies }
    },
    { isSnapshot: true },
  )
}

type Check = (tx: Tx) => Promise<readonly Discrepancy[]>

const checks: readonly Check[] = [
  async (tx) =>
    read(tx, 'every transfer sums to zero')`
      select account_id, mode, format('transfer %s is off by %s', id,
               wallet + sales + fees + sms + discounts + funding) as detail
        from transfers where wallet + sales + fees + sms + discounts + funding <> 0`,

  async (tx) =>
    read(tx, 'a balance is the sum of its entries')`
      select account_id, mode, format('the wallet says %s, its entries sum to %s',
               w.balance, coalesce(t.total, 0)) as detail
        from wallets w
        full join (select account_id, mode, sum(wallet) as total
                     from transfers group by account_id, mode) t using (account_id, mode)
       where w.balance is distinct from coalesce(t.total, 0)`,

  async (tx) =>
    read(tx, 'replaying the transfers in order gives each stored balance')`
      select account_id, mode, format('transfer %s stores balance %s, replaying gives %s',
               id, balance, replayed) as detail
        from (select account_id, mode, id, balance,
                     sum(wallet) over (partition by account_id, mode order by id) as replayed
                from transfers) t
       where balance <> replayed`,

  async (tx) =>
    read(tx, 'a balance stays above its limit')`
      select account_id, mode, format('transfer %s left %s', t.id, t.balance) as detail
        from transfers t join wallets w using (account_id, mode)
       where t.balance < -w.overdraft_limit`,

  async (tx) =>
    read(tx, "every transfer is in its wallet's currency")`
      select account_id, mode, format('transfer %s is in %s', t.id, t.currency) as detail
        from transfers t join wallets w using (account_id, mode)
       where t.currency <> w.currency`,

  async (tx) =>
    read(tx, 'every order was paid as it says')`
      select whose.account_id, whose.mode, format('order %s cost %s, its transfers took %s',
               coalesce(o.id, t.order_id), o.cost, t.paid) as detail
        from orders o
        full join (select account_id, mode, order_id, -sum(wallet) as paid
                     from transfers where order_id is not null
                    group by account_id, mode, order_id) t
          on t.account_id = o.account_id and t.mode = o.mode and t.order_id = o.id
        cross join lateral (select coalesce(o.account_id, t.account_id) as account_id,
                                   coalesce(o.mode, t.mode) as mode) whose
       where o.cost is distinct from t.paid`,

  async (tx) =>
    read(tx, 'every approved funding request has its transfer, and no two have the same')`
      select r.account_id, r.mode, format('funding request %s put %s into the wallet, its transfer %s',
               r.id, r.funded, coalesce(t.wallet, 0)) as detail
        from (select r.*, count(*) over (partition by account_id, mode, transfer_id) as sharing
                from funding_requests r where state = 'approved') r
        left join transfers t
          on t.account_id = r.account_id and t.mode = r.mode and t.id = r.transfer_id
       where r.funded is distinct from t.wallet or t.kind <> 'funding' or r.sharing > 1`,

  async (tx) =>
    read(tx, 'tallies are the sums of the transfers up to their position')`
      select whose.account_id, whose.mode, format('tallies say %s orders for %s and funding of %s, ' ||
               'the transfers %s, %s and %s', t.orders, t.spent, t.funded,
               s.orders, s.spent, s.funded) as detail
        from wallet_tally_positions whose
        cross join lateral (select coalesce(sum(orders), 0) as orders,
                                   coalesce(sum(spent), 0) as spent,
                                   coalesce(sum(funded), 0) as funded
                              from wallet_tallies x
                             where x.account_id = whose.account_id and x.mode = whose.mode) t
        cross join lateral (select count(*) filter (where kind = 'order') as orders,
                                   coalesce(-sum(wallet) filter (where kind <> 'funding'), 0) as spent,
                                   coalesce(sum(wallet) filter (where kind = 'funding'), 0) as funded
                              from transfers x
                             where x.account_id = whose.account_id and x.mode = whose.mode
                               and x.id <= whose.last_transfer_id) s
       where (t.orders, t.spent, t.funded) is distinct from (s.orders, s.spent, s.funded)`,

  async (tx) =>
    read(tx, 'every successful order has its cards')`
      select whose.account_id, whose.mode, format('order %s bought %s cards and has %s',
               coalesce(o.id, c.order_id), o.quantity, coalesce(c.cards, 0)) as detail
        from (select * from orders where status = 'SUCCESSFUL') o
        full join (select account_id, mode, order_id, count(*) as cards
                     from cards group by account_id, mode, order_id) c
          on c.account_id = o.account_id and c.mode = o.mode and c.order_id = o.id
        cross join lateral (select coalesce(o.account_id, c.account_id) as account_id,
                                   coalesce(o.mode, c.mode) as mode) whose
       where o.quantity is distinct from coalesce(c.cards, 0)`,
]

interface DetailRow {
  readonly account_id: bigint
  readonly mode: Mode
  readonly detail: string
}

/** Enough to see what is wrong; a broken ledger can have millions. */
const DETAILS_MAX = 100

function read(tx: Tx, check: string) {
  return async (text: TemplateStringsArray): Promise<Discrepancy[]> => {
    const { rows } = await sql<DetailRow>`
      select whose.account_id, whose.mode, whose.detail
        from (${sql.raw(text.join(''))}) as whose limit ${DETAILS_MAX}`.execute(tx)
    return rows.map(({ account_id: accountId, mode, detail }) => ({
      accountId,
      mode,
      check,
      detail,
    }))
  }
}

async function count(tx: Tx): Promise<Omit<Verification, 'discrepancies'>> {
  const { rows } = await sql<Omit<Verification, 'discrepancies'>>`
    select (select count(*) from wallets) as wallets,
           (select count(*) from transfers) as transfers,
           (select count(*) from orders) as orders`.execute(tx)
  return rows[0] ?? { wallets: 0n, transfers: 0n, orders: 0n }
}
