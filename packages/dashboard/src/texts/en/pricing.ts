/** What the pages of this room say. */
export const pricing = {
  pages: {
    catalog: 'Gift cards',
    product: 'Gift card',
  },
}
