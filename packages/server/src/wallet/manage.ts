import Type from 'typebox'
import { ModeIn } from '../accounts/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import { inputErrors } from '../core/errors.ts'
import { formatMicros, parseMicros } from '../core/money.ts'
import { manageRoute, ownerOf, type Route } from '../http/index.ts'
import { walletErrors } from './errors.ts'
import { fundingRoutes } from './funding/manage.ts'
import { fundingOperatorRoutes } from './funding/operator/manage.ts'
import type { Money } from './money.ts'
import { timeZoneQuery, zoneOf } from './period.ts'
import { BalanceOut, toBalanceOut, toWalletOut, WalletOut } from './schema.ts'
import { statementRoutes } from './statement/manage.ts'

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

const TestFundsIn = Type.Object(
  {
    amount: Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 64 })], {
      description:
        'In the currency of the wallet. A negative amount takes money out, to see what happens ' +
        'when there is none.',
    }),
  },
  { title: 'TestFunds', examples: [{ amount: 100_000 }] },
)

/** The wallet in the Management API. */
export function walletManageRoutes(money: Money): Route[] {
  return [
    ...walletRoutes(money),
    ...statementRoutes(money),
    ...fundingRoutes(money),
    ...fundingOperatorRoutes(money),
  ]
}

function walletRoutes(money: Money): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/wallet',
      scope: 'wallet:read',
      operationId: 'getWallet',
      tag: 'Wallet',
      summary: 'Get the wallet',
      description: 'What it holds, what orders took from it lately, and how long it will last.',
      query: { ...timeZoneQuery, mode: ModeIn },
      response: { 'application/json': WalletOut },
      errors: [walletErrors.noWallet, inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        return { body: toWalletOut(await money.view(owner, zoneOf(query, money.timeZone))) }
      },
    }),
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
        const owner = ownerOf(manager, body.mode)
        const threshold = parseMicros(String(body.lowBalanceThreshold))
        const { before, wallet } = await money.wallets.setLowBalanceThreshold(owner, threshold)
        return {
          body: toBalanceOut(wallet),
          change: { before: thresholdOut(before), after: thresholdOut(wallet.lowBalanceThreshold) },
        }
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/wallet/test-funds',
      scope: 'wallet:write',
      operationId: 'addTestFunds',
      tag: 'Wallet',
      summary: 'Add test funds',
      description: 'Makes test money, at once. Answers the wallet as it is then.',
      status: 201,
      query: { mode: ModeIn },
      body: TestFundsIn,
      response: { 'application/json': BalanceOut },
      errors: [
        walletErrors.testFundsOnly,
        walletErrors.invalidAmount,
        walletErrors.insufficientBalance,
        walletErrors.noWallet,
        inputErrors.invalidField,
      ],
      handle: async ({ manager, query, body }) => {
        const owner = ownerOf(manager, query.mode)
        const amount = parseMicros(String(body.amount))
        if (amount === undefined) throw inputErrors.invalidField({ field: 'amount' })
        return { body: toBalanceOut(await money.addTestFunds(owner, amount, manager.actor)) }
      },
    }),
  ]
}

const thresholdOut = (threshold: bigint) => ({
  lowBalanceThreshold: jsonNumber(formatMicros(threshold)),
})
