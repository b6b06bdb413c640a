/** What the pages of this room say. */
export const orders = {
  pages: {
    orders: 'Orders',
    place: 'New order',
    order: 'Order',
  },
}
