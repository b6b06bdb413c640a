/** One error of the contract: its status, code and sentence. */
export interface Refusal {
  readonly status: number
  readonly code: string | null
  readonly message: string
  /** The field that `details` names, where the sentence does not. */
  readonly field?: string
}

const refuse = (status: number, code: string | null, message: string): Refusal => ({
  status,
  code,
  message,
})

const invalid = (message: string) => refuse(400, 'INVALID_INPUT_PROVIDED', message)

const bodyLargerThan = (max: number) =>
  refuse(
    413,
    'PAYLOAD_TOO_LARGE',
    `The request body is larger than the ${max} bytes that this endpoint accepts`,
  )

const badFile = (code: string, message: string): Refusal => ({
  ...refuse(400, code, message),
  field: 'csv',
})

const NO_PRODUCT =
  'The product was either not found or is no longer available, Please contact support'
const NO_INSTRUCTION =
  'The redeem instruction was either not found or is no longer available, Please contact support'
const NO_PRODUCTS =
  'No products were found for the given country code. For a list of valid country codes visit ' +
  'https://www.nationsonline.org/oneworld/country_code_list.htm'
const NO_TOKEN = 'Full authentication is required to access this resource'

/** The error table of the contract, word for word: programs in use look for these words. */
export const refusals = {
  unavailable: refuse(
    503,
    'SERVICE_UNAVAILABLE',
    'The service is not available at the moment. If this was an order, look it up by its ' +
      'customIdentifier before you send it again',
  ),
  invalidCredentials: refuse(401, 'INVALID_CREDENTIALS', 'Access Denied'),
  invalidAudience: {
    ...refuse(400, 'INVALID_AUDIENCE', 'The provided audience is not valid'),
  },
  invalidGrantType: { ...invalid('Invalid grant type'), field: 'grant_type' },
  noAccount: refuse(
    403,
    'NO_ACCOUNT',
    'You manage no account yet: open one, or accept an invitation',
  ),
  accountNotFound: refuse(
    404,
    'ACCOUNT_NOT_FOUND',
    'There is no such account, or you do not manage it',
  ),
  foreignOrigin: refuse(
    403,
    'FOREIGN_ORIGIN',
    'The request does not come from a page of this server',
  ),
  peopleOnly: refuse(403, 'PEOPLE_ONLY', 'This is for people who are signed in, not for tokens'),
  tooManyAccounts: refuse(409, 'TOO_MANY_ACCOUNTS', 'One person opens at most 20 accounts'),
  hasPassword: refuse(
    409,
    'PASSWORD_SET',
    'There is a password already: change it with the old one',
  ),
  passwordTooWeak: refuse(400, 'PASSWORD_TOO_WEAK', 'A password has from 10 to 128 characters'),
  memberNotFound: refuse(404, 'MEMBER_NOT_FOUND', 'This account has no such member'),
  invitationNotFound: refuse(
    404,
    'INVITATION_NOT_FOUND',
    'There is no such invitation, or it has been accepted, withdrawn or is too old',
  ),
  otherAddress: refuse(
    403,
    'INVITATION_FOR_ANOTHER',
    'This invitation is for another e-mail address: sign in with that one',
  ),
  ownersOnly: refuse(403, 'OWNERS_ONLY', 'Only an owner may make, change or remove an owner'),
  lastOwner: refuse(
    409,
    'LAST_OWNER',
    'An account keeps one owner at least: make somebody else an owner first',
  ),
  alreadyMember: refuse(409, 'ALREADY_MEMBER', 'This person manages the account already'),
  tooManyInvitations: refuse(
    409,
    'TOO_MANY_INVITATIONS',
    'There are 50 open invitations already: withdraw one first',
  ),
  tokenNotFound: refuse(
    404,
    'TOKEN_NOT_FOUND',
    'This account has no such access token, or it was revoked before',
  ),
  invalidToken: refuse(401, 'INVALID_TOKEN', NO_TOKEN),
  missingToken: refuse(401, 'MISSING_TOKEN', NO_TOKEN),
  missing: (field: string) => invalid(`Missing required field ${field}`),
  invalidField: (field: string) => invalid(`Invalid value provided for field ${field}`),
  tooLong: (field: string, max: number) =>
    invalid(`Maximum length allowed for field ${field} is ${max}`),
  tooLarge: (field: string, max: number) =>
    invalid(`Maximum value allowed for field ${field} is ${max}`),
  invalidAmount: (field: string) => ({ ...invalid('Invalid amount provided'), field }),
  notObject: invalid('The request body must be a JSON object'),
  notUtf8: invalid('The request body is not valid UTF-8'),
  bodyTooLarge: bodyLargerThan(65_536),
  bodyLargerThan,
  notJson: (accepted: string) =>
    refuse(415, 'UNSUPPORTED_MEDIA_TYPE', `Send the request body as Content-Type ${accepted}`),
  productNotFound: refuse(404, 'PRODUCT_NOT_FOUND', NO_PRODUCT),
  productNotFoundUncoded: refuse(400, null, NO_PRODUCT),
  countryNotSupported: refuse(
    404,
    'COUNTRY_NOT_SUPPORTED',
    'Country not found and/or not currently supported',
  ),
  noProducts: refuse(404, null, NO_PRODUCTS),
  noProductsUncoded: refuse(400, null, NO_PRODUCTS),
  noInstruction: refuse(404, null, NO_INSTRUCTION),
  noInstructionUncoded: refuse(400, null, NO_INSTRUCTION),
  noDiscount: refuse(404, null, 'Commission resource not found'),
  noPicture: refuse(404, null, 'There is no such picture'),
  noRate: (from: string, to: string) =>
    refuse(500, 'FX_RATE_NOT_AVAILABLE', `There is no exchange rate from ${from} to ${to}`),
  priceChanged: (cost: string, currency: string) =>
    refuse(
      409,
      'PRICE_CHANGED',
      `The order costs ${cost} ${currency} now, which is not what was expected. It was not placed`,
    ),
  rateNotFound: refuse(404, 'RATE_NOT_FOUND', 'There is no such currency'),
  rateFixed: refuse(409, 'RATE_FIXED', 'One US dollar is always worth one US dollar'),
  rateLeap: (currency: string, percent: string) =>
    refuse(
      409,
      'RATE_LEAP',
      `The rate of ${currency} would change by ${percent} percent. ` +
        'Send force if that is what you mean',
    ),
  priceNotFound: refuse(404, 'PRICE_NOT_FOUND', 'This account has no such price of its own'),
  clientLacksScope: (scope: string) =>
    refuse(403, 'INSUFFICIENT_SCOPE', `This client may not do that: it lacks the scope ${scope}`),
  addressNotAllowed: (address: string) =>
    refuse(403, 'IP_NOT_ALLOWED', `This client may not be used from the address ${address}`),
  clientNotFound: refuse(
    404,
    'CLIENT_NOT_FOUND',
    'There is no such API client in this account and mode',
  ),
  clientIsRevoked: refuse(
    409,
    'CLIENT_REVOKED',
    'This API client is revoked, which is for ever. Make another one',
  ),
  tooManyClients: refuse(
    409,
    'TOO_MANY_CLIENTS',
    'An account has at most 100 API clients in a mode. Revoke one first',
  ),
  liveNotEnabled: refuse(
    403,
    'LIVE_NOT_ENABLED',
    'Live mode is not enabled for this account: ask whoever runs this platform',
  ),
  requestNotFound: refuse(
    404,
    'REQUEST_NOT_FOUND',
    'There is no such request in the log of this account and mode. It is kept for a week',
  ),
  insufficientScope: (scope: string) =>
    refuse(403, 'INSUFFICIENT_SCOPE', `This token may not do that: it lacks the scope ${scope}`),
  tooManyWaiting: refuse(
    429,
    'TOO_MANY_WAITING_REQUESTS',
    'At most 50 requests may wait for events of an account in a mode',
  ),
  eventNotFound: refuse(404, 'EVENT_NOT_FOUND', 'There is no such event in this account and mode'),
  endpointNotFound: refuse(
    404,
    'WEBHOOK_ENDPOINT_NOT_FOUND',
    'There is no such webhook endpoint in this account and mode',
  ),
  tooManyEndpoints: refuse(
    400,
    'TOO_MANY_WEBHOOK_ENDPOINTS',
    'An account has at most 20 webhook endpoints in a mode',
  ),
  endpointDisabled: refuse(
    409,
    'WEBHOOK_ENDPOINT_DISABLED',
    'This webhook endpoint is disabled. Enable it first',
  ),
  receiverNotFound: refuse(
    404,
    'WEBHOOK_RECEIVER_NOT_FOUND',
    'There is no such test receiver in this account and mode. Each lives for a day',
  ),
  tooManyReceivers: refuse(
    400,
    'TOO_MANY_WEBHOOK_RECEIVERS',
    'An account has at most 10 test receivers in a mode',
  ),
  messageNotFound: refuse(
    404,
    'MESSAGE_NOT_FOUND',
    'There is no such message in this account and mode',
  ),
  noHtml: refuse(404, 'MESSAGE_HAS_NO_HTML', 'Text messages have no HTML'),
  noLink: refuse(
    409,
    'MESSAGE_HAS_NO_LINK',
    'This message holds its codes and no link that could be revoked',
  ),
  tooManyCopies: refuse(
    409,
    'MESSAGE_SENT_TOO_OFTEN',
    'An order has at most 20 messages on one channel',
  ),
  linkClaimed: refuse(
    409,
    'LINK_ALREADY_CLAIMED',
    'The link has been opened: its cards were shown',
  ),
  revealedTooOften: refuse(
    429,
    'TOO_MANY_REVEALS',
    'Cards can be revealed 30 times a minute by one person or token. Wait a moment',
  ),
  noWallet: refuse(404, 'WALLET_NOT_FOUND', 'This account has no wallet in live mode'),
  noTestWallet: refuse(404, 'WALLET_NOT_FOUND', 'This account has no wallet in test mode'),
  invalidFunds: invalid(
    'Invalid amount provided: it must not be zero, nor more than a wallet can hold',
  ),
  testFundsOnly: refuse(
    409,
    'TEST_FUNDS_ONLY',
    'Only test money can be made. Live money is asked for with a funding request',
  ),
  fundingIsLiveOnly: refuse(
    409,
    'FUNDING_IS_LIVE_ONLY',
    'Test money needs no request: it can be made',
  ),
  fundingRequestNotFound: refuse(
    404,
    'FUNDING_REQUEST_NOT_FOUND',
    'There is no such funding request in this account and mode',
  ),
  fundingRequestDecided: (state: string) =>
    refuse(
      409,
      'FUNDING_REQUEST_DECIDED',
      `The funding request is not pending any more: it was ${state}`,
    ),
  anotherPersonNeeded: refuse(
    409,
    'ANOTHER_PERSON_NEEDED',
    'Nobody approves a funding request of their own: it takes another person',
  ),
  tooManyFundingRequests: refuse(
    409,
    'TOO_MANY_FUNDING_REQUESTS',
    'An account has at most 20 pending funding requests',
  ),
  identifierUsed: refuse(
    400,
    'CUSTOM_IDENTIFIER_ALREADY_USED',
    'The custom identifier provided has already been used. ' +
      'Please provide a new, unique custom identifier',
  ),
  invalidProduct: { ...refuse(404, 'INVALID_PRODUCT', 'Invalid product id'), field: 'productId' },
  wrongPrice: {
    ...refuse(
      400,
      'WRONG_PRODUCT_PRICE',
      'Invalid price. Please ensure you selected the right price',
    ),
    field: 'unitPrice',
  },
  wrongPriceUncoded: {
    ...refuse(400, null, 'Invalid price, please ensure you selected the right price.'),
    field: 'unitPrice',
  },
  testLimit: {
    ...refuse(400, null, 'Sorry, you cannot order products valued more than 100 USD at a go.'),
    field: 'unitPrice',
  },
  insufficientBalance: refuse(
    400,
    'INSUFFICIENT_BALANCE',
    'Insufficient funds in the wallet to complete this transaction',
  ),
  invalidPhone: (country: string, field = 'phoneNumber') => ({
    ...refuse(
      400,
      'INVALID_RECIPIENT_PHONE',
      `The recipient phone number is not valid for country ${country}`,
    ),
    field,
  }),
  noSms: (country: string) => ({
    ...refuse(400, 'INVALID_RECIPIENT_PHONE', `No SMS can be sent to country ${country}`),
    field: 'recipientPhoneDetails',
  }),
  noPreOrder: invalid('This product does not support pre-orders, remove the field preOrder'),
  noSupplier: refuse(
    400,
    'TRANSACTION_CANNOT_BE_PROCESSED_AT_THE_MOMENT',
    'This product has no supplier in live mode at the moment',
  ),
  bulkOrderNotFound: refuse(
    404,
    'BULK_ORDER_NOT_FOUND',
    'There is no such bulk order in this account and mode',
  ),
  bulkOrderInState: (state: string) =>
    refuse(
      409,
      'BULK_ORDER_IN_WRONG_STATE',
      `The bulk order is ${state}, which does not allow this`,
    ),
  nothingToBuy: refuse(
    409,
    'BULK_ORDER_HAS_NOTHING_TO_BUY',
    'No row of the bulk order can be bought',
  ),
  tooManyDrafts: refuse(
    409,
    'TOO_MANY_BULK_ORDER_DRAFTS',
    'An account has at most 100 drafts in one mode. Start or cancel some of them',
  ),
  unreadableFile: (line: number) =>
    badFile(
      'BULK_FILE_NOT_READABLE',
      `The file is no CSV: the quotation mark that opens in line ${line} is never closed`,
    ),
  noRows: badFile('BULK_FILE_HAS_NO_ROWS', 'The file has no rows below its head'),
  tooManyRows: badFile('BULK_FILE_TOO_LARGE', 'The file has more than 20000 rows. Split it'),
  tooManyColumns: badFile('BULK_FILE_TOO_LARGE', 'The file has more than 100 columns'),
  unknownColumn: (field: string) =>
    invalid(`The file has no column with the name that is given for field ${field}`),
  invalidTransactionId: refuse(404, null, 'Invalid transaction id'),
  invalidTransactionIdCoded: refuse(404, 'TRANSACTION_NOT_FOUND', 'Invalid transaction id'),
  transactionNotFound: refuse(404, null, 'Gift Card transaction not found'),
  transactionNotFoundCoded: refuse(404, 'TRANSACTION_NOT_FOUND', 'Gift Card transaction not found'),
  notAcceptable: refuse(
    406,
    null,
    'The codes are sent as application/com.reloadly.giftcards-v1+json or -v2+json only',
  ),
} as const
