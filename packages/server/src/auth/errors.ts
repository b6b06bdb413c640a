import { defineErrors } from '../core/errors.ts'

export const authErrors = defineErrors({
  invalidCredentials: { status: 401, code: 'INVALID_CREDENTIALS', message: 'Access Denied' },
  invalidAudience: {
    status: 400,
    code: 'INVALID_AUDIENCE',
    message: 'The provided audience is not valid',
  },
  invalidGrantType: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Invalid grant type',
  },
  invalidToken: {
    status: 401,
    code: 'INVALID_TOKEN',
    message: 'Full authentication is required to access this resource',
  },
  missingToken: {
    status: 401,
    code: 'MISSING_TOKEN',
    message: 'Full authentication is required to access this resource',
  },
  tokenExpired: {
    status: 401,
    code: 'TOKEN_EXPIRED',
    message: 'The token has expired, please request a new one',
  },
  clientLacksScope: {
    status: 403,
    code: 'INSUFFICIENT_SCOPE',
    message: 'This client may not do that: it lacks the scope {scope}',
  },
  addressNotAllowed: {
    status: 403,
    code: 'IP_NOT_ALLOWED',
    message: 'This client may not be used from the address {address}',
  },
})

/** What a request that needs a token can be refused for before anything else. */
export const bearerErrors = [
  authErrors.missingToken,
  authErrors.invalidToken,
  authErrors.tokenExpired,
  authErrors.clientLacksScope,
  authErrors.addressNotAllowed,
]
