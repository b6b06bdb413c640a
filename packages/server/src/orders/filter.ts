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
  readonly recipientEmail?: string
}

/** The filter as SQL, within the caller's account and mode. */
export function toConditions(
  { accountId, mode }: Pick<Principal, 'accountId' | 'mode'>,
  filter: OrderFilter,
): RawBuilder<unknown>[] {
  const conditions = [sql`account_id = ${accountId}`, sql`mode = ${mode}`]
  const { from, to, customIdentifier, status, brandId, productId, recipientEmail } = filter
  if (from !== undefined) conditions.push(sql`created_at >= ${from}`)
  // The wire's times have whole seconds: the end of that second is still inside.
  if (to !== undefined) conditions.push(sql`created_at < ${new Date(to.getTime() + 1000)}`)
  if (customIdentifier !== undefined) {
    conditions.push(sql`lower(custom_identifier) = lower(${customIdentifier})`)
  }
  if (status !== undefined) conditions.push(sql`status = ${status}::order_status`)
  if (brandId !== undefined) conditions.push(sql`brand_id = ${brandId}`)
  if (productId !== undefined) conditions.push(sql`product_id = ${productId}`)
  if (recipientEmail !== undefined) {
    conditions.push(sql`lower(recipient_email) = lower(${recipientEmail})`)
  }
  for (const [column, part] of [
    ['brand_name', filter.brandName],
    ['product_name', filter.productName],
  ] as const) {
    if (part !== undefined) {
      conditions.push(sql`strpos(lower(${sql.ref(column)}), lower(${part})) > 0`)
    }
  }
  return conditions
}
