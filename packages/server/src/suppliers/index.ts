export { createSandboxSupplier } from './adapters/sandbox.ts'
export type { Supplier } from './port.ts'
export { createSuppliers, type Suppliers } from './registry.ts'
