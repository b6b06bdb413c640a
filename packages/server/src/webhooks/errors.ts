import { defineErrors } from '../core/errors.ts'

export const webhookErrors = defineErrors({
  endpointNotFound: {
    status: 404,
    code: 'WEBHOOK_ENDPOINT_NOT_FOUND',
    message: 'There is no such webhook endpoint in this account and mode',
  },
  invalidUrl: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Invalid value provided for field url: {reason}',
  },
  tooManyEndpoints: {
    status: 400,
    code: 'TOO_MANY_WEBHOOK_ENDPOINTS',
    message: 'An account has at most {limit} webhook endpoints in a mode',
  },
  endpointDisabled: {
    status: 409,
    code: 'WEBHOOK_ENDPOINT_DISABLED',
    message: 'This webhook endpoint is disabled. Enable it first',
  },
  receiverNotFound: {
    status: 404,
    code: 'WEBHOOK_RECEIVER_NOT_FOUND',
    message: 'There is no such test receiver in this account and mode. Each lives for a day',
  },
  tooManyReceivers: {
    status: 400,
    code: 'TOO_MANY_WEBHOOK_RECEIVERS',
    message: 'An account has at most {limit} test receivers in a mode',
  },
})
