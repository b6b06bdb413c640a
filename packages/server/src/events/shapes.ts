import Type, { type TSchema } from 'typebox'
import { Nullable } from '../core/schema.ts'
import { exampleOf } from './examples.ts'
import { type EventType, eventTypes, type FactEventType, isOrderEvent } from './model.ts'

const Currency = Type.String({ description: 'ISO 4217.' })

const Funding = Type.Object({
  fundingRequestId: Type.Integer(),
  amount: Type.Number({ description: 'What was asked for.' }),
  currencyCode: Currency,
  reference: Type.String({ description: 'What its bank transfer names.' }),
  funded: Nullable(Type.Number(), 'What was put into the wallet; null unless it was approved.'),
  reason: Nullable(Type.String(), 'Why it was declined.'),
})

const clientFields = {
  clientId: Type.String({ description: 'The `client_id` of its token requests.' }),
  name: Type.String({ description: 'What the client is for.' }),
  dialect: Type.String({ description: 'Which year of the Gift Cards API it speaks.' }),
  allowedIps: Type.Array(Type.String(), {
    description: 'Addresses and networks that it may be used from; none for everywhere.',
  }),
  scopes: Type.Array(Type.String(), { description: 'What it may do; `*` for everything.' }),
}

const Client = Type.Object(clientFields)

const Endpoint = Type.Object({
  id: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.String(), { description: 'What it asks for.' }),
  isEnabled: Type.Boolean(),
  disabledReason: Nullable(
    Type.Enum(['manual', 'failing', 'gone']),
    'Why nothing is sent to it: switched off, failed for three days, or answered 410.',
  ),
})

const Products = Type.Object({
  productIds: Type.Array(Type.Integer(), {
    minItems: 1,
    maxItems: 1_000,
    description: 'The products; when there are more, further events have the others.',
  }),
})

const Message = Type.Object({
  messageId: Type.String(),
  channel: Type.Enum(['email', 'sms']),
  to: Type.String({ description: 'The address or phone of the recipient.' }),
  transactionId: Type.Integer({ description: 'The order whose cards it brings.' }),
  attempts: Type.Integer({ description: 'How often it was tried to send it.' }),
  error: Nullable(Type.String(), 'What went wrong at last.'),
})

const BulkOrder = Type.Object({
  bulkOrderId: Type.Integer(),
  name: Type.String({ description: 'What people know it by.' }),
  rows: Type.Object({
    ready: Type.Integer({ description: 'Still to be bought.' }),
    invalid: Type.Integer({ description: 'Could not be bought as they are.' }),
    skipped: Type.Integer({ description: 'Were bought before.' }),
    placed: Type.Integer({ description: 'Are orders.' }),
    failed: Type.Integer({ description: 'Were refused when they were to be bought.' }),
  }),
  spent: Type.Number({ description: 'What its orders have cost.' }),
  currencyCode: Currency,
  reason: Nullable(
    Type.Enum(['asked', 'insufficient_balance', 'live_disabled']),
    'Why it paused: somebody asked for it, the wallet could not pay the next row, or live mode was ' +
      'disabled.',
  ),
})

const facts: Readonly<Record<FactEventType, TSchema>> = {
  'wallet.funded': Type.Object({
    amount: Type.Number({ description: 'What was put in; negative for what was taken out.' }),
    balance: Type.Number({ description: 'The balance after it.' }),
    currencyCode: Currency,
  }),
  'wallet.low_balance': Type.Object({
    balance: Type.Number({ description: 'The first balance below the threshold.' }),
    threshold: Type.Number(),
    currencyCode: Currency,
    transactionId: Nullable(Type.Integer(), 'The order that took it there; null for a withdrawal.'),
  }),
  'funding.requested': Funding,
  'funding.approved': Funding,
  'funding.declined': Funding,
  'funding.cancelled': Funding,
  'client.created': Client,
  'client.updated': Client,
  'client.rotated': Type.Object({
    ...clientFields,
    previousSecretUntil: Nullable(
      Type.String(),
      'Until when the secret before works as well; null for no longer. ISO 8601, UTC.',
    ),
  }),
  'client.revoked': Client,
  'webhook_endpoint.created': Endpoint,
  'webhook_endpoint.updated': Endpoint,
  'webhook_endpoint.disabled': Endpoint,
  'webhook_endpoint.deleted': Endpoint,
  'product.changed': Products,
  'product.withdrawn': Products,
  'message.sent': Message,
  'message.failed': Message,
  'message.bounced': Message,
  'message.cancelled': Message,
  'message.claimed': Message,
  'bulk_order.completed': BulkOrder,
  'bulk_order.paused': BulkOrder,
}

/** What an event says; for people and for programs that check it. */
export interface EventDocument {
  readonly type: EventType
  /** JSON Schema, 2020-12, of its `data`. */
  readonly schema: object
  readonly example: object
}

/** Every type of event, described. @param transaction schema of an order, as the wire shows it */
export function describeEvents(transaction: TSchema): EventDocument[] {
  return eventTypes.map((type) => ({
    type,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: type,
      ...standalone(isOrderEvent(type) ? transaction : facts[type]),
    },
    example: exampleOf(type),
  }))
}

/** Without what other documents refer to it by. */
function standalone(schema: TSchema): object {
  const { title: _, ...rest } = schema as { title?: string }
  return rest
}
