/** Names of pages: the side bar and the palette need all of them from the start. */
export const titles = {
  entry: {
    signIn: 'Sign in',
    signUp: 'Create your account',
    forgotPassword: 'Reset your password',
    resetPassword: 'Choose a new password',
    verifyEmail: 'Confirm your address',
    invitation: 'Invitation',
    openAccount: 'Open an account',
  },
  home: {
    home: 'Home',
  },
  orders: {
    orders: 'Orders',
    place: 'New order',
    order: 'Order',
  },
  bulk: {
    list: 'Bulk orders',
    create: 'New bulk order',
    detail: 'Bulk order',
  },
  wallet: {
    wallet: 'Wallet',
    approvals: 'Funding approvals',
  },
  pricing: {
    catalog: 'Gift cards',
    product: 'Gift card',
  },
  developers: {
    clients: 'API settings',
    requests: 'Request log',
  },
  webhooks: {
    endpoints: 'Webhooks',
    endpoint: 'Webhook endpoint',
    events: 'Events',
    inbox: 'Message inbox',
  },
  reference: {
    reference: 'API reference',
  },
  settings: {
    profile: 'Profile',
    security: 'Security',
    account: 'Account',
    team: 'Team',
    accessTokens: 'Access tokens',
    auditLog: 'Audit log',
  },
  operator: {
    accounts: 'Accounts',
    account: 'Account',
    catalog: 'Catalogue',
    rates: 'Rates',
    health: 'Health',
    mails: 'Unsent mail',
  },
}
