/** What the pages of this room say. */
export const bulk = {
  pages: {
    list: 'Bulk orders',
    create: 'New bulk order',
    detail: 'Bulk order',
  },
}
