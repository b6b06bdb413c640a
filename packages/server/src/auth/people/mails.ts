/** A mail to a person who uses the dashboard. */
export interface PeopleMail {
  readonly to: string
  readonly subject: string
  /** Plain text: a few sentences and a link. */
  readonly body: string
}

interface Addressed {
  readonly user: { readonly email: string; readonly name: string }
  readonly token: string
}

/** The mails that identity sends, with links to the dashboard, which hands their tokens back. */
export function mailsOf(url: string, send: (mail: PeopleMail) => Promise<void>) {
  const page = (path: string, token: string) =>
    `${url}/dashboard/${path}?token=${encodeURIComponent(token)}`
  return {
    resetPassword: ({ user, token }: Addressed) =>
      send({
        to: user.email,
        subject: 'Choose a new password for OpenScrip',
        body: letter(user.name, [
          'Somebody, hopefully you, asked for a new password. Choose it here within an hour:',
          page('reset-password', token),
          'If it was not you, do nothing: your password stays as it is.',
        ]),
      }),
    verifyAddress: ({ user, token }: Addressed) =>
      send({
        to: user.email,
        subject: 'Confirm your e-mail address for OpenScrip',
        body: letter(user.name, [
          'Please confirm that this address is yours, within a day:',
          page('verify-email', token),
          'If you did not sign up, do nothing.',
        ]),
      }),
  }
}

export interface InvitationMail {
  readonly url: string
  readonly to: string
  readonly token: string
  readonly accountName: string
  readonly invitedBy: string
  readonly role: string
}

export function invitationMail(invitation: InvitationMail): PeopleMail {
  const { url, to, token, accountName, invitedBy, role } = invitation
  return {
    to,
    subject: `Join ${oneLine(accountName)} on OpenScrip`,
    body: letter('', [
      `${invitedBy} invites you to manage the account ${oneLine(accountName)} as ${role}.`,
      `${url}/dashboard/invitation?token=${encodeURIComponent(token)}`,
      'The link works for seven days. If you do not know what this is about, do nothing.',
    ]),
  }
}

function letter(name: string, paragraphs: readonly string[]): string {
  const greeting = name === '' ? 'Hello,' : `Hello ${oneLine(name)},`
  return [greeting, ...paragraphs].join('\n\n')
}

/** Names are chosen by strangers: no new lines, and nothing that a mail program makes a link of. */
function oneLine(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/[./:@]+/g, ' ')
    .trim()
    .slice(0, 80)
}
