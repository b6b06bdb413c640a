import { sql } from 'kysely'
import { getDialect, type Mode, type Owner, type Principal } from '../accounts/index.ts'
import type { PlacedOrder, Position } from '../events/index.ts'
import { bulkInsert, type Column } from '../storage/bulk.ts'
import { type Executor, PLANNED_ANEW, type Tx } from '../storage/database.ts'
import { type OrderFilter, orderConditions } from './filter.ts'
import type { IdentifiedOrder, Order, OrderStatus } from './model.ts'

interface OrderRow {
  readonly account_id: bigint
  readonly mode: Mode
  readonly id: bigint
  readonly client_id: string
  readonly dialect: string
  readonly custom_identifier: string | null
  readonly status: OrderStatus
  readonly product_id: bigint
  readonly product_name: string
  readonly brand_id: number
  readonly brand_name: string
  readonly country_code: string
  readonly quantity: number
  readonly unit_price: bigint
  readonly card_currency: string
  readonly currency: string
  readonly amount: bigint
  readonly discount: bigint
  readonly fee: bigint
  readonly sms_fee: bigint
  readonly cost: bigint
  readonly old_balance: bigint
  readonly new_balance: bigint
  readonly old_balance_at: Date
  readonly pre_ordered: boolean
  readonly sender_name: string | null
  readonly recipient_email: string | null
  readonly recipient_phone: string | null
  readonly recipient_user_id: string | null
  readonly supplier: string
  readonly created_at: Date
}

function toOrder(row: OrderRow): Order {
  return {
    accountId: row.account_id,
    mode: row.mode,
    id: row.id,
    clientId: row.client_id,
    dialect: getDialect(row.dialect).name,
    customIdentifier: row.custom_identifier,
    status: row.status,
    product: {
      id: row.product_id,
      name: row.product_name,
      countryCode: row.country_code,
      currency: row.card_currency,
      brandId: row.brand_id,
      brandName: row.brand_name,
    },
    quantity: row.quantity,
    unitPrice: row.unit_price,
    currency: row.currency,
    amount: row.amount,
    discount: row.discount,
    fee: row.fee,
    smsFee: row.sms_fee,
    cost: row.cost,
    oldBalance: row.old_balance,
    newBalance: row.new_balance,
    oldBalanceAt: row.old_balance_at,
    isPreOrder: row.pre_ordered,
    senderName: row.sender_name,
    recipientEmail: row.recipient_email,
    recipientPhone: row.recipient_phone,
    recipientUserId: row.recipient_user_id,
    supplier: row.supplier,
    createdAt: row.created_at,
  }
}

const columns: readonly Column<Order>[] = [
  ['account_id', 'bigint', (order) => order.accountId],
  ['mode', 'mode', (order) => order.mode],
  ['id', 'bigint', (order) => order.id],
  ['client_id', 'text', (order) => order.clientId],
  ['dialect', 'text', (order) => order.dialect],
  ['custom_identifier', 'text', (order) => order.customIdentifier],
  ['status', 'order_status', (order) => order.status],
  ['product_id', 'bigint', (order) => order.product.id],
  ['product_name', 'text', (order) => order.product.name],
  ['brand_id', 'integer', (order) => order.product.brandId],
  ['brand_name', 'text', (order) => order.product.brandName],
  ['country_code', 'text', (order) => order.product.countryCode],
  ['quantity', 'integer', (order) => order.quantity],
  ['unit_price', 'bigint', (order) => order.unitPrice],
  ['card_currency', 'text', (order) => order.product.currency],
  ['currency', 'text', (order) => order.currency],
  ['amount', 'bigint', (order) => order.amount],
  ['discount', 'bigint', (order) => order.discount],
  ['fee', 'bigint', (order) => order.fee],
  ['sms_fee', 'bigint', (order) => order.smsFee],
  ['cost', 'bigint', (order) => order.cost],
  ['old_balance', 'bigint', (order) => order.oldBalance],
  ['new_balance', 'bigint', (order) => order.newBalance],
  ['old_balance_at', 'timestamptz', (order) => order.oldBalanceAt],
  ['pre_ordered', 'boolean', (order) => order.isPreOrder],
  ['sender_name', 'text', (order) => order.senderName],
  ['recipient_email', 'text', (order) => order.recipientEmail],
  ['recipient_phone', 'text', (order) => order.recipientPhone],
  ['recipient_user_id', 'text', (order) => order.recipientUserId],
  ['supplier', 'text', (order) => order.supplier],
  ['created_at', 'timestamptz', (order) => order.createdAt],
]

const columnList = sql.join(columns.map(([name]) => sql.ref(name)))

/**
 * Inserts orders and answers the ids of those that are in: an order whose
 * identifier another order has already is left out. The unique index decides,
 * so of two orders with one identifier one gets it, whoever places them.
 */
export async function insertOrders(tx: Tx, orders: readonly Order[]): Promise<Set<bigint>> {
  const { rows } = await tx.getExecutor().executeQuery(insertStatement(orders))
  return new Set(rows.map((row) => row.id))
}

const insertStatement = bulkInsert<Order, { readonly id: bigint }>(
  'orders',
  columns,
  `on conflict (account_id, mode, lower(custom_identifier), custom_identifier)
     where custom_identifier is not null do nothing
   returning id`,
)

export interface Prelude {
  /** Ids for new orders, ascending. */
  readonly ids: readonly bigint[]
  /** Clients that are revoked or suspended. */
  readonly refusedClients: ReadonlySet<string>
  /** Accounts that may not use live mode. */
  readonly notLive: ReadonlySet<bigint>
}

/**
 * What placing a batch needs to know beside the wallets. It must run after they are locked: whoever
 * disables live mode waits for the lock, so that no order is decided by what was so before.
 */
export async function readPrelude(
  tx: Tx,
  callers: readonly Pick<Principal, 'accountId' | 'mode' | 'clientId'>[],
): Promise<Prelude> {
  const accounts = [...new Set(callers.map((caller) => caller.accountId))]
  const inLive = callers.filter(({ mode }) => mode === 'live')
  const liveAccounts = [...new Set(inLive.map((caller) => caller.accountId))]
  const clients = [...new Set(callers.map((caller) => caller.clientId))]
  const { rows } = await sql<{ ids: bigint[]; refused: string[]; notLive: bigint[] }>`
    with not_live as (
      select id from accounts
       where id = any(${liveAccounts}::bigint[]) and live_enabled_at is null)
    select array(select nextval('order_ids') from generate_series(1, ${callers.length}::int)) as ids,
           array(select id from clients
                  where account_id = any(${accounts}::bigint[]) and id = any(${clients}::text[])
                    and (revoked_at is not null
                         or (mode = 'live' and account_id in (select id from not_live)))) as refused,
           array(select id from not_live) as "notLive"`.execute(tx)
  const { ids = [], refused, notLive } = rows[0] ?? {}
  return { ids, refusedClients: new Set(refused), notLive: new Set(notLive) }
}

export async function isIdentifierUsed(
  db: Executor,
  { accountId, mode }: Pick<Principal, 'accountId' | 'mode'>,
  identifier: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from orders
     where account_id = ${accountId} and mode = ${mode}
       and lower(custom_identifier) = lower(${identifier})
       and custom_identifier = ${identifier}`.execute(db)
  return rows.length > 0
}

export async function findByIdentifier(
  db: Executor,
  { accountId, mode }: Owner,
  identifiers: readonly string[],
): Promise<IdentifiedOrder[]> {
  const { rows } = await sql<IdentifiedOrder>`
    select id, identifier as "customIdentifier", client_id as "clientId", cost
      from unnest(${identifiers}::text[]) as identifier
     cross join lateral (
           -- The limit keeps it a look-up for each; as a join it may become one of everything.
           select id, client_id, cost from orders
            where account_id = ${accountId} and mode = ${mode}
              and lower(custom_identifier) = lower(identifier) and custom_identifier = identifier
            limit 1) as found`.execute(db)
  return rows
}

export async function findOrders(
  db: Executor,
  { accountId, mode }: Owner,
  ids: readonly bigint[],
): Promise<Order[]> {
  const { rows } = await sql<OrderRow>`
    select ${columnList} from orders
     where account_id = ${accountId} and mode = ${mode}
       and id = any(${ids}::bigint[])`.execute(db)
  return rows.map(toOrder)
}

export interface OrderRecipients {
  readonly orderId: bigint
  readonly email: string | null
  /** Digits only. */
  readonly phone: string | null
  /** The product's. */
  readonly countryCode: string
  readonly quantity: number
}

export async function listRecipients(
  db: Executor,
  { accountId, mode }: Owner,
  ids: readonly bigint[],
): Promise<OrderRecipients[]> {
  const { rows } = await sql<OrderRecipients>`
    select id as "orderId", recipient_email as email, recipient_phone as phone,
           country_code as "countryCode", quantity
      from orders
     where account_id = ${accountId} and mode = ${mode}
       and id = any(${ids}::bigint[])
     order by id`.execute(db)
  return rows
}

export async function listPlacedAfter(
  db: Executor,
  { accountId, mode }: Owner,
  id: bigint,
  limit: number,
): Promise<PlacedOrder[]> {
  const { rows } = await sql<PlacedOrder>`
    select id, status, old_balance as "oldBalance", new_balance as "newBalance", currency,
           created_at as "createdAt"
      from orders
     where account_id = ${accountId} and mode = ${mode} and id > ${id}
     order by id limit ${limit}`.execute(db)
  return rows
}

export async function findOwnersBehind(
  db: Executor,
  positions: readonly Position[],
): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select position.account_id as "accountId", position.mode
      from unnest(${positions.map(({ owner }) => owner.accountId)}::bigint[],
                  ${positions.map(({ owner }) => owner.mode)}::mode[],
                  ${positions.map(({ lastOrderId }) => lastOrderId)}::bigint[])
             as position (account_id, mode, id)
     where exists (
       select from orders
        where orders.account_id = position.account_id and orders.mode = position.mode
          and orders.id > position.id)`.execute(db)
  return rows
}

export async function findOrder(
  db: Executor,
  { accountId, mode }: Pick<Principal, 'accountId' | 'mode'>,
  id: bigint,
): Promise<Order | undefined> {
  const { rows } = await sql<OrderRow>`
    select ${columnList} from orders
     where account_id = ${accountId} and mode = ${mode} and id = ${id}`.execute(db)
  return rows[0] && toOrder(rows[0])
}

/** Orders that fit a filter among those with these ids, the newest first. */
export async function listFitting(
  db: Executor,
  owner: Owner,
  filter: OrderFilter,
  range: { readonly firstId: bigint; readonly lastId: bigint; readonly limit: number },
): Promise<Order[]> {
  const { rows } = await sql<OrderRow>`${sql.raw(PLANNED_ANEW)}
    select ${columnList} from orders
     where ${orderConditions(owner, filter)} and id between ${range.firstId} and ${range.lastId}
     order by id desc limit ${range.limit}`.execute(db)
  return rows.map(toOrder)
}

/** Some orders by their ids, the newest first. */
export async function listOrders(
  db: Executor,
  { accountId, mode }: Pick<Principal, 'accountId' | 'mode'>,
  ids: readonly bigint[],
): Promise<Order[]> {
  const { rows } = await sql<OrderRow>`
    select ${columnList} from orders
     where account_id = ${accountId} and mode = ${mode} and id = any(${ids}::bigint[])
     order by id desc`.execute(db)
  return rows.map(toOrder)
}
