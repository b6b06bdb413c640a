import { accountErrors } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import { findCurrency } from '../../core/currency.ts'
import { inputErrors } from '../../core/errors.ts'
import { type Database, type Tx, transact } from '../../storage/database.ts'
import { lockInstallation } from '../../storage/installation.ts'
import { type BrowsePage, type BrowseRequest, browse } from '../browsing/browse.ts'
import { catalogErrors } from '../errors.ts'
import type { Product } from '../model.ts'
import type { AccountPrice, PriceTarget } from '../prices.ts'
import type { Catalog } from '../service.ts'
import type { Snapshot } from '../snapshot.ts'
import { notifyChanged } from '../store.ts'
import { type ProductEvent, type Telling, toProductEvents } from '../telling.ts'
import {
  areSameTerms,
  leapOf,
  type ProductTerms,
  productsOf,
  type RateRow,
  type RecordedPrice,
} from './model.ts'
import * as store from './store.ts'

/**
 * What operators decide about the catalogue. Every change is told to whom it
 * concerns in its transaction, and is in force here when the call resolves and
 * in other processes a moment later.
 */
export interface Operating {
  listProducts(request: BrowseRequest): BrowsePage & { readonly snapshot: Snapshot }
  /** Also one that is not sold. @throws productNotFound */
  getProduct(id: bigint | undefined): OperatedProduct
  /** @throws productNotFound */
  updateProduct(
    id: bigint | undefined,
    terms: Partial<ProductTerms>,
  ): Promise<Changed<OperatedProduct>>
  listRates(): Promise<readonly RateRow[]>
  /** @throws rateNotFound */
  getRate(currency: string): Promise<RateRow>
  /** @throws rateNotFound for what is no currency, rateFixed, rateLeap unless it is forced */
  setRate(
    currency: string,
    perUsd: bigint,
    options: { readonly isForced: boolean },
  ): Promise<Partial<Changed<RateRow>> & { readonly after: RateRow }>
  /** @throws accountNotFound */
  listPrices(accountId: bigint | undefined): Promise<readonly NamedPrice[]>
  /** Makes a price an account's own, or replaces it. @throws accountNotFound, invalidField */
  setPrice(
    accountId: bigint | undefined,
    price: AccountPrice,
    by: string,
  ): Promise<Partial<Changed<NamedPrice>> & { readonly after: NamedPrice }>
  /** @throws accountNotFound, priceNotFound */
  deletePrice(accountId: bigint | undefined, target: PriceTarget | undefined): Promise<NamedPrice>
}

export interface OperatedProduct {
  readonly snapshot: Snapshot
  readonly product: Product
}

/** A price with the name of what it holds for; null for everything. */
export interface NamedPrice extends RecordedPrice {
  readonly name: string | null
}

export interface Changed<Thing> {
  readonly before: Thing
  readonly after: Thing
}

export interface OperatingDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly catalog: Catalog
  readonly telling: Telling
  accountExists(accountId: bigint): Promise<boolean>
}

export function createOperating(deps: OperatingDependencies): Operating {
  const { catalog } = deps

  function getProduct(id: bigint | undefined): OperatedProduct {
    const snapshot = catalog.current()
    const product = id === undefined ? undefined : snapshot.products.get(id)
    if (product === undefined) throw catalogErrors.productNotFound()
    return { snapshot, product }
  }

  return {
    listProducts(request) {
      const snapshot = catalog.current()
      return { snapshot, ...browse(snapshot, request, (product) => product.discountPercentage) }
    },
    getProduct,
    async updateProduct(id, changes) {
      const { snapshot, product } = getProduct(id)
      await deps.telling.prepare()
      const before = await transact(deps.database, (tx) =>
        changeTerms(tx, deps.telling, product.id, changes),
      )
      await catalog.refresh()
      return { before: { snapshot, product: { ...product, ...before } }, after: getProduct(id) }
    },
    ...operateRates(deps),
    ...operatePrices(deps),
  }
}

/** @returns what they were */
async function changeTerms(
  tx: Tx,
  telling: Telling,
  id: bigint,
  changes: Partial<ProductTerms>,
): Promise<ProductTerms> {
  // As an import does: of the two, one begins with what the other has made.
  await lockInstallation(tx)
  const before = await store.lockTerms(tx, id)
  if (before === undefined) throw catalogErrors.productNotFound()
  const after = { ...before, ...changes }
  if (areSameTerms(before, after)) return before
  await store.updateTerms(tx, id, after)
  await notifyChanged(tx)
  const events = eventsOf(id, before, after)
  if (events.length > 0) await telling.tell(tx, events)
  return before
}

/** Of a product that is not sold before and after there is nothing to tell. */
function eventsOf(id: bigint, before: ProductTerms, after: ProductTerms): readonly ProductEvent[] {
  if (after.isActive) return toProductEvents([id], [])
  return before.isActive ? toProductEvents([], [id]) : []
}

type RateOperations = Pick<Operating, 'listRates' | 'getRate' | 'setRate'>

function operateRates({ database, clock, catalog }: OperatingDependencies): RateOperations {
  return {
    listRates: () => store.listRates(database),
    async getRate(currency) {
      const rate = await store.findRate(database, currency)
      if (rate === undefined) throw catalogErrors.rateNotFound()
      return rate
    },
    async setRate(currency, perUsd, { isForced }) {
      if (findCurrency(currency) === undefined) throw catalogErrors.rateNotFound()
      if (currency === 'USD') throw catalogErrors.rateFixed()
      const after: RateRow = { currency, perUsd, updatedAt: clock.now() }
      const before = await transact(database, async (tx) => {
        await lockInstallation(tx)
        const known = await store.lockRate(tx, currency)
        const leap = known && leapOf(known.perUsd, perUsd)
        if (leap !== undefined && !isForced) {
          throw catalogErrors.rateLeap({ currency, percent: leap })
        }
        await store.saveRate(tx, after)
        await notifyChanged(tx)
        return known
      })
      await catalog.refresh()
      return { ...(before && { before }), after }
    },
  }
}

type PriceOperations = Pick<Operating, 'listPrices' | 'setPrice' | 'deletePrice'>

function operatePrices(deps: OperatingDependencies): PriceOperations {
  const { database, clock, catalog, telling } = deps

  async function requireAccount(accountId: bigint | undefined): Promise<bigint> {
    if (accountId === undefined || !(await deps.accountExists(accountId))) {
      throw accountErrors.accountNotFound()
    }
    return accountId
  }

  async function change<Before>(
    accountId: bigint,
    work: (tx: Tx) => Promise<{ readonly before: Before; readonly price: AccountPrice }>,
  ): Promise<Before> {
    await telling.prepare(accountId)
    const before = await transact(database, async (tx) => {
      await lockInstallation(tx)
      const changed = await work(tx)
      await notifyChanged(tx)
      const ids = productsOf(changed.price, catalog.current().products.values())
      if (ids.length > 0) await telling.tell(tx, toProductEvents(ids, []), accountId)
      return changed.before
    })
    await catalog.refresh()
    return before
  }

  const nameOf = (price: RecordedPrice) => ({ ...price, name: findName(catalog.current(), price) })

  return {
    async listPrices(id) {
      return (await store.listPrices(database, await requireAccount(id))).map(nameOf)
    },
    async setPrice(id, price, by) {
      const accountId = await requireAccount(id)
      const { kind } = price.target
      if (kind !== 'everything' && findName(catalog.current(), price) === null) {
        throw inputErrors.invalidField({ field: `${kind}Id` })
      }
      const after = { ...price, updatedAt: clock.now(), updatedBy: by }
      const before = await change(accountId, async (tx) => {
        const known = await store.lockPrice(tx, accountId, price.target)
        await store.savePrice(tx, accountId, after)
        return { before: known, price }
      })
      return { ...(before && { before: nameOf(before) }), after: nameOf(after) }
    },
    async deletePrice(id, target) {
      const accountId = await requireAccount(id)
      if (target === undefined) throw catalogErrors.priceNotFound()
      const before = await change(accountId, async (tx) => {
        const known = await store.lockPrice(tx, accountId, target)
        if (known === undefined) throw catalogErrors.priceNotFound()
        await store.deletePrice(tx, accountId, target)
        return { before: known, price: known }
      })
      return nameOf(before)
    },
  }
}

function findName({ brands, products }: Snapshot, { target }: AccountPrice): string | null {
  switch (target.kind) {
    case 'everything':
      return null
    case 'brand':
      return brands.get(Number(target.id))?.name ?? null
    case 'product':
      return products.get(target.id)?.name ?? null
  }
}
