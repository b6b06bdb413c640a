import type { Mode } from './mode.ts'
import { shellQuote } from './shell-quote.ts'

/** What tokens are asked for, by mode: the original's addresses, which its programs send. */
export const audiences: Readonly<Record<Mode, string>> = {
  test: 'https://giftcards-sandbox.reloadly.com',
  live: 'https://giftcards.reloadly.com',
}

interface Client {
  /** The address of the server. */
  readonly origin: string
  /** What is not known here comes from the environment. */
  readonly clientId: string | undefined
  readonly secret: string | undefined
}

/** Fetches a token, for a shell, which has it as `$TOKEN` then. */
export const tokenCall = ({
  origin,
  clientId = `'"$SCRIP_CLIENT_ID"'`,
  secret = `'"$SCRIP_CLIENT_SECRET"'`,
  mode,
}: Client & { readonly mode: Mode }): string =>
  [
    `TOKEN=$(curl -s ${origin}/oauth/token \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"client_id": "${clientId}",`,
    `       "client_secret": "${secret}",`,
    `       "grant_type": "client_credentials",`,
    `       "audience": "${audiences[mode]}"}' \\`,
    `  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
  ].join('\n')

export interface Caller extends Client {
  /** Where the first card goes. */
  readonly email: string | undefined
}

export interface Calls {
  readonly token: string
  readonly catalogue: string
  readonly order: string
}

/** The first three calls, ready for a shell; each later one uses the token of the first. */
export function callsOf({ email, ...client }: Caller): Calls {
  const { origin } = client
  const order = {
    productId: 5,
    quantity: 1,
    unitPrice: 5,
    customIdentifier: 'my-first-order',
    senderName: 'My shop',
    recipientEmail: email ?? 'jane@example.com',
  }
  const authorization = '-H "Authorization: Bearer $TOKEN"'
  return {
    token: tokenCall({ ...client, mode: 'test' }),
    catalogue: `curl '${origin}/products?size=3' ${authorization}`,
    order: [
      `curl ${origin}/orders ${authorization} \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d ${shellQuote(JSON.stringify(order))}`,
    ].join('\n'),
  }
}
