import { ModeIn } from '../../accounts/index.ts'
import { inputErrors } from '../../core/errors.ts'
import { manageRoute, ownerOf, type Route } from '../../http/index.ts'
import { timeZoneQuery, walletErrors, zoneOf } from '../../wallet/index.ts'
import { OverviewOut, toOverviewOut } from './schema.ts'
import type { Overviews } from './service.ts'

export function overviewRoutes(overviews: Overviews): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/overview',
      scope: 'wallet:read',
      operationId: 'getOverview',
      tag: 'Reports',
      summary: 'See how the account does',
      description:
        'The wallet, orders by day, what needs somebody (orders, messages, webhooks, money), and how ' +
        'far a new account has come.',
      query: { ...timeZoneQuery, mode: ModeIn },
      response: { 'application/json': OverviewOut },
      errors: [walletErrors.noWallet, inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const overview = await overviews.get(owner, zoneOf(query, overviews.timeZone))
        return { body: toOverviewOut(overview) }
      },
    }),
  ]
}
