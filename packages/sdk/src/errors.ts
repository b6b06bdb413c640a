/** Everything that this package throws on purpose, but for the reason of an aborted signal. */
export class GiftCardsError extends Error {
  override readonly name: string = 'GiftCardsError'
}

/**
 * No answer arrived, or one that nobody can read. A request that only reads has
 * been repeated as often as the options allow; `cause` is the last failure.
 */
export class ConnectionError extends GiftCardsError {
  override readonly name: string = 'ConnectionError'
}

/** No complete answer arrived within `timeoutMs`. */
export class TimeoutError extends GiftCardsError {
  override readonly name: string = 'TimeoutError'
}

/**
 * The order may or may not have been placed: its answer was lost, and looking
 * it up did not settle the question. Ask `orders.find(customIdentifier)` later,
 * or place it again **with the same `customIdentifier`**; with a new one it may
 * be bought twice. `cause` is what went wrong last.
 */
export class OutcomeUnknownError extends GiftCardsError {
  override readonly name: string = 'OutcomeUnknownError'
  /** What to look the order up by. */
  readonly customIdentifier: string

  constructor(customIdentifier: string, cause: unknown) {
    super(
      `It is not known whether the order "${customIdentifier}" was placed. Look it up with ` +
        'orders.find before you order again, and order again only with the same identifier.',
      { cause },
    )
    this.customIdentifier = customIdentifier
  }
}

/** A webhook call that must not be believed; `reason` says which check it failed. */
export class WebhookVerificationError extends GiftCardsError {
  override readonly name: string = 'WebhookVerificationError'
  readonly reason: 'signature' | 'timestamp' | 'body'

  constructor(reason: 'signature' | 'timestamp' | 'body', message: string) {
    super(message)
    this.reason = reason
  }
}

/** The codes that are known to occur; a server may send others. */
export type ErrorCode =
  | 'COUNTRY_NOT_SUPPORTED'
  | 'CUSTOM_IDENTIFIER_ALREADY_USED'
  | 'FX_RATE_NOT_AVAILABLE'
  | 'INSUFFICIENT_BALANCE'
  | 'INVALID_AUDIENCE'
  | 'INVALID_CREDENTIALS'
  | 'INVALID_INPUT_PROVIDED'
  | 'INVALID_PRODUCT'
  | 'INVALID_RECIPIENT_PHONE'
  | 'INVALID_TOKEN'
  | 'MISSING_TOKEN'
  | 'PRODUCT_NOT_FOUND'
  | 'TOKEN_EXPIRED'
  | 'TRANSACTION_NOT_FOUND'
  | 'WRONG_PRODUCT_PRICE'
  | (string & {})

/** One error answer of the API. */
export interface ApiErrorInit {
  readonly status: number
  readonly errorCode: ErrorCode | null
  readonly message: string
  readonly path: string
  readonly details: readonly unknown[]
  readonly retryAfterMs: number | undefined
  /** Finds the request in the log of the account. */
  readonly requestId?: string | undefined
}

/**
 * The API refused the request. The message is the server's own. Well-known
 * reasons have a subclass; the rest is told apart by `errorCode` and `status`.
 */
export class ApiError extends GiftCardsError {
  override readonly name: string = 'ApiError'
  /** HTTP status. */
  readonly status: number
  /** Null where the contract gives an error no code. */
  readonly errorCode: ErrorCode | null
  /** Path of the request, without its query. */
  readonly path: string
  /** What the server adds, for instance `[{ field: 'quantity' }]`. */
  readonly details: readonly unknown[]
  /** How long the server asks to wait, in milliseconds; undefined when it does not say. */
  readonly retryAfterMs: number | undefined
  /** Finds the request in the log of the account; undefined when the server gave it none. */
  readonly requestId: string | undefined

  constructor(init: ApiErrorInit) {
    super(init.message)
    this.status = init.status
    this.errorCode = init.errorCode
    this.path = init.path
    this.details = init.details
    this.retryAfterMs = init.retryAfterMs
    this.requestId = init.requestId
  }
}

/** The credentials, the audience or the token are not accepted. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError'
}

/** The wallet cannot pay for the order. */
export class InsufficientBalanceError extends ApiError {
  override readonly name = 'InsufficientBalanceError'
}

/** An order with this `customIdentifier` exists; `orders.find` shows it. Nothing was bought. */
export class IdentifierUsedError extends ApiError {
  override readonly name = 'IdentifierUsedError'
}

/** There is no such product, or it is no longer sold. */
export class InvalidProductError extends ApiError {
  override readonly name = 'InvalidProductError'
}

/** The product is not sold at this face value. */
export class WrongPriceError extends ApiError {
  override readonly name = 'WrongPriceError'
}

/** A field is missing or cannot be used; the message or `details` names it. */
export class InvalidInputError extends ApiError {
  override readonly name = 'InvalidInputError'
}

/** There is no such transaction, country, brand, discount or route. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError'
}

/** Too many requests; `retryAfterMs` says how long to wait when the server does. */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError'
}

/** The server failed. */
export class ServerError extends ApiError {
  override readonly name = 'ServerError'
}

interface Kind {
  readonly type: typeof ApiError
  readonly codes: readonly ErrorCode[]
  /** The sentence of the same error in the years when it had no code. */
  readonly sentence?: RegExp
}

const kinds: readonly Kind[] = [
  {
    type: InsufficientBalanceError,
    codes: ['INSUFFICIENT_BALANCE'],
    sentence: /insufficient.*(balance|funds|wallet)/i,
  },
  {
    type: IdentifierUsedError,
    codes: ['CUSTOM_IDENTIFIER_ALREADY_USED'],
    sentence: /has already been used/i,
  },
  {
    type: InvalidProductError,
    codes: ['INVALID_PRODUCT', 'PRODUCT_NOT_FOUND'],
    sentence: /product was either not found/i,
  },
  { type: WrongPriceError, codes: ['WRONG_PRODUCT_PRICE'], sentence: /^invalid price/i },
  { type: InvalidInputError, codes: ['INVALID_INPUT_PROVIDED', 'INVALID_RECIPIENT_PHONE'] },
  {
    type: AuthenticationError,
    codes: [
      ...['INVALID_CREDENTIALS', 'INVALID_AUDIENCE'],
      ...['INVALID_TOKEN', 'MISSING_TOKEN', 'TOKEN_EXPIRED'],
    ],
  },
  {
    type: NotFoundError,
    codes: ['TRANSACTION_NOT_FOUND', 'COUNTRY_NOT_SUPPORTED'],
    sentence: /^no products were found|redeem instruction was either not found/i,
  },
]

/** The error of the class that its code, its sentence or its status stands for. */
export function createApiError(init: ApiErrorInit): ApiError {
  const type = findKind(init)?.type ?? typeOfStatus(init.status)
  return new type(init)
}

function findKind({ status, errorCode, message }: ApiErrorInit): Kind | undefined {
  // What a failing or overloaded server says is no refusal, whatever its words are.
  if (status === 429 || status >= 500) return undefined
  if (errorCode !== null) return kinds.find(({ codes }) => codes.includes(errorCode))
  return kinds.find(({ sentence }) => sentence?.test(message))
}

function typeOfStatus(status: number): typeof ApiError {
  if (status === 401 || status === 403) return AuthenticationError
  if (status === 404) return NotFoundError
  if (status === 429) return RateLimitError
  return status >= 500 ? ServerError : ApiError
}
