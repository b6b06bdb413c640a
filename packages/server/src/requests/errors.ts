import { defineErrors } from '../core/errors.ts'

export const requestErrors = defineErrors({
  requestNotFound: {
    status: 404,
    code: 'REQUEST_NOT_FOUND',
    message: 'There is no such request in the log of this account and mode. It is kept for a week',
  },
})
