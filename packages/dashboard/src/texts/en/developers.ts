/** What the pages of this room say. */
export const developers = {
  pages: {
    clients: 'API settings',
    requests: 'Request log',
  },
}
