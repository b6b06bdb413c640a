/** An action in words, and what its target is an id of. */
type Action = readonly [name: string, target?: string]

/** What the audit log says was done, by area and by the name that the API gives it. */
export const actions: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  'Signing in': {
    'person.signed_up': ['Signed up'],
    'person.signed_in': ['Signed in'],
    'person.session_revoked': ['Signed a browser out'],
    'person.password_set': ['Chose a first password'],
    'person.password_changed': ['Changed the password'],
    'person.password_reset': ['Reset the password by e-mail'],
    'person.two_factor_started': ['Set up two-factor'],
    'person.backup_codes_made': ['Made new backup codes'],
    'person.two_factor_disabled': ['Turned two-factor off'],
    'person.passkey_added': ['Added a passkey'],
    'person.passkey_removed': ['Removed a passkey'],
  },
  Account: {
    openAccount: ['Opened the account', 'Account'],
    updateAccount: ['Renamed the account', 'Account'],
    enableLive: ['Enabled live mode', 'Account'],
    disableLive: ['Disabled live mode', 'Account'],
  },
  Team: {
    inviteMember: ['Invited somebody', 'Invitation'],
    withdrawInvitation: ['Withdrew an invitation', 'Invitation'],
    acceptInvitation: ['Accepted an invitation', 'Invitation'],
    changeRole: ['Changed a role', 'Member'],
    removeMember: ['Removed a member', 'Member'],
  },
  'Access tokens': {
    createAccessToken: ['Created a token', 'Token'],
    revokeAccessToken: ['Revoked a token', 'Token'],
  },
  'API credentials': {
    createClient: ['Created credentials', 'Client'],
    updateClient: ['Changed credentials', 'Client'],
    rotateClientSecret: ['Rotated a client secret', 'Client'],
    revokeClient: ['Revoked credentials', 'Client'],
  },
  Orders: {
    createOrder: ['Placed an order', 'Order'],
    revealCards: ['Revealed cards', 'Order'],
  },
  'Bulk orders': {
    readBulkOrderColumns: ['Read the columns of a file'],
    createBulkOrder: ['Uploaded a bulk order', 'Bulk order'],
    startBulkOrder: ['Started a bulk order', 'Bulk order'],
    pauseBulkOrder: ['Paused a bulk order', 'Bulk order'],
    resumeBulkOrder: ['Resumed a bulk order', 'Bulk order'],
    cancelBulkOrder: ['Cancelled a bulk order', 'Bulk order'],
  },
  Messages: {
    resendMessage: ['Resent a message', 'Message'],
    correctMessage: ['Corrected an address', 'Message'],
    revokeClaimLink: ['Withdrew a link', 'Message'],
  },
  Wallet: {
    updateWallet: ['Set the low balance alert'],
    addTestFunds: ['Added test funds'],
    createFundingRequest: ['Asked for live money', 'Funding request'],
    cancelFundingRequest: ['Cancelled a request', 'Funding request'],
    approveFundingRequest: ['Approved a request', 'Funding request'],
    declineFundingRequest: ['Declined a request', 'Funding request'],
  },
  Webhooks: {
    createWebhookEndpoint: ['Created an endpoint', 'Endpoint'],
    updateWebhookEndpoint: ['Changed an endpoint', 'Endpoint'],
    deleteWebhookEndpoint: ['Deleted an endpoint', 'Endpoint'],
    rotateWebhookSecret: ['Rotated a webhook secret', 'Endpoint'],
    sendWebhookExample: ['Sent an example', 'Endpoint'],
    resendWebhookEvent: ['Resent an event', 'Event'],
    resendWebhookEvents: ['Resent events', 'Endpoint'],
    createWebhookReceiver: ['Created a test receiver', 'Receiver'],
    updateWebhookReceiver: ['Changed a test receiver', 'Receiver'],
    deleteWebhookReceiver: ['Deleted a test receiver', 'Receiver'],
  },
  Operator: {
    setAccountPrice: ['Set a price', 'Price'],
    deleteAccountPrice: ['Deleted a price', 'Price'],
    updateOperatedProduct: ['Changed a product', 'Product'],
    updateRate: ['Set an exchange rate', 'Rate'],
    verifyLedger: ['Verified the ledger', 'Verification'],
  },
}
