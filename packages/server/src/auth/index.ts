export { bearerErrors } from './errors.ts'
export { authRoutes } from './routes.ts'
export { type Auth, createAuth } from './service.ts'
export { createTokens } from './tokens.ts'
