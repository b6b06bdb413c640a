import { defineErrors } from '../core/errors.ts'

export const bulkErrors = defineErrors({
  bulkOrderNotFound: {
    status: 404,
    code: 'BULK_ORDER_NOT_FOUND',
    message: 'There is no such bulk order in this account and mode',
  },
  wrongState: {
    status: 409,
    code: 'BULK_ORDER_IN_WRONG_STATE',
    message: 'The bulk order is {state}, which does not allow this',
  },
  nothingToBuy: {
    status: 409,
    code: 'BULK_ORDER_HAS_NOTHING_TO_BUY',
    message: 'No row of the bulk order can be bought',
  },
  tooManyDrafts: {
    status: 409,
    code: 'TOO_MANY_BULK_ORDER_DRAFTS',
    message: 'An account has at most {limit} drafts in one mode. Start or cancel some of them',
  },
  unreadableFile: {
    status: 400,
    code: 'BULK_FILE_NOT_READABLE',
    message: 'The file is no CSV: the quotation mark that opens in line {line} is never closed',
  },
  noRows: {
    status: 400,
    code: 'BULK_FILE_HAS_NO_ROWS',
    message: 'The file has no rows below its head',
  },
  tooManyRows: {
    status: 400,
    code: 'BULK_FILE_TOO_LARGE',
    message: 'The file has more than {max} rows. Split it',
  },
  tooManyColumns: {
    status: 400,
    code: 'BULK_FILE_TOO_LARGE',
    message: 'The file has more than {max} columns',
  },
  unknownColumn: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'The file has no column with the name that is given for field {field}',
  },
})

/** What is wrong with one row, beside what any order is refused for. */
export const rowErrors = defineErrors({
  unknownProduct: {
    status: 400,
    code: 'INVALID_PRODUCT',
    message: 'No product on sale has this name{place}',
  },
  ambiguousProduct: {
    status: 400,
    code: 'INVALID_PRODUCT',
    message: 'Several products have this name{place}: give one of the ids {ids}',
  },
  roundedNumber: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'A spreadsheet has rounded this number. Format its column as text',
  },
  identifierTwice: {
    status: 400,
    code: 'CUSTOM_IDENTIFIER_ALREADY_USED',
    message: 'Line {line} has the same identifier',
  },
  unexpected: {
    status: 500,
    code: 'INTERNAL_ERROR',
    message: 'An unexpected error occurred. It has been logged',
  },
})
