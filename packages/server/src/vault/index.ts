export type { Card } from './model.ts'
export { createVault, type Vault } from './service.ts'
