import { sql } from 'kysely'
import { parseDecimal } from '../core/decimal.ts'
import type { Micros } from '../core/money.ts'
import { type Database, type Executor, type Tx, transact } from '../storage/database.ts'
import type { Brand, Category, FaceValues, Product, Published, Redemption } from './model.ts'
import { type AccountPrice, type PriceList, type PriceTarget, toPriceList } from './prices.ts'
import { PER_USD_PLACES, type Snapshot } from './snapshot.ts'

export const CHANNEL = 'catalog_changed'

/** Reads the whole catalogue as of one moment. */
export async function loadSnapshot(database: Database): Promise<Snapshot> {
  return transact(database, loadCatalog, { isSnapshot: true })
}

/** Reads the whole catalogue, and what the transaction itself has changed of it. */
export async function loadCatalog(tx: Tx): Promise<Snapshot> {
  const brands = await loadBrands(tx)
  return {
    categories: await loadCategories(tx),
    brands,
    products: await loadProducts(tx, brands),
    perUsd: await loadRates(tx),
    smsPricesUsd: await loadSmsPrices(tx),
    priceLists: await loadPriceLists(tx),
  }
}

async function loadCategories(db: Executor): Promise<Category[]> {
  const { rows } = await sql<Category>`select id, name from categories order by id`.execute(db)
  return rows
}

interface BrandRow {
  readonly id: number
  readonly name: string
  readonly redeem_concise: string
  readonly redeem_verbose: string
  readonly category: Category
}

async function loadBrands(db: Executor): Promise<Map<number, Brand>> {
  const { rows } = await sql<BrandRow>`
    select b.id, b.name, b.redeem_concise, b.redeem_verbose,
           json_build_object('id', c.id, 'name', c.name) as category
      from brands b join categories c on c.id = b.category_id order by b.id`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        category: row.category,
        redeem: { concise: row.redeem_concise, verbose: row.redeem_verbose },
      },
    ]),
  )
}

interface ProductRow {
  readonly id: bigint
  readonly brand_id: number
  readonly name: string
  readonly country_code: string
  readonly currency: string
  readonly is_global: boolean
  readonly is_active: boolean
  readonly denominations: readonly bigint[]
  readonly denomination_min: bigint | null
  readonly denomination_max: bigint | null
  readonly sender_fee: bigint
  readonly sender_fee_currency: string
  readonly sender_fee_percentage: bigint
  readonly discount_percentage: bigint
  readonly supports_pre_order: boolean
  readonly user_id_required: boolean
  readonly redemption: Redemption
  readonly metadata: Record<string, unknown> | null
  readonly published: Published | null
}

/** Few enough that other requests are served between two reads of so many. */
const PRODUCTS_AT_ONCE = 500

async function loadProducts(
  db: Executor,
  brands: ReadonlyMap<number, Brand>,
): Promise<Map<bigint, Product>> {
  const products = new Map<bigint, Product>()
  for (let lastId: bigint | undefined = 0n; lastId !== undefined; ) {
    const rows: readonly ProductRow[] = await listProductsAfter(db, lastId)
    for (const row of rows) {
      const brand = brands.get(row.brand_id)
      if (brand === undefined) throw new Error(`Product ${row.id} has no brand`)
      products.set(row.id, toProduct(row, brand))
    }
    lastId = rows.at(-1)?.id
  }
  return products
}

async function listProductsAfter(db: Executor, id: bigint): Promise<readonly ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select id, brand_id, name, country_code, currency, is_global, is_active, denominations,
           denomination_min, denomination_max, sender_fee, sender_fee_currency,
           sender_fee_percentage, discount_percentage, supports_pre_order, user_id_required,
           redemption, metadata, published
      from products where id > ${id} order by id limit ${PRODUCTS_AT_ONCE}`.execute(db)
  return rows
}

function toProduct(row: ProductRow, brand: Brand): Product {
  return {
    id: row.id,
    name: row.name,
    brand,
    countryCode: row.country_code,
    currency: row.currency,
    isGlobal: row.is_global,
    isActive: row.is_active,
    faceValues: toFaceValues(row),
    senderFee: { amount: row.sender_fee, currency: row.sender_fee_currency },
    senderFeePercentage: row.sender_fee_percentage,
    discountPercentage: row.discount_percentage,
    supportsPreOrder: row.supports_pre_order,
    userIdRequired: row.user_id_required,
    redemption: row.redemption,
    metadata: row.metadata,
    published: row.published,
  }
}

function toFaceValues(row: ProductRow): FaceValues {
  const { denomination_min: min, denomination_max: max, denominations } = row
  return min === null || max === null
    ? { type: 'FIXED', values: denominations }
    : { type: 'RANGE', min, max }
}

async function loadRates(db: Executor): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ currency: string; per_usd: string }>`
    select currency, per_usd::text from exchange_rates order by currency`.execute(db)
  return new Map(
    rows.map((row) => {
      const rate = parseDecimal(row.per_usd, PER_USD_PLACES)
      if (rate === undefined) throw new Error(`The rate of ${row.currency} cannot be read`)
      return [row.currency, rate]
    }),
  )
}

async function loadSmsPrices(db: Executor): Promise<Map<string, Micros>> {
  const { rows } = await sql<{ country_code: string; usd: bigint }>`
    select country_code, usd from sms_prices order by country_code`.execute(db)
  return new Map(rows.map((row) => [row.country_code, row.usd]))
}

interface AccountPriceRow {
  readonly account_id: bigint
  readonly applies_to: PriceTarget['kind']
  readonly target_id: bigint
  readonly discount_percentage: bigint | null
  readonly sender_fee: bigint | null
  readonly sender_fee_currency: string | null
  readonly sender_fee_percentage: bigint | null
}

async function loadPriceLists(db: Executor): Promise<Map<bigint, PriceList>> {
  const { rows } = await sql<AccountPriceRow>`
    select account_id, applies_to, target_id, discount_percentage, sender_fee,
           sender_fee_currency, sender_fee_percentage
      from account_prices`.execute(db)
  const byAccount = Map.groupBy(rows, (row) => row.account_id)
  return new Map([...byAccount].map(([id, own]) => [id, toPriceList(own.map(toAccountPrice))]))
}

function toAccountPrice(row: AccountPriceRow): AccountPrice {
  const { sender_fee: amount, sender_fee_currency: currency } = row
  return {
    target: { kind: row.applies_to, id: row.target_id },
    discountPercentage: row.discount_percentage,
    senderFee: amount === null || currency === null ? null : { amount, currency },
    senderFeePercentage: row.sender_fee_percentage,
  }
}

export async function isEmpty(db: Executor): Promise<boolean> {
  const { rows } = await sql`select from products limit 1`.execute(db)
  return rows.length === 0
}

/** Products as JSON rows: their face values are lists, which `unnest` cannot carry. */
export function toProductRows(products: readonly Product[]): string {
  const rows = products.map((product) => ({
    id: product.id.toString(),
    brand_id: product.brand.id,
    name: product.name,
    country_code: product.countryCode,
    currency: product.currency,
    is_global: product.isGlobal,
    is_active: product.isActive,
    denominations: product.faceValues.type === 'FIXED' ? product.faceValues.values.map(String) : [],
    denomination_min: product.faceValues.type === 'RANGE' ? `${product.faceValues.min}` : null,
    denomination_max: product.faceValues.type === 'RANGE' ? `${product.faceValues.max}` : null,
    sender_fee: product.senderFee.amount.toString(),
    sender_fee_currency: product.senderFee.currency,
    sender_fee_percentage: product.senderFeePercentage.toString(),
    discount_percentage: product.discountPercentage.toString(),
    supports_pre_order: product.supportsPreOrder,
    user_id_required: product.userIdRequired,
    redemption: product.redemption,
    metadata: product.metadata,
    published: product.published,
  }))
  return JSON.stringify(rows)
}

export async function insertRates(
  db: Executor,
  rates: readonly { readonly currency: string; readonly perUsd: string }[],
): Promise<void> {
  await sql`
    insert into exchange_rates (currency, per_usd)
    select * from unnest(${rates.map((r) => r.currency)}::text[],
                         ${rates.map((r) => r.perUsd)}::numeric[])`.execute(db)
}

export async function insertSmsPrices(
  db: Executor,
  prices: readonly { readonly countryCode: string; readonly usd: Micros }[],
): Promise<void> {
  await sql`
    insert into sms_prices (country_code, usd)
    select * from unnest(${prices.map((p) => p.countryCode)}::text[],
                         ${prices.map((p) => p.usd)}::bigint[])`.execute(db)
}

/** Makes every server process load the catalogue again, when the transaction commits. */
export async function notifyChanged(db: Executor): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(db)
}
