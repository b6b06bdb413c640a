/** What the pages of this room say. */
export const operator = {
  pages: {
    accounts: 'Accounts',
    account: 'Account',
    catalog: 'Catalogue',
    rates: 'Rates',
    health: 'Health',
  },
}
