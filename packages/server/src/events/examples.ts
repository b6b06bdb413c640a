import { jsonNumber } from '../core/decimal.ts'
import { type EventType, type FactEventType, isOrderEvent, statusOf } from './model.ts'

/** What an event of this type tells, with made-up names and amounts. */
export function exampleOf(type: EventType): object {
  return isOrderEvent(type) ? { ...transaction, status: statusOf(type) } : facts[type]
}

const amount = jsonNumber

/** The quickstart's order, as the Gift Cards API shows it. */
const transaction = {
  transactionId: 3116,
  amount: amount('3139.45'),
  discount: amount('25.65'),
  currencyCode: 'NGN',
  fee: amount('285.00'),
  smsFee: amount('4.45'),
  totalFee: amount('289.45'),
  preOrdered: false,
  recipientEmail: 'anyone@email.com',
  recipientPhone: '18579184613',
  customIdentifier: 'gift-card-amazon-order',
  status: 'SUCCESSFUL',
  transactionCreatedTime: '2026-01-31 12:00:00',
  product: {
    productId: 5,
    productName: 'Amazon US',
    countryCode: 'US',
    quantity: 1,
    unitPrice: amount('5.00'),
    totalPrice: amount('5.00'),
    currencyCode: 'USD',
    brand: { brandId: 2, brandName: 'Amazon' },
  },
  balanceInfo: {
    oldBalance: amount('1000000.00000'),
    newBalance: amount('996886.20000'),
    cost: amount('3113.80000'),
    currencyCode: 'NGN',
    currencyName: 'Nigerian Naira',
    updatedAt: '2026-01-31 11:59:00',
  },
}

const funding = {
  fundingRequestId: 12,
  amount: amount('250000.00'),
  currencyCode: 'NGN',
  reference: 'RF156793000012',
  funded: null,
  reason: null,
}

const client = {
  clientId: 'vCDcLhKyRkWZAo2WTuIGqKFpHZQ0jZlT',
  name: 'Shop',
  dialect: '2022-06',
  allowedIps: ['203.0.113.7'],
  scopes: ['*'],
}

const endpoint = {
  id: 'we_4Hk9sQpX2mVbT7cL',
  url: 'https://shop.example/webhooks',
  events: ['*'],
  isEnabled: true,
  disabledReason: null,
}

const message = {
  messageId: 'msg_1024',
  channel: 'email',
  to: 'anyone@email.com',
  transactionId: 3116,
  attempts: 1,
  error: null,
}

const bulkOrder = {
  bulkOrderId: 7,
  name: 'Employee rewards',
  rows: { ready: 0, invalid: 2, skipped: 0, placed: 498, failed: 0 },
  spent: amount('1550672.40'),
  currencyCode: 'NGN',
  reason: null,
}

const facts: Readonly<Record<FactEventType, object>> = {
  'wallet.funded': {
    amount: amount('250000.00'),
    balance: amount('1246886.20'),
    currencyCode: 'NGN',
  },
  'wallet.low_balance': {
    balance: amount('48211.35'),
    threshold: amount('50000.00'),
    currencyCode: 'NGN',
    transactionId: 3116,
  },
  'funding.requested': funding,
  'funding.approved': { ...funding, funded: amount('250000.00') },
  'funding.declined': { ...funding, reason: 'No bank transfer has arrived' },
  'funding.cancelled': funding,
  'client.created': client,
  'client.updated': client,
  'client.rotated': { ...client, previousSecretUntil: '2026-02-01T12:00:00.000Z' },
  'client.revoked': client,
  'webhook_endpoint.created': endpoint,
  'webhook_endpoint.updated': endpoint,
  'webhook_endpoint.disabled': { ...endpoint, isEnabled: false, disabledReason: 'failing' },
  'webhook_endpoint.deleted': endpoint,
  'product.changed': { productIds: [5, 120] },
  'product.withdrawn': { productIds: [1_204] },
  'message.sent': message,
  'message.failed': { ...message, attempts: 10, error: '451 Try again later' },
  'message.bounced': { ...message, error: '550 5.1.1 No such user' },
  'message.cancelled': { ...message, attempts: 0 },
  'message.claimed': message,
  'bulk_order.completed': bulkOrder,
  'bulk_order.paused': {
    ...bulkOrder,
    rows: { ...bulkOrder.rows, ready: 98, placed: 400 },
    spent: amount('1245520.00'),
    reason: 'insufficient_balance',
  },
}
