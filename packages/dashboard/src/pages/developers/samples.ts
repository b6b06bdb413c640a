import type { Mode } from '../../app/mode.ts'

/** What tokens are asked for, by mode: the original's addresses, which its programs send. */
export const audiences: Readonly<Record<Mode, string>> = {
  test: 'https://giftcards-sandbox.reloadly.com',
  live: 'https://giftcards.reloadly.com',
}

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
  readonly mode: Mode
}

/** The settings of a program, as a file. */
export const envFile = ({ clientId, clientSecret, mode }: Credentials): string =>
  [
    `SCRIP_URL=${location.origin}`,
    `SCRIP_AUDIENCE=${audiences[mode]}`,
    `SCRIP_CLIENT_ID=${clientId}`,
    `SCRIP_CLIENT_SECRET=${clientSecret}`,
    '',
  ].join('\n')

/** A token, and a first request with it; what is not known here comes from the environment. */
export const curlSample = ({
  clientId = `'"$SCRIP_CLIENT_ID"'`,
  clientSecret = `'"$SCRIP_CLIENT_SECRET"'`,
  mode,
}: Pick<Credentials, 'mode'> & Partial<Credentials>): string =>
  [
    `TOKEN=$(curl -s ${location.origin}/oauth/token \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"client_id": "${clientId}",`,
    `       "client_secret": "${clientSecret}",`,
    `       "grant_type": "client_credentials",`,
    `       "audience": "${audiences[mode]}"}' \\`,
    `  | sed 's/.*"access_token":"\\([^"]*\\).*/\\1/')`,
    '',
    `curl ${location.origin}/accounts/balance -H "Authorization: Bearer $TOKEN"`,
  ].join('\n')

export const nodeSample = ({ clientId, clientSecret, mode }: Credentials): string =>
  [
    `import { GiftCards } from '@openscrip/sdk'`,
    '',
    'const giftCards = new GiftCards({',
    '  environment: {',
    `    baseUrl: '${location.origin}',`,
    `    audience: '${audiences[mode]}',`,
    '  },',
    `  clientId: '${clientId}',`,
    `  clientSecret: '${clientSecret}',`,
    '})',
    'console.log(await giftCards.balance.get())',
  ].join('\n')
