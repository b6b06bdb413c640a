import { defineErrors } from '../core/errors.ts'

export const walletErrors = defineErrors({
  insufficientBalance: {
    status: 400,
    code: 'INSUFFICIENT_BALANCE',
    message: 'Insufficient funds in the wallet to complete this transaction',
  },
  invalidAmount: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Invalid amount provided: it must not be zero, nor more than a wallet can hold',
  },
  unknownCurrency: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'There is no currency {currency}, give an ISO 4217 code such as NGN',
  },
  noWallet: {
    status: 404,
    code: 'WALLET_NOT_FOUND',
    message: 'This account has no wallet in {mode} mode',
  },
  testFundsOnly: {
    status: 409,
    code: 'TEST_FUNDS_ONLY',
    message: 'Only test money can be made. Live money is asked for with a funding request',
  },
  statementTooLong: {
    status: 409,
    code: 'STATEMENT_TOO_LONG',
    message: 'There are more than {limit} transfers: choose a shorter period, or take CSV',
  },
})
