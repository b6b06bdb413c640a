/** What the pages of this room say. */
export const wallet = {
  pages: {
    wallet: 'Wallet',
    approvals: 'Funding approvals',
  },
}
