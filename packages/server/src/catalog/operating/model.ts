import type { Micros } from '../../core/money.ts'
import type { MicroPercent, Product } from '../model.ts'
import type { AccountPrice } from '../prices.ts'

/** What an operator decides about a product; the rest of it is what its brand makes. */
export interface ProductTerms {
  readonly isActive: boolean
  readonly senderFee: { readonly amount: Micros; readonly currency: string }
  readonly senderFeePercentage: MicroPercent
  readonly discountPercentage: MicroPercent
}

export function areSameTerms(one: ProductTerms, other: ProductTerms): boolean {
  return (
    one.isActive === other.isActive &&
    one.senderFee.amount === other.senderFee.amount &&
    one.senderFee.currency === other.senderFee.currency &&
    one.senderFeePercentage === other.senderFeePercentage &&
    one.discountPercentage === other.discountPercentage
  )
}

/** What one US dollar is worth in a currency. */
export interface RateRow {
  readonly currency: string
  /** In 10⁻¹⁸. */
  readonly perUsd: bigint
  readonly updatedAt: Date
}

/** A rate that changes by more than a tenth is more often a slip of the finger than news. */
const LEAP_PERMILLE = 100n

/** The change in percent with one decimal, when it is large enough to be confirmed. */
export function leapOf(before: bigint, after: bigint): string | undefined {
  const difference = after > before ? after - before : before - after
  if (difference * 1_000n <= before * LEAP_PERMILLE) return undefined
  const permille = (difference * 1_000n) / before
  return `${permille / 10n}.${permille % 10n}`
}

/** A price that is an account's own, and who made it so. */
export interface RecordedPrice extends AccountPrice {
  readonly updatedAt: Date
  readonly updatedBy: string
}

/** The products on sale that a price holds for. */
export function productsOf({ target }: AccountPrice, products: Iterable<Product>): bigint[] {
  const ids: bigint[] = []
  for (const { id, brand, isActive } of products) {
    const isMeant =
      target.kind === 'everything' ||
      (target.kind === 'brand' ? BigInt(brand.id) === target.id : id === target.id)
    if (isActive && isMeant) ids.push(id)
  }
  return ids
}
