export { createSandboxSupplier } from './adapters/sandbox.ts'
export type { InstantSupplier, Supplier } from './port.ts'
export { createSuppliers, type Suppliers } from './registry.ts'
