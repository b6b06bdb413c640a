import Type, { type Static } from 'typebox'
import { modes, type RecordedActor } from '../../accounts/index.ts'
import { jsonNumber } from '../../core/decimal.ts'
import { formatMicros, type Micros } from '../../core/money.ts'
import { Nullable } from '../../core/schema.ts'
import type { Card } from '../../vault/index.ts'
import { ledgerAccounts, type Transfer } from '../../wallet/index.ts'
import { orderStatuses } from '../model.ts'
import { numeric, PlaceOrderIn } from '../schema.ts'
import type { Quoted } from './quoting.ts'
import type { NamedOrder, NamedPage, Revealed } from './service.ts'

export const Time = (description = '') =>
  Type.String({ description: `${description === '' ? '' : `${description}; `}ISO 8601, in UTC.` })

export const money = (amount: Micros) => jsonNumber(formatMicros(amount))

export const idNumber = (id: bigint) => jsonNumber(id.toString())

const REASON_MAX = 200
const IDENTIFIER_MAX = 150

export const ManagedOrderIn = Type.Object(
  {
    ...PlaceOrderIn.properties,
    customIdentifier: Type.String({
      minLength: 1,
      maxLength: IDENTIFIER_MAX,
      description: 'Made once per order: whoever sends it twice, by a double click, buys once.',
    }),
    expectedCost: Type.Optional(
      numeric(
        'The `cost` that a quote has named, in the currency of the wallet: an order that costs ' +
          'anything else by now is refused, and nothing is placed.',
      ),
    ),
  },
  {
    title: 'ManagedOrder',
    examples: [
      {
        productId: 5,
        quantity: 1,
        unitPrice: 5,
        customIdentifier: 'thank-you-jane',
        senderName: 'John Doe',
        recipientEmail: 'jane@example.com',
      },
    ],
  },
)

export const QuoteIn = Type.Object(PlaceOrderIn.properties, {
  title: 'OrderToPrice',
  examples: [
    {
      productId: 5,
      quantity: 2,
      unitPrice: 25,
      senderName: 'John Doe',
      recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
    },
  ],
})

export const RevealIn = Type.Object(
  {
    reason: Type.String({
      minLength: 1,
      maxLength: REASON_MAX,
      // PostgreSQL stores no NUL, and nobody is told anything by blanks.
      pattern: '^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$',
      description: 'Why the codes are needed. It is on record for as long as the order is.',
    }),
  },
  { title: 'RevealRequest', examples: [{ reason: 'Jane says that her mail did not arrive' }] },
)

export const ActorOut = Type.Object(
  {
    kind: Type.Enum(['client', 'token', 'user', 'message', 'bulk_order'], {
      description:
        'An API client, an access token, a person, a message that was opened, or a bulk order.',
    }),
    id: Type.String(),
    name: Nullable(
      Type.String(),
      'Of a bulk order that of its file; null for a message, and for who is not known any more.',
    ),
  },
  { title: 'RecordedActor', description: 'Who is on record.' },
)

export const toActorOut = ({ kind, id, name }: RecordedActor): Static<typeof ActorOut> => ({
  kind,
  id,
  name,
})

const BoughtProductOut = Type.Object(
  {
    productId: Type.Integer(),
    productName: Type.String(),
    countryCode: Type.String({ description: 'ISO 3166-1 alpha-2.' }),
    brandId: Type.Integer(),
    brandName: Type.String(),
  },
  { title: 'BoughtProduct', description: 'As it was when it was ordered.' },
)

export const summaryProperties = {
  transactionId: Type.Integer(),
  mode: Type.Enum([...modes]),
  status: Type.Enum([...orderStatuses]),
  createdAt: Time(),
  customIdentifier: Nullable(Type.String(), 'Null when there is none.'),
  product: BoughtProductOut,
  quantity: Type.Integer({ minimum: 1 }),
  unitPrice: Type.Number({ description: 'Face value of one card.' }),
  cardCurrencyCode: Type.String({ description: 'Currency of the face value.' }),
  cost: Type.Number({ description: 'What left the wallet.' }),
  currencyCode: Type.String({ description: 'Currency of the wallet.' }),
  recipientEmail: Nullable(Type.String(), 'Null when there is none.'),
  recipientPhone: Nullable(Type.String(), 'In E.164 form; null when there is none.'),
  placedBy: ActorOut,
}

export const OrderSummaryOut = Type.Object(summaryProperties, { title: 'OrderSummary' })

export type OrderSummaryOut = Static<typeof OrderSummaryOut>

export const OrderPageOut = Type.Object(
  {
    content: Type.Array(OrderSummaryOut),
    total: Type.Integer({ minimum: 0, description: 'Orders that fit.' }),
    page: Type.Integer({ minimum: 1 }),
    size: Type.Integer({ minimum: 1 }),
  },
  { title: 'OrderPage' },
)

export function toSummaryOut({ order, placedBy }: NamedOrder): OrderSummaryOut {
  const { product, recipientPhone } = order
  return {
    transactionId: idNumber(order.id),
    mode: order.mode,
    status: order.status,
    createdAt: order.createdAt.toISOString(),
    customIdentifier: order.customIdentifier,
    product: {
      productId: idNumber(product.id),
      productName: product.name,
      countryCode: product.countryCode,
      brandId: product.brandId,
      brandName: product.brandName,
    },
    quantity: order.quantity,
    unitPrice: money(order.unitPrice),
    cardCurrencyCode: product.currency,
    cost: money(order.cost),
    currencyCode: order.currency,
    recipientEmail: order.recipientEmail,
    recipientPhone: recipientPhone === null ? null : `+${recipientPhone}`,
    placedBy: toActorOut(placedBy),
  }
}

export function toOrderPageOut({
  rows,
  total,
  number,
  size,
}: NamedPage): Static<typeof OrderPageOut> {
  return { content: rows.map(toSummaryOut), total, page: number + 1, size }
}

const EntryOut = Type.Object(
  {
    ledgerAccount: Type.Enum([...ledgerAccounts]),
    amount: Type.Number({ description: 'Negative where it leaves.' }),
  },
  { title: 'OrderEntry' },
)

export const transferProperties = {
  kind: Type.String({ description: '`order` or `commission`.' }),
  entries: Type.Array(EntryOut, { description: 'They sum to zero.' }),
}

export function toEntriesOut({ entries }: Pick<Transfer, 'entries'>) {
  return ledgerAccounts.flatMap((ledgerAccount) => {
    const amount = entries[ledgerAccount] ?? 0n
    return amount === 0n ? [] : [{ ledgerAccount, amount: money(amount) }]
  })
}

export const QuoteOut = Type.Object(
  {
    product: BoughtProductOut,
    quantity: Type.Integer({ minimum: 1 }),
    unitPrice: Type.Number({ description: 'Face value of one card.' }),
    cardCurrencyCode: Type.String({ description: 'Currency of the face value.' }),
    face: Type.Number({ description: 'All face values in the currency of the wallet.' }),
    fee: Type.Number(),
    smsFee: Type.Number(),
    discount: Type.Number(),
    cost: Type.Number({ description: 'What would leave the wallet.' }),
    currencyCode: Type.String({ description: 'Currency of the wallet.' }),
    balance: Type.Number({ description: 'Of the wallet, now.' }),
    balanceAfter: Type.Number({ description: 'Negative when the wallet has too little.' }),
    isAffordable: Type.Boolean({ description: 'Whether the wallet can pay it now.' }),
    missing: Type.Number({
      description: 'What the wallet lacks with its overdraft used up; 0 when it can pay.',
    }),
    transfers: Type.Array(
      Type.Object(transferProperties, {
        title: 'QuotedTransfer',
        description: 'What the order would write into the ledger.',
      }),
    ),
  },
  { title: 'OrderQuote' },
)

export function toQuoteOut(quoted: Quoted): Static<typeof QuoteOut> {
  const { order, transfers, balance, balanceAfter, isAffordable, missing } = quoted
  const { product, quote } = order
  return {
    product: {
      productId: idNumber(product.id),
      productName: product.name,
      countryCode: product.countryCode,
      brandId: product.brand.id,
      brandName: product.brand.name,
    },
    quantity: order.request.quantity,
    unitPrice: money(order.unitPrice),
    cardCurrencyCode: product.currency,
    face: money(quote.face),
    fee: money(quote.fee),
    smsFee: money(quote.smsFee),
    discount: money(quote.discount),
    cost: money(quote.cost),
    currencyCode: order.currency,
    balance: money(balance),
    balanceAfter: money(balanceAfter),
    isAffordable,
    missing: money(missing),
    transfers: transfers.map((transfer) => ({
      kind: transfer.kind,
      entries: toEntriesOut(transfer),
    })),
  }
}

const RevealedCardOut = Type.Object(
  {
    position: Type.Integer({ minimum: 1 }),
    cardNumber: Nullable(Type.String(), 'Code or number; null for cards that are a link.'),
    pinCode: Nullable(Type.String(), 'Null for cards without one.'),
    redemptionUrl: Nullable(Type.String(), 'Null for cards that are no link.'),
  },
  { title: 'RevealedCard' },
)

export const RevealedOut = Type.Object(
  { transactionId: Type.Integer(), cards: Type.Array(RevealedCardOut) },
  { title: 'RevealedCards' },
)

export function toRevealedOut({ order, cards }: Revealed): Static<typeof RevealedOut> {
  return { transactionId: idNumber(order.id), cards: cards.map(toRevealedCardOut) }
}

function toRevealedCardOut({ number, pin, url }: Card, index: number) {
  return { position: index + 1, cardNumber: number, pinCode: pin, redemptionUrl: url }
}
