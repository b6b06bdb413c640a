/** What the pages of this room say. */
export const entry = {
  pages: {
    signIn: 'Sign in',
    signUp: 'Create your account',
    forgotPassword: 'Forgot your password?',
    resetPassword: 'Choose a new password',
    acceptInvitation: 'Invitation',
    openAccount: 'Open an account',
    link: 'One-time link',
  },
}
