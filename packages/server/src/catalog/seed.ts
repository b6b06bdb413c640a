import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Micros, parseMicros } from '../core/money.ts'
import type { Tx } from '../storage/database.ts'
import { lockInstallation } from '../storage/installation.ts'
import type { Brand, Category, FaceValues, Product, Redemption } from './model.ts'
import * as store from './store.ts'

/** The shapes of `data/*.json`. Amounts and percentages are decimal text. */
interface BrandSeed {
  readonly brandId: number
  readonly brandName: string
  readonly categoryId: number
  readonly concise: string
  readonly verbose: string
}

interface ProductSeed {
  readonly productId: number
  readonly productName: string
  readonly brandId: number
  readonly countryCode: string
  readonly currencyCode: string
  readonly global: boolean
  readonly denominationType: 'FIXED' | 'RANGE'
  readonly denominations?: readonly string[]
  readonly minDenomination?: string
  readonly maxDenomination?: string
  readonly senderFeeUsd: string
  readonly senderFeePercentage: string
  readonly discountPercentage: string
  readonly supportsPreOrder: boolean
  readonly userIdRequired: boolean
  readonly redemption: Redemption
  readonly metadata?: Readonly<Record<string, string>>
}

/** The catalogue that OpenScrip is delivered with. */
export interface SeedCatalog {
  readonly categories: readonly Category[]
  readonly brands: readonly Brand[]
  readonly products: readonly Product[]
  readonly rates: readonly { readonly currency: string; readonly perUsd: string }[]
  readonly smsPrices: readonly { readonly countryCode: string; readonly usd: Micros }[]
}

/** Fills an empty catalogue with the delivered one; does nothing when there is any product. */
export async function seedCatalog(tx: Tx): Promise<boolean> {
  // Of two servers that start at once, one fills it and the other finds it filled.
  await lockInstallation(tx)
  if (!(await store.isEmpty(tx))) return false
  const seed = await readSeedCatalog()
  await store.insertCategories(tx, seed.categories)
  await store.insertBrands(tx, seed.brands)
  await store.insertProducts(tx, seed.products)
  await store.insertRates(tx, seed.rates)
  await store.insertSmsPrices(tx, seed.smsPrices)
  await store.notifyChanged(tx)
  return true
}

export async function readSeedCatalog(): Promise<SeedCatalog> {
  const categories = await readData<Category[]>('categories')
  const categoryById = new Map(categories.map((category) => [category.id, category]))
  const brands = (await readData<BrandSeed[]>('brands')).map((seed) => ({
    id: seed.brandId,
    name: seed.brandName,
    category: present(categoryById.get(seed.categoryId), `category of brand ${seed.brandId}`),
    redeem: { concise: seed.concise, verbose: seed.verbose },
  }))
  const brandById = new Map(brands.map((brand) => [brand.id, brand]))
  const products = (await readData<ProductSeed[]>('products')).map((seed) =>
    toProduct(seed, present(brandById.get(seed.brandId), `brand of product ${seed.productId}`)),
  )
  const rates = Object.entries(await readData<Record<string, string>>('rates'))
  const smsPrices = Object.entries(await readData<Record<string, string>>('sms-prices'))
  return {
    categories,
    brands,
    products,
    rates: rates.map(([currency, perUsd]) => ({ currency, perUsd })),
    smsPrices: smsPrices.map(([countryCode, usd]) => ({ countryCode, usd: micros(usd) })),
  }
}

function toProduct(seed: ProductSeed, brand: Brand): Product {
  return {
    id: BigInt(seed.productId),
    name: seed.productName,
    brand,
    countryCode: seed.countryCode,
    currency: seed.currencyCode,
    isGlobal: seed.global,
    isActive: true,
    faceValues: toFaceValues(seed),
    senderFee: { amount: micros(seed.senderFeeUsd), currency: 'USD' },
    senderFeePercentage: micros(seed.senderFeePercentage),
    discountPercentage: micros(seed.discountPercentage),
    supportsPreOrder: seed.supportsPreOrder,
    userIdRequired: seed.userIdRequired,
    redemption: seed.redemption,
    metadata: seed.metadata ?? (seed.denominationType === 'FIXED' ? {} : null),
    published: null,
  }
}

function toFaceValues(seed: ProductSeed): FaceValues {
  if (seed.denominationType === 'FIXED') {
    return { type: 'FIXED', values: (seed.denominations ?? []).map(micros) }
  }
  const { minDenomination = '', maxDenomination = '' } = seed
  return { type: 'RANGE', min: micros(minDenomination), max: micros(maxDenomination) }
}

async function readData<Data>(name: string): Promise<Data> {
  const text = await readFile(join(import.meta.dirname, 'data', `${name}.json`), 'utf8')
  return JSON.parse(text) as Data
}

function micros(text: string): Micros {
  return present(parseMicros(text), `amount "${text}"`)
}

function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The delivered catalogue is damaged: ${what}`)
  return value
}
