import type { Seeded } from './seed.ts'

/** A picture of `docs/screenshots`, and the address that it shows. */
export interface Screen {
  readonly name: string
  readonly path: string | ((seeded: Seeded) => string)
}

export const screens: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-up', path: '/sign-up' },
  { name: 'home', path: '/test' },
  { name: 'orders', path: '/test/orders' },
  { name: 'order', path: ({ orderId }) => `/test/orders/${orderId}` },
  { name: 'order-new', path: '/test/orders/new' },
  { name: 'bulk-orders', path: '/test/bulk-orders' },
  { name: 'bulk-order-new', path: '/test/bulk-orders/new' },
  { name: 'bulk-order', path: ({ bulkOrderId }) => `/test/bulk-orders/${bulkOrderId}` },
  { name: 'bulk-order-draft', path: ({ bulkDraftId }) => `/test/bulk-orders/${bulkDraftId}` },
  { name: 'wallet', path: '/test/wallet' },
  { name: 'wallet-live', path: '/live/wallet' },
  { name: 'gift-cards', path: '/test/pricing/gift-cards' },
  { name: 'gift-card', path: '/test/pricing/gift-cards/5' },
  { name: 'api-settings', path: '/test/developers/api-settings' },
  { name: 'request-log', path: '/test/developers/requests' },
  { name: 'webhooks', path: '/test/developers/webhooks' },
  { name: 'webhook-new', path: '/test/developers/webhooks?panel=new' },
  { name: 'webhook', path: ({ endpointId }) => `/test/developers/webhooks/${endpointId}` },
  {
    name: 'webhook-attempt',
    path: ({ endpointId, attemptId }) =>
      `/test/developers/webhooks/${endpointId}?attempt=${attemptId}`,
  },
  {
    name: 'webhook-signing',
    path: ({ endpointId }) => `/test/developers/webhooks/${endpointId}?tab=signing`,
  },
  {
    name: 'webhook-receiver',
    path: ({ receiverId }) => `/test/developers/webhooks?receiver=${receiverId}`,
  },
  { name: 'events', path: '/test/developers/events' },
  {
    name: 'event',
    path: ({ eventSequence }) => `/test/developers/events?event=${eventSequence}`,
  },
  { name: 'message-inbox', path: '/test/developers/messages' },
  { name: 'message-sms', path: '/test/developers/messages?channel=sms' },
  { name: 'api-reference', path: '/test/developers/reference' },
  {
    name: 'api-reference-operation',
    path: '/test/developers/reference?operation=placeOrder',
  },
  {
    name: 'api-reference-try',
    path: '/test/developers/reference?operation=listOrders&tab=try',
  },
  { name: 'settings-profile', path: '/test/settings/profile' },
  { name: 'settings-security', path: '/test/settings/security' },
  { name: 'settings-account', path: '/test/settings/account' },
  { name: 'settings-team', path: '/test/settings/team' },
  { name: 'settings-access-tokens', path: '/test/settings/access-tokens' },
  { name: 'settings-audit-log', path: '/test/settings/audit-log' },
  { name: 'home-live', path: '/live' },
  { name: 'operator-accounts', path: '/operator' },
  { name: 'operator-account', path: ({ accountId }) => `/operator/accounts/${accountId}` },
  { name: 'operator-funding-requests', path: '/operator/funding-requests' },
  {
    name: 'operator-funding-request',
    path: ({ fundingRequestId }) => `/operator/funding-requests?request=${fundingRequestId}`,
  },
  { name: 'operator-catalog', path: '/operator/catalog' },
  { name: 'operator-rates', path: '/operator/rates' },
  { name: 'operator-health', path: '/operator/health' },
  { name: 'operator-mails', path: '/operator/mails' },
]
