/** What the pages of this room say. */
export const home = {
  pages: {
    home: 'Home',
  },
}
