import Type from 'typebox'
import { ModeIn } from '../accounts/index.ts'
import { parseMicros } from '../core/money.ts'
import { manageRoute, ownerOf, type Route } from '../http/index.ts'
import { walletErrors } from './errors.ts'
import { BalanceOut, toBalanceOut } from './schema.ts'
import type { Wallets } from './service.ts'

const WalletIn = Type.Object(
  {
    lowBalanceThreshold: Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 64 })], {
      description:
        'Falling below it is the event `wallet.low_balance`, once for each time; 0 for never. ' +
        'In the currency of the wallet.',
    }),
    mode: ModeIn,
  },
  { title: 'WalletUpdate', examples: [{ lowBalanceThreshold: 50_000 }] },
)

/** The wallet in the Management API. */
export function walletManageRoutes(wallets: Wallets): Route[] {
  return [
    manageRoute({
      method: 'PATCH',
      path: '/manage/v1/wallet',
      scope: 'wallet:write',
      operationId: 'updateWallet',
      tag: 'Wallet',
      summary: 'Set the low balance threshold',
      description: 'Answers the wallet as it is then.',
      body: WalletIn,
      response: { 'application/json': BalanceOut },
      errors: [walletErrors.noWallet],
      handle: async ({ manager, body }) => {
        const threshold = parseMicros(String(body.lowBalanceThreshold))
        const wallet = await wallets.setLowBalanceThreshold(ownerOf(manager, body.mode), threshold)
        return { body: toBalanceOut(wallet) }
      },
    }),
  ]
}
