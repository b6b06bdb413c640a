export type { Environment, ServerAddress } from './environment.ts'
export {
  ApiError,
  AuthenticationError,
  ConnectionError,
  type ErrorCode,
  GiftCardsError,
  IdentifierUsedError,
  InsufficientBalanceError,
  InvalidInputError,
  InvalidProductError,
  NotFoundError,
  OutcomeUnknownError,
  RateLimitError,
  ServerError,
  TimeoutError,
  WebhookVerificationError,
  WrongPriceError,
} from './errors.ts'
export { GiftCards, type GiftCardsOptions } from './gift-cards.ts'
export type { CallOptions, Fetch } from './http.ts'
export type { List, Page } from './list.ts'
export {
  EventGapError,
  type EventListQuery,
  type EventPage,
  type EventQuery,
  type FeedEvent,
  type Mode,
} from './management/events.ts'
export { Management, type ManagementOptions } from './management/management.ts'
export type { Message, MessagePage, MessageQuery } from './management/messages.ts'
export type { OperationInput, OperationName, OperationOutput } from './management/operations.ts'
export type {
  InMode,
  NewWebhookEndpoint,
  WebhookAttempt,
  WebhookAttemptQuery,
  WebhookAttempts,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointWithSecret,
  WebhookResend,
} from './management/webhook-endpoints.ts'
export type { WalletBalance } from './resources/balance.ts'
export type {
  Country,
  DiscountFilter,
  FxRate,
  FxRateRequest,
  ProductFilter,
} from './resources/catalog.ts'
export type { Card, OrderRequest, PlacedOrder, RecipientPhone } from './resources/order.ts'
export type { CardsOptions } from './resources/orders.ts'
export type { Discount, Product, ProductCategory } from './resources/product.ts'
export type {
  BrandInstruction,
  Instruction,
  ProductInstruction,
} from './resources/redeem-instructions.ts'
export type {
  Transaction,
  TransactionFilter,
  TransactionStatus,
} from './resources/transactions.ts'
export type { Id, Version } from './transport.ts'
export {
  type SignedWebhook,
  signWebhook,
  verifyWebhook,
  type WebhookBody,
  type WebhookCall,
  type WebhookEvent,
  type WebhookToSign,
} from './webhooks.ts'
