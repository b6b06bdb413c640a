import { defineErrors } from '../../core/errors.ts'

/** The most clients of an account in a mode that are not revoked. */
export const CLIENTS_MAX = 100

export const clientErrors = defineErrors({
  clientNotFound: {
    status: 404,
    code: 'CLIENT_NOT_FOUND',
    message: 'There is no such API client in this account and mode',
  },
  clientIsRevoked: {
    status: 409,
    code: 'CLIENT_REVOKED',
    message: 'This API client is revoked, which is for ever. Make another one',
  },
  tooManyClients: {
    status: 409,
    code: 'TOO_MANY_CLIENTS',
    message: `An account has at most ${CLIENTS_MAX} API clients in a mode. Revoke one first`,
  },
})
