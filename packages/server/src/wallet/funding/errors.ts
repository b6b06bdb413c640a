import { defineErrors } from '../../core/errors.ts'
import { PENDING_MAX } from './model.ts'

export const fundingErrors = defineErrors({
  fundingIsLiveOnly: {
    status: 409,
    code: 'FUNDING_IS_LIVE_ONLY',
    message: 'Test money needs no request: it can be made',
  },
  fundingRequestNotFound: {
    status: 404,
    code: 'FUNDING_REQUEST_NOT_FOUND',
    message: 'There is no such funding request in this account and mode',
  },
  fundingRequestDecided: {
    status: 409,
    code: 'FUNDING_REQUEST_DECIDED',
    message: 'The funding request is not pending any more: it was {state}',
  },
  anotherPersonNeeded: {
    status: 409,
    code: 'ANOTHER_PERSON_NEEDED',
    message: 'Nobody approves a funding request of their own: it takes another person',
  },
  tooManyFundingRequests: {
    status: 409,
    code: 'TOO_MANY_FUNDING_REQUESTS',
    message: `An account has at most ${PENDING_MAX} pending funding requests`,
  },
})
