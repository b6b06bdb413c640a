import { defineErrors } from '../core/errors.ts'

export const accountErrors = defineErrors({
  accountNotFound: {
    status: 404,
    code: 'ACCOUNT_NOT_FOUND',
    message: 'There is no such account, or you do not manage it',
  },
  noAccount: {
    status: 403,
    code: 'NO_ACCOUNT',
    message: 'You manage no account yet: open one, or accept an invitation',
  },
  tooManyAccounts: {
    status: 409,
    code: 'TOO_MANY_ACCOUNTS',
    message: 'One person opens at most {limit} accounts',
  },
  liveNotEnabled: {
    status: 403,
    code: 'LIVE_NOT_ENABLED',
    message: 'Live mode is not enabled for this account: ask whoever runs this platform',
  },
  hasPassword: {
    status: 409,
    code: 'PASSWORD_SET',
    message: 'There is a password already: change it with the old one',
  },
  passwordTooWeak: {
    status: 400,
    code: 'PASSWORD_TOO_WEAK',
    message: 'A password has from 10 to 128 characters',
  },
  peopleOnly: {
    status: 403,
    code: 'PEOPLE_ONLY',
    message: 'This is for people who are signed in, not for tokens',
  },
  foreignOrigin: {
    status: 403,
    code: 'FOREIGN_ORIGIN',
    message: 'The request does not come from a page of this server',
  },
  /** Answered like any token that is not valid: who revoked or disabled what is nobody's business. */
  clientRevoked: {
    status: 401,
    code: 'INVALID_TOKEN',
    message: 'Full authentication is required to access this resource',
  },
})
