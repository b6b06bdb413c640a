/** What the pages of this room say. */
export const settings = {
  pages: {
    profile: 'Profile',
    security: 'Security',
    account: 'Account',
    team: 'Team',
    accessTokens: 'Access tokens',
    auditLog: 'Audit log',
  },
}
