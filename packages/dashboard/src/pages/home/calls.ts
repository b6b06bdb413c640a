import { shellQuote } from '../../app/shell-quote.ts'
import { audiences } from '../developers/samples.ts'

export interface Caller {
  /** The address of the server. */
  readonly origin: string
  readonly clientId: string | undefined
  /** Undefined when it is not known here: then it comes from the environment. */
  readonly secret: string | undefined
  /** Where the first card goes. */
  readonly email: string | undefined
}

export interface Calls {
  readonly token: string
  readonly catalogue: string
  readonly order: string
}

/** The first three calls, ready for a shell; each later one uses the token of the first. */
export function callsOf({ origin, clientId, secret, email }: Caller): Calls {
  const credentials = [
    `"client_id":"${clientId ?? "'$SCRIP_CLIENT_ID'"}"`,
    `"client_secret":"${secret ?? "'$SCRIP_CLIENT_SECRET'"}"`,
    '"grant_type":"client_credentials"',
    `"audience":"${audiences.test}"`,
  ]
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
    token: [
      `TOKEN=$(curl -s ${origin}/oauth/token \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d '{${credentials.join(',')}}' \\`,
      `  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    ].join('\n'),
    catalogue: `curl '${origin}/products?size=3' ${authorization}`,
    order: [
      `curl ${origin}/orders ${authorization} \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d ${shellQuote(JSON.stringify(order))}`,
    ].join('\n'),
  }
}
