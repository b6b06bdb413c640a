import type { Mode } from '../accounts/index.ts'
import type { Product } from '../catalog/index.ts'
import type { Card } from '../vault/index.ts'

/** Some cards of one product for one order. */
export interface Purchase {
  readonly product: Product
  readonly unitPrice: bigint
  readonly quantity: number
}

/**
 * A source of cards that can issue them inside the placing transaction.
 *
 * `issue` answers one outcome per purchase, in order, each with exactly
 * `quantity` cards; it never issues the same card twice. It must not wait for
 * anything slower than memory or the database: wallets are locked meanwhile.
 */
export interface InstantSupplier {
  readonly name: string
  readonly kind: 'instant'
  supplies(product: Product, mode: Mode): boolean
  issue(purchases: readonly Purchase[]): readonly (readonly Card[])[]
}

/** Suppliers that are asked over the network join here with the live-mode work. */
export type Supplier = InstantSupplier
