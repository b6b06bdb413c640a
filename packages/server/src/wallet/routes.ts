import { GIFT_CARDS_V1, getRoute, type Route } from '../http/index.ts'
import { BalanceOut, toBalanceOut } from './schema.ts'
import type { Wallets } from './service.ts'

export function walletRoutes(wallets: Wallets): Route[] {
  return [
    getRoute({
      path: '/accounts/balance',
      access: 'client',
      summary: "Get the wallet's balance",
      response: BalanceOut,
      handle: async ({ principal }) => ({
        body: toBalanceOut(await wallets.get(principal)),
        contentType: GIFT_CARDS_V1,
      }),
    }),
  ]
}
