import { sql } from 'kysely'
import { formatDecimal, parseDecimal } from '../../core/decimal.ts'
import type { Executor, Tx } from '../../storage/database.ts'
import type { PriceTarget } from '../prices.ts'
import { PER_USD_PLACES } from '../snapshot.ts'
import type { ProductTerms, RateRow, RecordedPrice } from './model.ts'

interface TermsRow {
  readonly is_active: boolean
  readonly sender_fee: bigint
  readonly sender_fee_currency: string
  readonly sender_fee_percentage: bigint
  readonly discount_percentage: bigint
}

export async function lockTerms(tx: Tx, productId: bigint): Promise<ProductTerms | undefined> {
  const { rows } = await sql<TermsRow>`
    select is_active, sender_fee, sender_fee_currency, sender_fee_percentage, discount_percentage
      from products where id = ${productId} for update`.execute(tx)
  return rows[0] && toTerms(rows[0])
}

function toTerms(row: TermsRow): ProductTerms {
  return {
    isActive: row.is_active,
    senderFee: { amount: row.sender_fee, currency: row.sender_fee_currency },
    senderFeePercentage: row.sender_fee_percentage,
    discountPercentage: row.discount_percentage,
  }
}

export async function updateTerms(tx: Tx, productId: bigint, terms: ProductTerms): Promise<void> {
  await sql`
    update products
       set is_active = ${terms.isActive},
           sender_fee = ${terms.senderFee.amount},
           sender_fee_currency = ${terms.senderFee.currency},
           sender_fee_percentage = ${terms.senderFeePercentage},
           discount_percentage = ${terms.discountPercentage}
     where id = ${productId}`.execute(tx)
}

interface StoredRate {
  readonly currency: string
  readonly per_usd: string
  readonly updated_at: Date
}

export async function listRates(db: Executor): Promise<RateRow[]> {
  const { rows } = await sql<StoredRate>`
    select currency, per_usd::text, updated_at from exchange_rates order by currency`.execute(db)
  return rows.map(toRate)
}

export async function findRate(db: Executor, currency: string): Promise<RateRow | undefined> {
  const { rows } = await sql<StoredRate>`
    select currency, per_usd::text, updated_at from exchange_rates
     where currency = ${currency}`.execute(db)
  return rows[0] && toRate(rows[0])
}

export async function lockRate(tx: Tx, currency: string): Promise<RateRow | undefined> {
  const { rows } = await sql<StoredRate>`
    select currency, per_usd::text, updated_at from exchange_rates
     where currency = ${currency} for update`.execute(tx)
  return rows[0] && toRate(rows[0])
}

function toRate({ currency, per_usd: text, updated_at: updatedAt }: StoredRate): RateRow {
  const perUsd = parseDecimal(text, PER_USD_PLACES)
  if (perUsd === undefined) throw new Error(`The rate of ${currency} cannot be read`)
  return { currency, perUsd, updatedAt }
}

export async function saveRate(tx: Tx, { currency, perUsd, updatedAt }: RateRow): Promise<void> {
  await sql`
    insert into exchange_rates (currency, per_usd, updated_at)
    values (${currency}, ${formatDecimal(perUsd, PER_USD_PLACES, 0)}::numeric, ${updatedAt})
    on conflict (currency) do update
      set per_usd = excluded.per_usd, updated_at = excluded.updated_at`.execute(tx)
}

interface PriceRow {
  readonly applies_to: PriceTarget['kind']
  readonly target_id: bigint
  readonly discount_percentage: bigint | null
  readonly sender_fee: bigint | null
  readonly sender_fee_currency: string | null
  readonly sender_fee_percentage: bigint | null
  readonly updated_at: Date
  readonly updated_by: string
}

const priceColumns = sql`
  applies_to, target_id, discount_percentage, sender_fee, sender_fee_currency,
  sender_fee_percentage, updated_at, updated_by`

/** The widest first. */
export async function listPrices(db: Executor, accountId: bigint): Promise<RecordedPrice[]> {
  const { rows } = await sql<PriceRow>`
    select ${priceColumns} from account_prices where account_id = ${accountId}
     order by array_position(array['everything', 'brand', 'product'], applies_to), target_id
    `.execute(db)
  return rows.map(toPrice)
}

export async function lockPrice(
  tx: Tx,
  accountId: bigint,
  { kind, id }: PriceTarget,
): Promise<RecordedPrice | undefined> {
  const { rows } = await sql<PriceRow>`
    select ${priceColumns} from account_prices
     where account_id = ${accountId} and applies_to = ${kind} and target_id = ${id}
       for update`.execute(tx)
  return rows[0] && toPrice(rows[0])
}

function toPrice(row: PriceRow): RecordedPrice {
  const { sender_fee: amount, sender_fee_currency: currency } = row
  return {
    target: { kind: row.applies_to, id: row.target_id },
    discountPercentage: row.discount_percentage,
    senderFee: amount === null || currency === null ? null : { amount, currency },
    senderFeePercentage: row.sender_fee_percentage,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  }
}

export async function savePrice(tx: Tx, accountId: bigint, price: RecordedPrice): Promise<void> {
  const { target, senderFee } = price
  await sql`
    insert into account_prices as known (account_id, ${priceColumns})
    values (${accountId}, ${target.kind}, ${target.id}, ${price.discountPercentage},
            ${senderFee?.amount ?? null}, ${senderFee?.currency ?? null},
            ${price.senderFeePercentage}, ${price.updatedAt}, ${price.updatedBy})
    on conflict (account_id, applies_to, target_id) do update set
      (discount_percentage, sender_fee, sender_fee_currency, sender_fee_percentage,
       updated_at, updated_by) =
      (excluded.discount_percentage, excluded.sender_fee, excluded.sender_fee_currency,
       excluded.sender_fee_percentage, excluded.updated_at, excluded.updated_by)`.execute(tx)
}

export async function deletePrice(
  tx: Tx,
  accountId: bigint,
  { kind, id }: PriceTarget,
): Promise<void> {
  await sql`
    delete from account_prices
     where account_id = ${accountId} and applies_to = ${kind} and target_id = ${id}`.execute(tx)
}
