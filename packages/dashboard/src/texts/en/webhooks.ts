/** What the pages of this room say. */
export const webhooks = {
  pages: {
    endpoints: 'Webhooks',
    endpoint: 'Webhook endpoint',
    events: 'Events',
    inbox: 'Message inbox',
    reference: 'API reference',
  },
}
