import type { Route } from '../route.ts'

/** What the reference says before its first operation. */
export const introduce = (server: string) =>
  `
Gift cards over HTTP: look up products, order cards, read their codes. Every path, field and
number is that of the Reloadly Gift Cards API, so programs written for it need another address
and nothing else.

## Quickstart

The server prints test credentials when it starts.

1. **Get a token** with them:

   \`\`\`sh
   curl ${server}/oauth/token \\
     -H 'Content-Type: application/json' \\
     -d '{
       "client_id": "…",
       "client_secret": "…",
       "grant_type": "client_credentials",
       "audience": "https://giftcards-sandbox.reloadly.com"
     }'
   \`\`\`

2. **Order a card**, 5 USD of Amazon US:

   \`\`\`sh
   curl ${server}/orders \\
     -H "Authorization: Bearer $TOKEN" \\
     -H 'Content-Type: application/json' \\
     -d '{
       "productId": 5,
       "quantity": 1,
       "unitPrice": 5,
       "customIdentifier": "my-first-order"
     }'
   \`\`\`

3. **Read its code** with the \`transactionId\` of the answer:

   \`\`\`sh
   curl ${server}/orders/transactions/3116/cards \\
     -H "Authorization: Bearer $TOKEN"
   \`\`\`

## Rules for every request

- **Modes.** An account has a test and a live mode with wallets, orders and credentials of their
  own. The credentials of a token decide which one a request is in.
- **Numbers** are decimal and exact. In requests they may be text, \`"5.00"\` for \`5\`.
- **Times** are \`yyyy-MM-dd HH:mm:ss\` in UTC.
- **Pages** count from 1 in requests and from 0 in answers.
- **Errors** have one shape, \`Error\`. Programs go by the status and \`errorCode\`; sentences may
  name a field or a limit. A path that is no endpoint answers 404 with \`NotFound\`;
  what is not HTTP at all answers 400 \`MALFORMED_REQUEST\` or 431 \`HEADERS_TOO_LARGE\`.
- **Requests have ids.** Each answer has its own in the header \`X-Request-Id\`; the request log of the
  account finds it by that.
- **A lost answer** of an order is never a reason to order again: look the order up by its
  \`customIdentifier\`, which buys at most once.
`.trim()

/** The chapters in the order of the reference. */
export const chapters: Readonly<Record<Route['tag'], string>> = {
  Authentication: 'Credentials of an API client are exchanged for a bearer token.',
  Wallet: 'The money that orders are paid from: one wallet per account and mode.',
  Catalogue:
    'What is sold, and for what: products with prices in the currency of the account, countries, ' +
    'categories, redeem instructions, exchange rates and discounts. Answers have an `ETag`; a ' +
    'request that names it in `If-None-Match` is answered 304 while nothing has changed.',
  Orders: 'Buying cards and reading their codes.',
  Reports: 'Orders as they are now.',
  Events:
    'Management API: what happened, in order and without gaps, for an access token with the scope ' +
    '`events:read`.',
  Webhooks:
    'Management API: where events are sent, every attempt to send them, and sending them again.',
  Messages:
    'Management API: what recipients were written to, and how it reached them. In test mode this is ' +
    'the inbox: nothing leaves the machine.',
  'Bulk orders':
    'Management API: many orders from one file, checked as a whole before any is placed. The same ' +
    'file twice buys nothing twice.',
  Account:
    'Management API: the account, its members, API clients and access tokens, and who changed what.',
  Requests:
    'Management API: what the API clients of the account sent, and what they were answered.',
  Operator: 'Management API: the platform and all its accounts, for those who run it.',
  Pictures: 'The pictures that the catalogue refers to, for anybody.',
}
