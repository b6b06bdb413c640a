import { defineErrors } from '../core/errors.ts'

const NO_PRODUCT =
  'The product was either not found or is no longer available, Please contact support'
const NO_INSTRUCTION =
  'The redeem instruction was either not found or is no longer available, Please contact support'
const NO_PRODUCTS =
  'No products were found for the given country code. For a list of valid country codes visit ' +
  'https://www.nationsonline.org/oneworld/country_code_list.htm'

// `…Once`: the same as it was refused before there were codes, see the dialects.
export const catalogErrors = defineErrors({
  invalidProduct: { status: 404, code: 'INVALID_PRODUCT', message: 'Invalid product id' },
  productNotFound: {
    status: 404,
    code: 'PRODUCT_NOT_FOUND',
    message: NO_PRODUCT,
  },
  productNotFoundOnce: {
    status: 400,
    code: null,
    message: NO_PRODUCT,
  },
  countryNotSupported: {
    status: 404,
    code: 'COUNTRY_NOT_SUPPORTED',
    message: 'Country not found and/or not currently supported',
  },
  noProducts: { status: 404, code: null, message: NO_PRODUCTS },
  noProductsOnce: { status: 400, code: null, message: NO_PRODUCTS },
  noRedeemInstruction: {
    status: 404,
    code: null,
    message: NO_INSTRUCTION,
  },
  noRedeemInstructionOnce: {
    status: 400,
    code: null,
    message: NO_INSTRUCTION,
  },
  noDiscount: { status: 404, code: null, message: 'Commission resource not found' },
  noPicture: { status: 404, code: null, message: 'There is no such picture' },
  invalidAmount: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Invalid amount provided',
  },
  wrongPrice: {
    status: 400,
    code: 'WRONG_PRODUCT_PRICE',
    message: 'Invalid price. Please ensure you selected the right price',
  },
  wrongPriceOnce: {
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
  rateNotFound: { status: 404, code: 'RATE_NOT_FOUND', message: 'There is no such currency' },
  rateFixed: {
    status: 409,
    code: 'RATE_FIXED',
    message: 'One US dollar is always worth one US dollar',
  },
  rateLeap: {
    status: 409,
    code: 'RATE_LEAP',
    message:
      'The rate of {currency} would change by {percent} percent. Send force if that is what you mean',
  },
  priceNotFound: {
    status: 404,
    code: 'PRICE_NOT_FOUND',
    message: 'This account has no such price of its own',
  },
  rateUnavailable: {
    status: 500,
    code: 'FX_RATE_NOT_AVAILABLE',
    message: 'There is no exchange rate from {from} to {to}',
  },
})
