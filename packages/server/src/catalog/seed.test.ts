import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSecondApp, createTestApp, order, type TestApp } from '../../test/harness.ts'
import { type DialectName, dialectNames, getDialect } from '../accounts/index.ts'
import { findCurrency } from '../core/currency.ts'
import { type Micros, parseMicros } from '../core/money.ts'
import { transact } from '../storage/database.ts'
import { createNotifications } from '../storage/notifications.ts'
import type { Product } from './model.ts'
import { readSeedCatalog, type SeedCatalog, seedCatalog } from './seed.ts'
import { type Catalog, createCatalog } from './service.ts'
import { notifyChanged } from './store.ts'

let app: TestApp
let seed: SeedCatalog
let catalog: Catalog
let release: () => Promise<void>

beforeAll(async () => {
  app = await createTestApp()
  seed = await readSeedCatalog()
  const { connection } = app.testDatabase
  const notifications = await createNotifications(connection, pino({ level: 'silent' }))
  catalog = await createCatalog(app.database, notifications, () => undefined)
  release = () => notifications.close()
})

afterAll(async () => {
  await release()
  await app.close()
})

test('there is enough to choose from, in every category', () => {
  expect(seed.products.length).toBeGreaterThanOrEqual(2_500)
  expect(countOf((product) => product.brand.id)).toBeGreaterThanOrEqual(180)
  expect(countOf((product) => product.countryCode)).toBeGreaterThanOrEqual(120)
  expect(countOf((product) => product.brand.category.id)).toBe(seed.categories.length)
})

function countOf(key: (product: Product) => unknown): number {
  return new Set(seed.products.map(key)).size
}

// A product keeps its id for ever: programs store it. An entry of this table is never changed.
test.each([
  [1n, '1-800-PetSupplies'],
  [5n, 'Amazon US'],
  [13959n, 'Vanilla® eGift Visa'],
  [20837n, 'Zalando Switzerland'],
  [7200250n, 'Steam France'],
  [6300792n, 'Roblox Turkey'],
  [17402000n, 'PUBG Mobile 325 UC Global'],
  [40102250n, 'Xbox Game Pass Premium 1 Month France'],
  [53500040n, 'paysafecard Austria'],
  [4100191n, 'Netflix Croatia'],
  [85600404n, 'Flightgift Kenya'],
  [54601000n, 'Rewarble EUR Global'],
  [11400400n, 'IKEA Jordan'],
  [98400356n, 'Apollo Pharmacy India'],
])('product %s is %s', (id, name) => {
  expect(seed.products.find((product) => product.id === id)?.name).toBe(name)
})

test('no two products have one name', () => {
  expect(countOf((product) => product.name)).toBe(seed.products.length)
})

test('product 5 is that of the quickstart', () => {
  expect(seed.products.find((product) => product.id === 5n)).toMatchObject({
    name: 'Amazon US',
    brand: { id: 2, name: 'Amazon' },
    countryCode: 'US',
    currency: 'USD',
    faceValues: { type: 'RANGE', min: 5_000_000n, max: 100_000_000n },
    senderFee: { amount: 500_000n, currency: 'USD' },
    senderFeePercentage: 0n,
    discountPercentage: 900_000n,
    isActive: true,
  })
})

test('a naira is worth what it is in the quickstart, and so is an American SMS', () => {
  expect(seed.rates.find((rate) => rate.currency === 'NGN')?.perUsd).toBe('570')
  expect(seed.smsPrices.find((price) => price.countryCode === 'US')?.usd).toBe(
    parseMicros('0.0078'),
  )
})

test('no id is given twice', () => {
  for (const ids of [
    seed.products.map((product) => product.id),
    seed.brands.map((brand) => brand.id),
    seed.categories.map((category) => category.id),
    seed.rates.map((rate) => rate.currency),
    seed.smsPrices.map((price) => price.countryCode),
  ]) {
    expect(new Set<unknown>(ids).size).toBe(ids.length)
  }
})

test('every brand has a category, a name and instructions', () => {
  for (const brand of seed.brands) {
    expect(seed.categories).toContainEqual(brand.category)
    expect(brand.name).not.toBe('')
    expect(brand.redeem.concise.length).toBeGreaterThan(20)
    expect(brand.redeem.verbose.length).toBeGreaterThan(brand.redeem.concise.length)
    expect(brand.redeem.concise + brand.redeem.verbose).not.toMatch(/[{}]/)
  }
})

test('every brand is sold', () => {
  const sold = new Set(seed.products.map((product) => product.brand.id))
  for (const brand of seed.brands) expect(sold).toContain(brand.id)
})

test('every product is in a currency that exists and has a rate', () => {
  const rates = new Set(seed.rates.map((rate) => rate.currency))
  for (const product of seed.products) {
    expect(findCurrency(product.currency)).toBeDefined()
    expect(rates).toContain(product.currency)
    expect(product.countryCode).toMatch(/^[A-Z]{2}$/)
  }
})

test('every rate is of a currency that exists', () => {
  for (const { currency, perUsd } of seed.rates) {
    expect(findCurrency(currency)).toBeDefined()
    expect(Number(perUsd)).toBeGreaterThan(0)
  }
})

test('face values ascend, are positive and fit the currency', () => {
  for (const { faceValues, currency } of seed.products) {
    const values =
      faceValues.type === 'FIXED' ? faceValues.values : [faceValues.min, faceValues.max]
    const unit = 10n ** BigInt(6 - (findCurrency(currency)?.minorPlaces ?? 2))
    expect(values.length).toBeGreaterThan(0)
    for (const [index, value] of values.entries()) {
      expect(value).toBeGreaterThan(values[index - 1] ?? 0n)
      expect(value % unit).toBe(0n)
    }
  }
})

test('face values are what somebody would pay: worth from 0.1 to 1,500 US dollars', () => {
  const perUsd = new Map(seed.rates.map((rate) => [rate.currency, Number(rate.perUsd)]))
  for (const { name, faceValues, currency } of seed.products) {
    const [min, max] =
      faceValues.type === 'FIXED'
        ? [faceValues.values[0], faceValues.values.at(-1)]
        : [faceValues.min, faceValues.max]
    const microsPerUsd = (perUsd.get(currency) ?? 0) * 1_000_000
    expect(Number(min) / microsPerUsd, name).toBeGreaterThan(0.1)
    expect(Number(max) / microsPerUsd, name).toBeLessThan(1_500)
  }
})

test('a label belongs to a face value', () => {
  for (const { name, faceValues, metadata } of seed.products) {
    const values: readonly Micros[] = faceValues.type === 'FIXED' ? faceValues.values : []
    for (const value of Object.keys(metadata ?? {})) {
      expect(values, name).toContain(parseMicros(value))
    }
  }
})

test('fees and discounts are sane', () => {
  for (const product of seed.products) {
    expect(product.discountPercentage).toBeLessThanOrEqual(20_000_000n)
    expect(product.senderFeePercentage).toBeLessThanOrEqual(10_000_000n)
    expect(product.senderFee.amount).toBeLessThanOrEqual(10_000_000n)
  }
})

test('the database gives back what was delivered', () => {
  const { products, brands, perUsd, smsPricesUsd } = catalog.current()
  expect([...products.values()].toSorted(byId)).toEqual(seed.products.toSorted(byId))
  expect([...brands.values()]).toEqual(seed.brands.toSorted((a, b) => a.id - b.id))
  expect(perUsd.size).toBe(seed.rates.length)
  expect([...smsPricesUsd.entries()].toSorted()).toEqual(
    seed.smsPrices.map((price) => [price.countryCode, price.usd]).toSorted(),
  )
})

function byId(a: Product, b: Product): number {
  return a.id < b.id ? -1 : 1
}

test('a catalogue that is there already is left alone', async () => {
  expect(await transact(app.database, seedCatalog)).toBe(false)
})

test.each(['NGN', 'USD', 'EUR', 'JPY', 'KWD'])('every product has a price in %s', (currency) => {
  for (const product of seed.products) {
    for (const dialect of dialectNames) {
      const { quote } = priceOf(product, currency, dialect)
      expect(quote.cost).toBeGreaterThan(0n)
      expect(quote.face).toBeGreaterThan(0n)
      expect(quote.discount).toBeLessThan(quote.face)
    }
  }
})

function priceOf({ id, faceValues }: Product, currency: string, dialect: DialectName) {
  const unitPrice = faceValues.type === 'FIXED' ? faceValues.values[0] : faceValues.min
  // In live mode, because today's dialect limits what an order in test mode may be worth.
  return catalog.price(
    { accountId: 1n, mode: 'live', clientId: 'client', dialect: getDialect(dialect) },
    { productId: id, quantity: 1, unitPrice, currency, smsCountry: 'US' },
  )
}

test('a product that is withdrawn is no longer sold, by any server', async () => {
  const second = await createSecondApp(app)
  const account = await app.openAccount()
  const request = { productId: 4, quantity: 1, unitPrice: 10 }
  for (const server of [app, second]) {
    expect((await order(server, account, request)).statusCode).toBe(200)
  }
  await transact(app.database, async (tx) => {
    await sql`update products set is_active = false where id = 4`.execute(tx)
    await notifyChanged(tx)
  })
  for (const server of [app, second]) {
    await expect
      .poll(async () => (await order(server, account, request)).json())
      .toMatchObject({ errorCode: 'INVALID_PRODUCT' })
  }
  await second.close()
})
