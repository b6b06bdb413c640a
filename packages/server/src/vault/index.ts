export { type Card, type RecordedReveal, type RevealedVia, revealedVia } from './model.ts'
export { createVault, type Vault } from './service.ts'
