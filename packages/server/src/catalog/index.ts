export { browsingRoutes } from './browsing/manage.ts'
export { type Browsing, createBrowsing } from './browsing/service.ts'
export { countries } from './countries.ts'
export { catalogErrors } from './errors.ts'
export { type Listing, toListing } from './import/document.ts'
export {
  type ImportReport,
  type ImportRequest,
  importCatalog,
} from './import/service.ts'
export { instructionsFor, translate } from './instructions.ts'
export { isSold, type Product, type RedeemTexts, type Redemption } from './model.ts'
export { operatingRoutes } from './operating/manage.ts'
export {
  type AccountPriceIn,
  type AccountPriceOut,
  readAccountPrice,
  toAccountPriceOut,
} from './operating/schema.ts'
export { createOperating, type Operating } from './operating/service.ts'
export { monogramOf } from './pictures.ts'
export { readPriceId } from './prices.ts'
export type { Quote } from './quote.ts'
export { catalogRoutes } from './routes.ts'
export { seedCatalog } from './seed.ts'
export { type Catalog, createCatalog } from './service.ts'
export { findRate } from './snapshot.ts'
export { createStorefront, type Storefront } from './storefront.ts'
export type { Telling } from './telling.ts'
