export type { Card, SealedCard } from './model.ts'
export { createVault, type Vault } from './service.ts'
