import { defineErrors } from '../core/errors.ts'

export const eventErrors = defineErrors({
  tooManyWaiting: {
    status: 429,
    code: 'TOO_MANY_WAITING_REQUESTS',
    message: 'At most {limit} requests may wait for events of an account in a mode',
  },
  eventNotFound: {
    status: 404,
    code: 'EVENT_NOT_FOUND',
    message: 'There is no such event in this account and mode',
  },
})
