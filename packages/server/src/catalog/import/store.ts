import { sql } from 'kysely'
import { formatDecimal } from '../../core/decimal.ts'
import type { Tx } from '../../storage/database.ts'
import type { Brand, Category, Product } from '../model.ts'
import { PER_USD_PLACES } from '../snapshot.ts'
import { toProductRows } from '../store.ts'

// Every statement leaves alone what is already as it should be.

export async function saveCategories(tx: Tx, categories: readonly Category[]): Promise<void> {
  await sql`
    insert into categories (id, name)
    select * from unnest(${categories.map((c) => c.id)}::int[],
                         ${categories.map((c) => c.name)}::text[])
    on conflict (id) do update set name = excluded.name
     where categories.name <> excluded.name`.execute(tx)
}

export async function saveBrands(tx: Tx, brands: readonly Brand[]): Promise<void> {
  await sql`
    insert into brands (id, name, category_id, redeem_concise, redeem_verbose)
    select * from unnest(${brands.map((b) => b.id)}::int[],
                         ${brands.map((b) => b.name)}::text[],
                         ${brands.map((b) => b.category.id)}::int[],
                         ${brands.map((b) => b.redeem.concise)}::text[],
                         ${brands.map((b) => b.redeem.verbose)}::text[])
    on conflict (id) do update set
      (name, category_id, redeem_concise, redeem_verbose) =
      (excluded.name, excluded.category_id, excluded.redeem_concise, excluded.redeem_verbose)
     where brands.* is distinct from excluded.*`.execute(tx)
}

/** @returns the ids of those that are new or have changed */
export async function saveProducts(tx: Tx, products: readonly Product[]): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    insert into products as known
    select * from jsonb_populate_recordset(null::products, ${toProductRows(products)}::jsonb)
    on conflict (id) do update set
      (brand_id, name, country_code, currency, is_global, is_active, denominations,
       denomination_min, denomination_max, sender_fee, sender_fee_currency,
       sender_fee_percentage, discount_percentage, supports_pre_order, user_id_required,
       redemption, metadata, published) =
      (excluded.brand_id, excluded.name, excluded.country_code, excluded.currency,
       excluded.is_global, excluded.is_active, excluded.denominations,
       excluded.denomination_min, excluded.denomination_max, excluded.sender_fee,
       excluded.sender_fee_currency, excluded.sender_fee_percentage,
       excluded.discount_percentage, excluded.supports_pre_order, excluded.user_id_required,
       excluded.redemption, excluded.metadata, excluded.published)
     where known.* is distinct from excluded.*
    returning id`.execute(tx)
  return rows.map((row) => row.id)
}

export async function withdrawProducts(tx: Tx, ids: readonly bigint[]): Promise<void> {
  await sql`update products set is_active = false where id = any(${ids}::bigint[])`.execute(tx)
}

/** @returns the currencies whose rate is new or has changed */
export async function saveRates(tx: Tx, perUsd: ReadonlyMap<string, bigint>): Promise<string[]> {
  const rates = [...perUsd.values()].map((rate) => formatDecimal(rate, PER_USD_PLACES, 0))
  const { rows } = await sql<{ currency: string }>`
    insert into exchange_rates as known (currency, per_usd)
    select * from unnest(${[...perUsd.keys()]}::text[], ${rates}::numeric[])
    on conflict (currency) do update set per_usd = excluded.per_usd, updated_at = now()
     where known.per_usd <> excluded.per_usd
    returning currency`.execute(tx)
  return rows.map((row) => row.currency)
}
