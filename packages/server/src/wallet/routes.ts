import { GIFT_CARDS_V1, getRoute, type Route } from '../http/index.ts'
import { walletErrors } from './errors.ts'
import { BalanceOut, toBalanceOut } from './schema.ts'
import type { Wallets } from './service.ts'

export function walletRoutes(wallets: Wallets): Route[] {
  return [
    getRoute({
      path: '/accounts/balance',
      access: 'client',
      scope: 'balance:read',
      operationId: 'getBalance',
      tag: 'Wallet',
      summary: 'Get the balance',
      description: 'What the wallet of the account holds, in the mode of the token.',
      response: { [GIFT_CARDS_V1]: BalanceOut },
      errors: [walletErrors.noWallet],
      handle: async ({ principal }) => ({
        body: toBalanceOut(await wallets.get(principal)),
        contentType: GIFT_CARDS_V1,
      }),
    }),
  ]
}
