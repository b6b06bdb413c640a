import type { Mode } from '../accounts/index.ts'
import type { Product } from '../catalog/index.ts'
import type { Supplier } from './port.ts'

export interface Suppliers {
  /** The first supplier that has the product in this mode; undefined when none has. */
  find(product: Product, mode: Mode): Supplier | undefined
}

/** @param suppliers in the order of preference */
export function createSuppliers(suppliers: readonly Supplier[]): Suppliers {
  return {
    find: (product, mode) => suppliers.find((supplier) => supplier.supplies(product, mode)),
  }
}
