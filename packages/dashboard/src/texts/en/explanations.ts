interface Explanation {
  readonly why: string
  readonly fix: string
}

/** Why the Gift Cards API refuses, and what helps, by the code of the refusal. */
export const explanations: Readonly<Record<string, Explanation>> = {
  INVALID_TOKEN: {
    why: 'The token is not valid here: it is missing, was changed, belongs to another product or mode, or its client was revoked.',
    fix: 'Get a new token, with the audience of this mode, and send it as “Authorization: Bearer …”.',
  },
  MISSING_TOKEN: {
    why: 'The request came without a token.',
    fix: 'Send the token as “Authorization: Bearer …”.',
  },
  TOKEN_EXPIRED: {
    why: 'The token had expired.',
    fix: 'Get a new one before the old one ends: expires_in of the token’s answer says when.',
  },
  INVALID_CREDENTIALS: {
    why: 'Id and secret do not belong together, the client is revoked, or the audience is that of the other mode.',
    fix: 'Check both, and that test credentials come with the audience of the sandbox. A lost secret can be rotated.',
  },
  INVALID_AUDIENCE: {
    why: 'The audience stands for nothing that this server knows.',
    fix: 'Send the audience of this mode, as the API settings show it.',
  },
  IP_NOT_ALLOWED: {
    why: 'The client is bound to addresses, and this request came from another one.',
    fix: 'Add the address to the client, or send the request from one that is allowed.',
  },
  INSUFFICIENT_SCOPE: {
    why: 'The client was not made for what this request does.',
    fix: 'Add the scope to the client, or use another client.',
  },
  INVALID_INPUT_PROVIDED: {
    why: 'A field is missing, or its value cannot be used; the message names it.',
    fix: 'Correct the field and send the request again. Nothing was bought.',
  },
  INVALID_PRODUCT: {
    why: 'There is no such product, or it is no longer sold.',
    fix: 'Look the product up in the catalogue: it may have been withdrawn.',
  },
  PRODUCT_NOT_FOUND: {
    why: 'There is no such product, or it is no longer sold.',
    fix: 'Look the product up in the catalogue.',
  },
  WRONG_PRODUCT_PRICE: {
    why: 'The product is not sold at this face value.',
    fix: 'Take one of its fixed values, or one within its range, in the currency of the card.',
  },
  INSUFFICIENT_BALANCE: {
    why: 'The wallet could not pay for the order. Nothing was bought.',
    fix: 'Add funds and order again, with the same customIdentifier.',
  },
  WALLET_NOT_FOUND: {
    why: 'The account has no wallet in this mode.',
    fix: 'It is made with the first funding.',
  },
  CUSTOM_IDENTIFIER_ALREADY_USED: {
    why: 'An order with this customIdentifier exists already; one identifier buys at most once.',
    fix: 'Look that order up. It may be the answer that you lost.',
  },
  INVALID_RECIPIENT_PHONE: {
    why: 'The phone number is not one of its country, or no text message can be sent there.',
    fix: 'Send the number as people of that country write it, with its countryCode beside it.',
  },
  TRANSACTION_CANNOT_BE_PROCESSED_AT_THE_MOMENT: {
    why: 'No supplier has this product at the moment. Nothing was bought.',
    fix: 'Try again later, or order another product.',
  },
  TRANSACTION_NOT_FOUND: {
    why: 'There is no such order in this account and mode.',
    fix: 'Check the transactionId, and that the token is of the mode that the order was placed in.',
  },
  COUNTRY_NOT_SUPPORTED: {
    why: 'The country is not known, or nothing is sold there.',
    fix: 'Send the two letters of ISO 3166, such as US.',
  },
  FX_RATE_NOT_AVAILABLE: {
    why: 'There is no exchange rate between the two currencies.',
    fix: 'Whoever runs this platform can add one.',
  },
  PAYLOAD_TOO_LARGE: {
    why: 'The body is larger than any order could be.',
    fix: 'Send one order in one request.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    why: 'The body is of a type that is not understood.',
    fix: 'Send it with “Content-Type: application/json”.',
  },
  SERVICE_UNAVAILABLE: {
    why: 'The server could not do it at that moment.',
    fix: 'Send it again. If it was an order, look it up by its customIdentifier first.',
  },
  INTERNAL_ERROR: {
    why: 'The server made a mistake.',
    fix: 'Its log says more under the request id. If it was an order, look it up before you send it again.',
  },
}
