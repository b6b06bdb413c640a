/** What one may do in each area, as the API names it: `orders` has `read` and `write`. */
export const areas: Readonly<Record<string, readonly ('read' | 'write' | 'reveal')[]>> = {
  orders: ['read', 'write'],
  cards: ['reveal'],
  bulk: ['read', 'write'],
  messages: ['read', 'write'],
  wallet: ['read', 'write'],
  catalog: ['read'],
  clients: ['read', 'write'],
  requests: ['read'],
  webhooks: ['read', 'write'],
  events: ['read'],
  account: ['read', 'write'],
  members: ['read', 'write'],
  tokens: ['read', 'write'],
  audit: ['read'],
}
