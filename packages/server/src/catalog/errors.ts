import { defineErrors } from '../core/errors.ts'

export const catalogErrors = defineErrors({
  invalidProduct: { status: 404, code: 'INVALID_PRODUCT', message: 'Invalid product id' },
  wrongPrice: {
    status: 400,
    code: 'WRONG_PRODUCT_PRICE',
    message: 'Invalid price. Please ensure you selected the right price',
  },
  wrongPriceUncoded: {
    status: 400,
    code: null,
    message: 'Invalid price, please ensure you selected the right price.',
  },
  testLimit: {
    status: 400,
    code: null,
    message: 'Sorry, you cannot order products valued more than {limit} USD at a go.',
  },
  smsUnavailable: {
    status: 400,
    code: 'INVALID_RECIPIENT_PHONE',
    message: 'No SMS can be sent to country {country}',
  },
  rateUnavailable: {
    status: 500,
    code: 'FX_RATE_NOT_AVAILABLE',
    message: 'There is no exchange rate from {from} to {to}',
  },
})
