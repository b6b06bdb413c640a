import { createHash } from 'node:crypto'
import type { Micros } from '../core/money.ts'
import type { MicroPercent, Product } from './model.ts'

export const priceTargets = ['everything', 'brand', 'product'] as const

/** What a price of an account holds for. */
export interface PriceTarget {
  readonly kind: (typeof priceTargets)[number]
  /** The brand or the product; 0 for everything. */
  readonly id: bigint
}

/** What an account pays instead of what the catalogue says; null leaves a part as it is. */
export interface AccountPrice {
  readonly target: PriceTarget
  readonly discountPercentage: MicroPercent | null
  readonly senderFee: { readonly amount: Micros; readonly currency: string } | null
  readonly senderFeePercentage: MicroPercent | null
}

/** All prices that are an account's own. */
export interface PriceList {
  /** The same for two accounts whose prices are the same, so that they can share answers. */
  readonly key: string
  readonly prices: ReadonlyMap<string, AccountPrice>
}

export function toPriceList(prices: readonly AccountPrice[]): PriceList {
  const byTarget = new Map(prices.map((price) => [priceIdOf(price.target), price]))
  const parts = [...byTarget].map(([id, price]) => [
    id,
    ...[price.discountPercentage, price.senderFee?.amount, price.senderFeePercentage].map(String),
    price.senderFee?.currency,
  ])
  const key = createHash('sha256').update(JSON.stringify(parts.sort())).digest('base64url')
  return { key, prices: byTarget }
}

/** How a price is named: `everything`, `brand-2`, `product-5`. */
export function priceIdOf({ kind, id }: PriceTarget): string {
  return kind === 'everything' ? kind : `${kind}-${id}`
}

export function readPriceId(text: string | undefined): PriceTarget | undefined {
  if (text === 'everything') return { kind: 'everything', id: 0n }
  const [, kind, id] = /^(brand|product)-([1-9]\d{0,17})$/.exec(text ?? '') ?? []
  return kind === undefined || id === undefined
    ? undefined
    : { kind: kind as 'brand' | 'product', id: BigInt(id) }
}

/**
 * The product as an account gets it: each part of its price is that of the
 * account's narrowest price that names it, or else the catalogue's. A product
 * with nothing of its own is answered as it is.
 */
export function priceFor(list: PriceList | undefined, product: Product): Product {
  if (list === undefined) return product
  const { prices } = list
  const narrowest = [
    prices.get(`product-${product.id}`),
    prices.get(`brand-${product.brand.id}`),
    prices.get('everything'),
  ].filter((price) => price !== undefined)
  if (narrowest.length === 0) return product
  const part = <Part extends 'discountPercentage' | 'senderFee' | 'senderFeePercentage'>(
    name: Part,
  ) => narrowest.find((price) => price[name] !== null)?.[name] ?? product[name]
  return {
    ...product,
    discountPercentage: part('discountPercentage'),
    senderFee: part('senderFee'),
    senderFeePercentage: part('senderFeePercentage'),
  }
}
