import { defineErrors } from '../core/errors.ts'

export const accountErrors = defineErrors({
  /** Answered like any token that is not valid: who revoked what is nobody's business. */
  clientRevoked: {
    status: 401,
    code: 'INVALID_TOKEN',
    message: 'Full authentication is required to access this resource',
  },
})
