import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Micros, parseMicros } from '../core/money.ts'
import type { Tx } from '../storage/database.ts'
import { lockInstallation } from '../storage/installation.ts'
import { saveBrands, saveCategories, saveProducts } from './import/store.ts'
import { instructionsFor } from './instructions.ts'
import type { Brand, Category, FaceValues, Product, RedeemTexts } from './model.ts'
import {
  expandOffers,
  type Ladders,
  type Places,
  type ProductSeed,
  type SellingBrand,
} from './offers.ts'
import * as store from './store.ts'

const dataDirectory = join(import.meta.dirname, 'data')

/** A file of `data/brands`: the brands of a category. */
interface BrandFile {
  readonly categoryId: number
  readonly brands: readonly BrandSeed[]
}

interface BrandSeed extends SellingBrand {
  /** The brand's own instructions, or which of `data/instructions` hold, and for what site. */
  readonly redeem: RedeemTexts | { readonly way: string; readonly at: string }
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
  await saveCategories(tx, seed.categories)
  await saveBrands(tx, seed.brands)
  await saveProducts(tx, seed.products)
  await store.insertRates(tx, seed.rates)
  await store.insertSmsPrices(tx, seed.smsPrices)
  await store.notifyChanged(tx)
  return true
}

export async function readSeedCatalog(): Promise<SeedCatalog> {
  const categories = await readData<Category[]>('categories')
  const files = await readBrandFiles()
  const brands = files.flatMap(({ categoryId, brands: seeds }) => {
    const category = present(
      categories.find(({ id }) => id === categoryId),
      `category ${categoryId}`,
    )
    return seeds.map((seed) => toBrand(seed, category))
  })
  const brandById = new Map(brands.map((brand) => [brand.id, brand]))
  const stated = await readData<ProductSeed[]>('products')
  const offered = expandOffers(
    files.flatMap((file) => file.brands),
    stated,
    { ...(await readData<Places>('places')), ladders: await readData<Ladders>('ladders') },
  )
  const products = [...stated, ...offered].map((seed) =>
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

function toBrand(seed: BrandSeed, category: Category): Brand {
  return { id: seed.brandId, name: seed.brandName, category, redeem: redeemTexts(seed) }
}

function redeemTexts({ brandName: brand, redeem }: BrandSeed): RedeemTexts {
  if (!('way' in redeem)) return redeem
  return instructionsFor(redeem.way, { brand, at: redeem.at })
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

async function readBrandFiles(): Promise<BrandFile[]> {
  const files = await readdir(join(dataDirectory, 'brands'))
  return Promise.all(
    files.sort().map((file) => readData<BrandFile>(`brands/${basename(file, '.json')}`)),
  )
}

async function readData<Data>(name: string): Promise<Data> {
  const text = await readFile(join(dataDirectory, `${name}.json`), 'utf8')
  return JSON.parse(text) as Data
}

function micros(text: string): Micros {
  return present(parseMicros(text), `amount "${text}"`)
}

function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The delivered catalogue is damaged: ${what}`)
  return value
}
