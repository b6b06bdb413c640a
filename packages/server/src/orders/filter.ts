import { type RawBuilder, sql } from 'kysely'
import type { Principal } from '../accounts/index.ts'
import type { OrderStatus } from './model.ts'

/** Which orders a report shows; what is absent does not restrict. Times are inclusive. */
export interface OrderFilter {
  readonly from?: Date
  readonly to?: Date
  /** Compared without regard to case, as a whole. */
  readonly customIdentifier?: string
  readonly status?: OrderStatus
  readonly brandId?: number
  /** Part of the name, without regard to case. */
  readonly brandName?: string
  readonly productId?: bigint
  /** Part of the name, without regard to case. */
  readonly productName?: string
  /** Compared without regard to case, as a whole. */
  readonly recipientEmail?: string
  /** Calling code and national number, digits only; compared as a whole. */
  readonly recipientPhone?: string
  /**
   * What somebody looks for by name: the id or the identifier of an order or, where no order has
   * that, the address or phone of a recipient.
   */
  readonly search?: string
}

/** Whom orders went to, in the column where they say so. */
export interface Recipient {
  readonly column: 'recipient_email' | 'recipient_phone'
  readonly address: string
}

/** The one by which orders are found; another one restricts what is found. */
export function recipientOf(filter: OrderFilter): Recipient | undefined {
  const { recipientEmail, recipientPhone } = filter
  if (recipientEmail !== undefined) return { column: 'recipient_email', address: recipientEmail }
  return recipientPhone === undefined
    ? undefined
    : { column: 'recipient_phone', address: recipientPhone }
}

/** Whose orders they are. */
export type Owner = Pick<Principal, 'accountId' | 'mode'>

type Condition = RawBuilder<unknown>

/** The rows of an account and mode, in any of their tables. */
export function ownedBy({ accountId, mode }: Owner): Condition {
  return sql`account_id = ${accountId} and mode = ${mode}`
}

/** The filter as SQL on `orders`, within an account and mode. */
export function orderConditions(owner: Owner, filter: OrderFilter): Condition {
  const { from, customIdentifier, recipientEmail, recipientPhone } = filter
  const until = endOf(filter)
  const conditions = [ownedBy(owner), ...statusConditions(filter), ...productConditions(filter)]
  if (from !== undefined) conditions.push(sql`created_at >= ${from}`)
  if (until !== undefined) conditions.push(sql`created_at < ${until}`)
  if (customIdentifier !== undefined) {
    conditions.push(sql`lower(custom_identifier) = lower(${customIdentifier})`)
  }
  if (recipientEmail !== undefined) {
    conditions.push(sql`lower(recipient_email) = lower(${recipientEmail})`)
  }
  if (recipientPhone !== undefined) conditions.push(sql`recipient_phone = ${recipientPhone}`)
  return all(conditions)
}

/** The part of the filter that is about products, as SQL on `ordered_products`. */
export function isOfProduct(filter: OrderFilter): Condition | undefined {
  const conditions = productConditions(filter)
  return conditions.length === 0 ? undefined : all(conditions)
}

/** The other part as SQL on `order_tallies`; leaves out tallies that end before or begin after. */
export function tallyConditions(owner: Owner, filter: OrderFilter): Condition {
  const { from } = filter
  const until = endOf(filter)
  const conditions = [ownedBy(owner), ...statusConditions(filter)]
  if (from !== undefined) conditions.push(sql`last_at >= ${from}`)
  if (until !== undefined) conditions.push(sql`first_at < ${until}`)
  return all(conditions)
}

/** Whether the orders of a tally are all within the filter's times. */
export function isWithinTimes(filter: OrderFilter): Condition {
  const { from } = filter
  const until = endOf(filter)
  const conditions = [sql`true`]
  if (from !== undefined) conditions.push(sql`first_at >= ${from}`)
  if (until !== undefined) conditions.push(sql`last_at < ${until}`)
  return all(conditions)
}

function statusConditions({ status }: OrderFilter): Condition[] {
  return status === undefined ? [] : [sql`status = ${status}::order_status`]
}

function productConditions({ brandId, brandName, productId, productName }: OrderFilter) {
  const conditions: Condition[] = []
  if (brandId !== undefined) conditions.push(sql`brand_id = ${brandId}`)
  if (productId !== undefined) conditions.push(sql`product_id = ${productId}`)
  if (brandName !== undefined) conditions.push(contains('brand_name', brandName))
  if (productName !== undefined) conditions.push(contains('product_name', productName))
  return conditions
}

function contains(column: string, part: string): Condition {
  return sql`strpos(lower(${sql.ref(column)}), lower(${part})) > 0`
}

/** The wire's times have whole seconds: the end of that second is still inside. */
function endOf({ to }: OrderFilter): Date | undefined {
  return to && new Date(to.getTime() + 1000)
}

function all(conditions: readonly Condition[]): Condition {
  return sql.join(conditions, sql` and `)
}

/**
 * 32 bits that stand for an address or a phone in `order_runs`. Of an MD5, because PostgreSQL's own
 * hash functions may differ from one release or machine to the next, and these are stored.
 */
export function fingerprintOf(address: RawBuilder<unknown>): RawBuilder<number> {
  return sql`('x' || left(md5(lower(${address})), 8))::bit(32)::integer`
}
