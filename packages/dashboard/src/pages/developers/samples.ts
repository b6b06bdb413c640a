import { audiences, tokenCall } from '../../app/first-calls.ts'
import type { Mode } from '../../app/mode.ts'

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
export function curlSample({
  clientId,
  clientSecret: secret,
  mode,
}: Pick<Credentials, 'mode'> & Partial<Credentials>): string {
  const { origin } = location
  const balance = `curl ${origin}/accounts/balance -H "Authorization: Bearer $TOKEN"`
  return `${tokenCall({ origin, clientId, secret, mode })}\n\n${balance}`
}

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
