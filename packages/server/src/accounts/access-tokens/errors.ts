import { defineErrors } from '../../core/errors.ts'

export const accessTokenErrors = defineErrors({
  invalidAccessToken: {
    status: 401,
    code: 'INVALID_TOKEN',
    message: 'Full authentication is required to access this resource',
  },
  insufficientScope: {
    status: 403,
    code: 'INSUFFICIENT_SCOPE',
    message: 'This token may not do that: it lacks the scope {scope}',
  },
})

/** What a request of the Management API can be refused for before anything else. */
export const managerErrors = [
  accessTokenErrors.invalidAccessToken,
  accessTokenErrors.insufficientScope,
]
