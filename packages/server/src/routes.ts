import { accessTokenRoutes } from './accounts/access-tokens/manage.ts'
import { auditRoutes } from './accounts/audit/manage.ts'
import { clientRoutes } from './accounts/clients/manage.ts'
import { type AccessTokens, accountErrors, type Clients, managerErrors } from './accounts/index.ts'
import { memberRoutes } from './accounts/members/manage.ts'
import { type Tenancy, tenancyRoutes } from './accounts/tenancy/manage.ts'
import { type Auth, authRoutes, bearerErrors } from './auth/index.ts'
import { type BulkOrders, bulkRoutes } from './bulk/index.ts'
import {
  type Browsing,
  browsingRoutes,
  catalogRoutes,
  type Operating,
  operatingRoutes,
  type Storefront,
} from './catalog/index.ts'
import type { Clock } from './core/clock.ts'
import { type Claims, claimRoutes, type Messages, messageRoutes } from './delivery/index.ts'
import { type Events, eventRoutes } from './events/index.ts'
import { type Health, healthRoutes } from './health/index.ts'
import type { Refusals, Route } from './http/index.ts'
import {
  type ManagedOrders,
  type Orders,
  orderManageRoutes,
  orderRoutes,
  TransactionOut,
} from './orders/index.ts'
import { type Overviews, overviewRoutes, reportRoutes } from './reports/index.ts'
import { type RequestLog, requestRoutes } from './requests/index.ts'
import type { Database } from './storage/database.ts'
import {
  type Money,
  type Wallets,
  walletErrors,
  walletManageRoutes,
  walletRoutes,
} from './wallet/index.ts'
import {
  historyRoutes,
  receiveRoutes,
  receiverRoutes,
  type Webhooks,
  webhookRoutes,
} from './webhooks/index.ts'

/** What the endpoints call. */
export interface Services extends Tenancy {
  readonly auth: Auth
  readonly clients: Clients
  readonly requests: RequestLog
  readonly wallets: Wallets
  readonly money: Money
  readonly storefront: Storefront
  readonly browsing: Browsing
  readonly operating: Operating
  readonly orders: Orders
  readonly managedOrders: ManagedOrders
  readonly overviews: Overviews
  readonly events: Events
  readonly endpoints: Webhooks['endpoints']
  readonly history: Webhooks['history']
  readonly receivers: Webhooks['receivers']
  readonly messages: Messages
  readonly claims: Claims
  readonly clock: Clock
  readonly health: Health
  readonly bulkOrders: BulkOrders
  readonly reportTimeZone: string
  readonly accessTokens: AccessTokens
  readonly database: Database
}

/** What callers are refused with before anything else, by the surface that they call. */
export const refusals: Refusals = {
  client: () => bearerErrors,
  manage: (route) => [
    managerErrors.invalidAccessToken,
    managerErrors.insufficientScope,
    ...foreignErrors(route),
    accountErrors.noAccount,
    accountErrors.accountNotFound,
  ],
  session: (route) => [managerErrors.invalidAccessToken, ...foreignErrors(route)],
}

/** A page of another site may have a browser read, and gets nothing of the answer. */
const foreignErrors = ({ method }: Pick<Route, 'method'>) =>
  method === 'GET' ? [] : [accountErrors.foreignOrigin]

/** Every endpoint, in the order of the reference. */
export function listRoutes(services: Services): Route[] {
  const {
    auth,
    wallets,
    money,
    storefront,
    browsing,
    orders,
    events,
    endpoints,
    messages,
    claims,
  } = services
  const { reportTimeZone } = services
  return [
    ...authRoutes(auth),
    ...walletRoutes(wallets),
    ...catalogRoutes(storefront, [walletErrors.noWallet]),
    ...orderRoutes(orders),
    ...reportRoutes(orders, reportTimeZone),
    ...tenancyRoutes(services),
    ...memberRoutes(services),
    ...accessTokenRoutes(services.accessTokens, services),
    ...auditRoutes(services.audit),
    ...overviewRoutes(services.overviews),
    ...walletManageRoutes(money),
    ...browsingRoutes(browsing, [walletErrors.noWallet]),
    ...orderManageRoutes(services.managedOrders),
    ...eventRoutes(events, TransactionOut),
    ...webhookRoutes(endpoints),
    ...historyRoutes(services.history),
    ...receiverRoutes(services.receivers),
    ...receiveRoutes(services.receivers, services.clock),
    ...messageRoutes(messages),
    ...bulkRoutes(services.bulkOrders),
    ...claimRoutes(claims),
    ...operatingRoutes(services.operating),
    ...healthRoutes(services.health),
    ...clientRoutes(services.clients),
    ...requestRoutes(services.requests),
  ]
}
