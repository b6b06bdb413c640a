import { defineErrors } from '../core/errors.ts'

export const walletErrors = defineErrors({
  insufficientBalance: {
    status: 400,
    code: 'INSUFFICIENT_BALANCE',
    message: 'Insufficient funds in the wallet to complete this transaction',
  },
  noWallet: {
    status: 404,
    code: 'WALLET_NOT_FOUND',
    message: 'This account has no wallet in {mode} mode',
  },
})
