export type { Card, RevealedVia } from './model.ts'
export { createVault, type Vault } from './service.ts'
