import { defineErrors } from '../core/errors.ts'

export const eventErrors = defineErrors({
  eventNotFound: {
    status: 404,
    code: 'EVENT_NOT_FOUND',
    message: 'There is no such event in this account and mode',
  },
})
