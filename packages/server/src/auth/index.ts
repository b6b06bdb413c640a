export { authRoutes } from './routes.ts'
export { createAuth } from './service.ts'
export { createTokens } from './tokens.ts'
