import { defineErrors } from '../core/errors.ts'

export const orderErrors = defineErrors({
  identifierUsed: {
    status: 400,
    code: 'CUSTOM_IDENTIFIER_ALREADY_USED',
    message:
      'The custom identifier provided has already been used. Please provide a new, unique custom identifier',
  },
  invalidAmount: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Invalid amount provided',
  },
  invalidPhone: {
    status: 400,
    code: 'INVALID_RECIPIENT_PHONE',
    message: 'The recipient phone number is not valid for country {country}',
  },
  noPreOrder: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'This product does not support pre-orders, remove the field preOrder',
  },
  noSupplier: {
    status: 400,
    code: 'TRANSACTION_CANNOT_BE_PROCESSED_AT_THE_MOMENT',
    message: 'This product has no supplier in {mode} mode at the moment',
  },
  priceChanged: {
    status: 409,
    code: 'PRICE_CHANGED',
    message:
      'The order costs {cost} {currency} now, which is not what was expected. It was not placed',
  },
  overloaded: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'Too many orders are waiting. The order was not placed, send it again later',
  },
  notPlaced: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database is not available. The order was not placed, send it again later',
  },
  outcomeUnknown: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message:
      'The database went away while the order was being placed, so it may or may not exist. ' +
      'Look it up by its customIdentifier before you send it again',
  },
  invalidTransactionId: { status: 404, code: null, message: 'Invalid transaction id' },
  invalidTransactionIdCoded: {
    status: 404,
    code: 'TRANSACTION_NOT_FOUND',
    message: 'Invalid transaction id',
  },
  notFound: { status: 404, code: null, message: 'Gift Card transaction not found' },
  notFoundCoded: {
    status: 404,
    code: 'TRANSACTION_NOT_FOUND',
    message: 'Gift Card transaction not found',
  },
  revealedTooOften: {
    status: 429,
    code: 'TOO_MANY_REVEALS',
    message: 'Cards can be revealed {limit} times a minute by one person or token. Wait a moment',
  },
  notAcceptable: {
    status: 406,
    code: null,
    message: 'The codes are sent as application/com.reloadly.giftcards-v1+json or -v2+json only',
  },
})
