import { titles } from './titles.ts'

/** Getting in: signing up and in, second factors, lost passwords, invitations. */
export const entry = {
  pages: titles.entry,
  claim: 'Gift cards as infrastructure, on your own server.',
  facts: [
    {
      title: 'Test and live, side by side',
      text: 'Rehearse everything with test money and change nothing but the credentials.',
    },
    {
      title: 'A ledger you can add up',
      text: 'Every order is a transfer with two sides, and every balance is their sum.',
    },
    {
      title: 'Codes stay sealed',
      text: 'A code is opened for its recipient or by you, and each opening is on record.',
    },
  ],
  fields: {
    name: 'Your name',
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'New password',
    accountName: 'Account name',
    accountNameHint: 'Your company or project, as your team will see it.',
    country: 'Country',
    currency: 'Wallet currency',
    currencyHint: 'It cannot be changed later.',
    choose: 'Choose',
    code: 'Code',
    backupCode: 'Backup code',
  },
  problems: {
    name: 'Tell us what to call you.',
    email: 'This is not an e-mail address.',
    password: 'At least 10 characters.',
    accountName: 'The account needs a name.',
    country: 'Choose a country.',
    currency: 'Choose a currency.',
  },
  strength: {
    label: 'Strength of the password',
    short: (missing: number) => `${missing} more ${missing === 1 ? 'character' : 'characters'}`,
    weak: 'Easy to guess. Add another word or two.',
    fair: 'Good. A longer one is better still.',
    strong: 'Strong.',
  },
  signIn: {
    text: 'Welcome back.',
    submit: 'Sign in',
    withPasskey: 'Sign in with a passkey',
    or: 'or',
    forgot: 'Forgot it?',
    noAccount: 'New here?',
    toSignUp: 'Create an account',
    byLink: 'Signing you in',
    passkeyEnded: 'The passkey was not used. Try again, or sign in with your password.',
    linkFailed: 'This link does not sign you in any more. Use your password, or get a new link.',
  },
  secondFactor: {
    title: 'Second step',
    text: 'Enter the six digits that your authenticator app shows for OpenScrip.',
    backupText: 'Enter one of the backup codes that you kept. Each works once.',
    trust: 'Do not ask again on this device for 30 days',
    submit: 'Continue',
    useBackup: 'Use a backup code',
    useApp: 'Use the authenticator app',
  },
  signUp: {
    text: 'Your test wallet is funded at once, so that the first order is a minute away.',
    submit: 'Create account',
    have: 'Already have an account?',
    toSignIn: 'Sign in',
    onlyAccount: 'Your sign-in is made. Only the account is still missing.',
    closedTitle: 'By invitation only',
    closed:
      'This server is not open for everybody. Ask its operator or an account’s owner to invite you.',
  },
  forgot: {
    text: 'We send you a link with which you choose a new one. It works for an hour.',
    submit: 'Send the link',
    sentTitle: 'Look into your mail',
    sent: (email: string) =>
      `If ${email} has an account here, a link is on its way. It works for an hour.`,
    noMail:
      'This server sends no mail. Its operator finds the link under Operator → Unsent mail, or makes a sign-in link on the command line.',
    back: 'Back to sign-in',
  },
  reset: {
    text: 'Whoever is signed in as you elsewhere is signed out.',
    submit: 'Set the password',
    done: 'Your password is changed. Sign in with it.',
    missing: 'This address holds no token. Open the link from the mail, or ask for a new one.',
  },
  verify: {
    working: 'Confirming your address',
    done: 'Thank you, your address is confirmed.',
    failed: 'This link does not work any more. Ask for a new one on any page of the dashboard.',
    go: 'Go to the dashboard',
  },
  invitation: {
    text: (by: string, account: string) => `${by} invites you to manage ${account}.`,
    as: (role: string) => `You will be ${role}.`,
    accept: 'Accept the invitation',
    signIn: 'Sign in to accept',
    signUp: 'Create your sign-in',
    other: (email: string, mine: string) =>
      `It was sent to ${email}, and you are signed in as ${mine}. Sign out, then open the link again.`,
    missing:
      'This invitation does not work: it was used, withdrawn, or is older than seven days. Ask for a new one.',
  },
  open: {
    text: 'Every account has its own wallets, orders, credentials and team.',
    none: 'You manage no account yet. Open one here, or ask somebody to invite you to theirs.',
    submit: 'Open the account',
    signOut: 'Sign out',
  },
}
