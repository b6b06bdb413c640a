export type { Product, Redemption } from './model.ts'
export type { Quote } from './quote.ts'
export { seedCatalog } from './seed.ts'
export { type Catalog, createCatalog } from './service.ts'
