import { type RawBuilder, sql } from 'kysely'
import { getDialect, type Mode, type Principal } from '../accounts/index.ts'
import type { Executor, Tx } from '../storage/database.ts'
import type { Order, OrderStatus } from './model.ts'

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

/** Columns of the table: name, SQL type, and where an order has the value. */
const columns: readonly [name: string, type: string, value: (order: Order) => unknown][] = [
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

export async function insertOrders(tx: Tx, orders: readonly Order[]): Promise<void> {
  const arrays = columns.map(([, type, value]) => sql`${orders.map(value)}::${sql.raw(type)}[]`)
  await sql`
    insert into orders (${columnList}) select * from unnest(${sql.join(arrays)})`.execute(tx)
}

export async function takeOrderIds(tx: Tx, count: number): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select nextval('order_ids') as id from generate_series(1, ${count}::int)`.execute(tx)
  return rows.map((row) => row.id)
}

export interface Obstacles {
  /** Identifiers that earlier orders have, as `account/mode/identifier`. */
  readonly usedIdentifiers: ReadonlySet<string>
  readonly revokedClients: ReadonlySet<string>
}

/**
 * What speaks against placing orders. Asked while the wallets are locked, so
 * that no other process can place an order with the same identifier meanwhile.
 */
export async function findObstacles(
  tx: Tx,
  callers: readonly Pick<Principal, 'accountId' | 'mode' | 'clientId'>[],
  identified: readonly { readonly principal: Principal; readonly identifier: string }[],
): Promise<Obstacles> {
  const { rows } = await sql<{ client_id: string | null; used: string | null }>`
    select null as client_id,
           concat(o.account_id, '/', o.mode, '/', o.custom_identifier) as used
      from unnest(${identified.map((i) => i.principal.accountId)}::bigint[],
                  ${identified.map((i) => i.principal.mode)}::mode[],
                  ${identified.map((i) => i.identifier)}::text[]) as t (account_id, mode, identifier)
      join orders o on o.account_id = t.account_id and o.mode = t.mode
                   and lower(o.custom_identifier) = lower(t.identifier)
                   and o.custom_identifier = t.identifier
    union all
    select id, null from clients
     where account_id = any(${callers.map((c) => c.accountId)}::bigint[])
       and id = any(${callers.map((c) => c.clientId)}::text[])
       and revoked_at is not null`.execute(tx)
  const revoked = rows.flatMap((row) => (row.client_id === null ? [] : [row.client_id]))
  const used = rows.flatMap((row) => (row.used === null ? [] : [row.used]))
  return { usedIdentifiers: new Set(used), revokedClients: new Set(revoked) }
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

/** Orders that fit all conditions, the newest first. */
export async function listOrders(
  db: Executor,
  conditions: readonly RawBuilder<unknown>[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Order[]> {
  const { rows } = await sql<OrderRow>`
    select ${columnList} from orders where ${sql.join(conditions, sql` and `)}
     order by id desc limit ${limit} offset ${offset}`.execute(db)
  return rows.map(toOrder)
}

export async function countOrders(
  db: Executor,
  conditions: readonly RawBuilder<unknown>[],
): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from orders where ${sql.join(conditions, sql` and `)}`.execute(db)
  return Number(rows[0]?.count ?? 0n)
}
