import { defineErrors } from '../../core/errors.ts'

export const accessTokenErrors = defineErrors({
  invalidAccessToken: {
    status: 401,
    code: 'INVALID_TOKEN',
    message: 'Full authentication is required to access this resource',
  },
  tokenNotFound: {
    status: 404,
    code: 'TOKEN_NOT_FOUND',
    message: 'This account has no such access token, or it was revoked before',
  },
  insufficientScope: {
    status: 403,
    code: 'INSUFFICIENT_SCOPE',
    message: 'This token may not do that: it lacks the scope {scope}',
  },
})
