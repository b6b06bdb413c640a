import Type, { type Static } from 'typebox'
import { getDialect } from '../accounts/index.ts'
import { formatWireTime } from '../core/clock.ts'
import { getCurrency } from '../core/currency.ts'
import { jsonNumber, parseDecimal } from '../core/decimal.ts'
import { inputErrors } from '../core/errors.ts'
import { ID_MAX } from '../core/ids.ts'
import { formatMicros, formatRounded, MAX_MICROS, type Micros, parseMicros } from '../core/money.ts'
import type { Card } from '../vault/index.ts'
import { orderErrors } from './errors.ts'
import {
  type Order,
  type OrderRequest,
  orderStatuses,
  type PlaceOrder,
  type RecipientPhone,
} from './model.ts'
import { isEmail, readPhone } from './recipient.ts'

/** A number, or the same as text: both are sent by programs in use. */
export const numeric = (description: string) =>
  Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 64 })], { description })

/**
 * Text; a number is taken as the text it was written as, as the original service does.
 * How long it may be is each field's own and is said by `readText`.
 */
const Text = Type.Union([Type.String(), Type.Number()])

const absentOr = <Schema extends Type.TSchema>(schema: Schema, description: string) =>
  Type.Optional(Type.Union([schema, Type.Null()], { description }))

const IDENTIFIER_MAX = 150
const SENDER_NAME_MAX = 255
const USER_ID_MAX = 255
/** The most cards of one order; it bounds what one request can make the server do. */
export const QUANTITY_MAX = 100

export const PlaceOrderIn = Type.Object(
  {
    productId: numeric('Id of a product on sale.'),
    quantity: numeric(`Number of cards, from 1 to ${QUANTITY_MAX}.`),
    unitPrice: numeric(
      'Face value of one card, in the currency of the card: one of the product’s fixed values, or ' +
        'any within its range.',
    ),
    customIdentifier: absentOr(
      Text,
      `Your name for the order, up to ${IDENTIFIER_MAX} characters. It buys at most once.`,
    ),
    senderName: absentOr(Text, `Who the card is from, up to ${SENDER_NAME_MAX} characters.`),
    recipientEmail: absentOr(
      Type.String({ maxLength: 1_000 }),
      'Who gets the card; nobody is written to without it.',
    ),
    recipientPhoneDetails: absentOr(
      Type.Object({
        countryCode: Type.String({
          minLength: 1,
          maxLength: 64,
          description: 'ISO 3166-1 alpha-2.',
        }),
        phoneNumber: numeric('National number, or with its calling code.'),
      }),
      'Who gets the card by SMS, which costs an `smsFee`.',
    ),
    preOrder: absentOr(Type.Boolean(), 'Only for products that support it.'),
    productAdditionalRequirements: absentOr(
      Type.Object({
        userId: absentOr(
          Text,
          `The player or account that is topped up, up to ${USER_ID_MAX} characters.`,
        ),
      }),
      'What the product’s own `additionalRequirements` ask for.',
    ),
  },
  {
    title: 'Order',
    examples: [
      {
        productId: 5,
        quantity: 1,
        unitPrice: 5,
        customIdentifier: 'my-first-order',
        senderName: 'John Doe',
        recipientEmail: 'jane@example.com',
        recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
      },
    ],
  },
)

const INTEGER = /^[+-]?\d{1,64}$/

/** @throws INVALID_INPUT_PROVIDED when the identifier is too long or cannot be stored */
export function toOrderRequest(body: Static<typeof PlaceOrderIn>): OrderRequest {
  const customIdentifier = readText(body.customIdentifier, 'customIdentifier', IDENTIFIER_MAX)
  return { customIdentifier, read: () => toPlaceOrder(body, customIdentifier) }
}

function toPlaceOrder(
  body: Static<typeof PlaceOrderIn>,
  customIdentifier: string | null,
): PlaceOrder {
  return {
    customIdentifier,
    productId: readId(body.productId),
    quantity: readQuantity(body.quantity),
    unitPrice: readUnitPrice(body.unitPrice),
    preOrder: body.preOrder ?? false,
    senderName: readText(body.senderName, 'senderName', SENDER_NAME_MAX),
    recipientEmail: readEmail(body.recipientEmail),
    recipientPhone: readRecipientPhone(body.recipientPhoneDetails),
    recipientUserId: readText(body.productAdditionalRequirements?.userId, 'userId', USER_ID_MAX),
  }
}

/** Empty text means absent, as it does to the forms that send it. */
function readText(
  value: string | number | null | undefined,
  field: string,
  max: number,
): string | null {
  if (value === null || value === undefined || value === '') return null
  const text = String(value)
  // Counted in characters, so that an emoji is one; each has at most two units.
  if (text.length > max && [...text].length > max) throw inputErrors.tooLong({ field, max })
  // PostgreSQL stores no NUL, and half a surrogate pair would be stored as another character.
  if (text.includes('\0') || !text.isWellFormed()) throw inputErrors.invalidField({ field })
  return text
}

function readId(value: string | number): bigint {
  const text = String(value).trim()
  const field = 'productId'
  const id = INTEGER.test(text) ? BigInt(text) : parseDecimal(text, 0)
  if (id === undefined) throw inputErrors.invalidField({ field })
  // No product has such an id, and the database could not even look for it.
  return id < 0n || id > ID_MAX ? -1n : id
}

function readQuantity(value: string | number): number {
  const quantity = parseDecimal(String(value).trim(), 0)
  const field = 'quantity'
  if (quantity === undefined || quantity < 1n) throw orderErrors.invalidAmount({ field })
  if (quantity > BigInt(QUANTITY_MAX)) throw inputErrors.tooLarge({ field, max: QUANTITY_MAX })
  return Number(quantity)
}

const NUMBER = /^[+-]?\d+(\.\d*)?([eE][+-]?\d{1,3})?$/

function readUnitPrice(value: string | number): Micros | undefined {
  const text = String(value).trim()
  if (!NUMBER.test(text) || text.startsWith('-') || /^[+0.]*(e|$)/i.test(text)) {
    throw orderErrors.invalidAmount({ field: 'unitPrice' })
  }
  const price = parseMicros(text.replace('+', ''))
  return price === undefined || price > MAX_MICROS ? undefined : price
}

function readEmail(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null
  if (!isEmail(value)) throw inputErrors.invalidField({ field: 'recipientEmail' })
  return value
}

function readRecipientPhone(
  details: Static<typeof PlaceOrderIn>['recipientPhoneDetails'],
): RecipientPhone | null {
  if (details === null || details === undefined) return null
  return readPhone(details.countryCode, String(details.phoneNumber))
}

const nullableText = (description: string) =>
  Type.Union([Type.String(), Type.Null()], { description })

const OrderedProductOut = Type.Object(
  {
    productId: Type.Integer(),
    productName: Type.String(),
    countryCode: Type.String({ description: 'ISO 3166-1 alpha-2.' }),
    quantity: Type.Integer({ description: 'Number of cards.' }),
    unitPrice: Type.Number({ description: 'Face value of one card, in the card’s currency.' }),
    totalPrice: Type.Number({ description: '`unitPrice` times `quantity`.' }),
    currencyCode: Type.String({ description: 'Currency of the card, ISO 4217.' }),
    brand: Type.Object({ brandId: Type.Integer(), brandName: Type.String() }),
  },
  { title: 'OrderedProduct', description: 'The product as it was when it was ordered.' },
)

const BalanceInfoOut = Type.Object(
  {
    oldBalance: Type.Number({ description: 'Before the order.' }),
    newBalance: Type.Number({ description: 'After the order.' }),
    cost: Type.Number({ description: 'What left the wallet.' }),
    currencyCode: Type.String({ description: 'Currency of the wallet, ISO 4217.' }),
    currencyName: Type.String(),
    updatedAt: Type.String({
      description: 'When the old balance came to be: `yyyy-MM-dd HH:mm:ss`, in UTC.',
    }),
  },
  { title: 'BalanceInfo', description: 'What the order did to the wallet.' },
)

export const TransactionOut = Type.Object(
  {
    transactionId: Type.Integer(),
    amount: Type.Number({
      description:
        'Price with all fees, in the account’s currency. Clients of dialect 2026-10 see it less the ' +
        'discount.',
    }),
    discount: Type.Number({ description: 'Commission, in the account’s currency.' }),
    currencyCode: Type.String({ description: 'Currency of the account, ISO 4217.' }),
    fee: Type.Number({ description: 'Fees of all cards, in the account’s currency.' }),
    smsFee: Type.Number({ description: '0 without a phone number.' }),
    totalFee: Type.Number({ description: '`fee` and `smsFee`.' }),
    preOrdered: Type.Boolean({ description: 'Whether the card is delivered when it comes out.' }),
    recipientEmail: nullableText('Null when there was none.'),
    recipientPhone: nullableText(
      'Calling code and national number, digits only; null when there was none.',
    ),
    customIdentifier: nullableText('Null when there was none.'),
    status: Type.Enum([...orderStatuses], {
      description:
        'PENDING and PROCESSING: paid, the cards are not there yet; SUCCESSFUL: they can be read; ' +
        'FAILED: there will be none; REFUNDED: the money is back in the wallet.',
    }),
    transactionCreatedTime: Type.String({ description: '`yyyy-MM-dd HH:mm:ss`, in UTC.' }),
    product: OrderedProductOut,
    balanceInfo: BalanceInfoOut,
  },
  { title: 'Transaction', description: 'An order that was placed.' },
)

/** An order as the wire shows it; numbers have the decimals of the recorded answers. */
export function toTransactionOut(order: Order): Static<typeof TransactionOut> {
  const { product, currency } = order
  const net = getDialect(order.dialect).pricing.amount === 'net'
  const money = (amount: Micros) => jsonNumber(formatMicros(amount))
  const fiveDecimals = (amount: Micros) => jsonNumber(formatRounded(amount, 5))
  return {
    transactionId: jsonNumber(order.id.toString()),
    amount: net ? fiveDecimals(order.amount) : money(order.amount),
    discount: money(order.discount),
    currencyCode: currency,
    fee: money(order.fee),
    smsFee: money(order.smsFee),
    totalFee: money(order.fee + order.smsFee),
    preOrdered: order.isPreOrder,
    recipientEmail: order.recipientEmail,
    recipientPhone: order.recipientPhone,
    customIdentifier: order.customIdentifier,
    status: order.status,
    transactionCreatedTime: formatWireTime(order.createdAt),
    product: {
      productId: jsonNumber(product.id.toString()),
      productName: product.name,
      countryCode: product.countryCode,
      quantity: order.quantity,
      unitPrice: money(order.unitPrice),
      totalPrice: money(order.unitPrice * BigInt(order.quantity)),
      currencyCode: product.currency,
      brand: { brandId: product.brandId, brandName: product.brandName },
    },
    balanceInfo: {
      oldBalance: fiveDecimals(order.oldBalance),
      newBalance: fiveDecimals(order.newBalance),
      // Rounded from the exact cost; rounding the stored micro-units again could differ by a digit.
      cost: fiveDecimals(net ? order.amount : order.cost),
      currencyCode: currency,
      currencyName: getCurrency(currency).name,
      updatedAt: formatWireTime(order.oldBalanceAt),
    },
  }
}

const pinCode = nullableText('Null for cards without one.')

export const CardsV1Out = Type.Array(
  Type.Object(
    { cardNumber: nullableText('Code, number, or link to redeem the card at.'), pinCode },
    { title: 'CardV1' },
  ),
)

export const CardsV2Out = Type.Array(
  Type.Object(
    {
      cardNumber: nullableText('Code or number; null for cards that are a link.'),
      pinCode,
      redemptionUrl: nullableText('Link to redeem the card at; null for cards without one.'),
    },
    { title: 'CardV2' },
  ),
)

/** Version 1 has no field for a link and shows it as the number. */
export function toCardsV1(cards: readonly Card[]): Static<typeof CardsV1Out> {
  return cards.map(({ number, pin, url }) => ({ cardNumber: number ?? url, pinCode: pin }))
}

export function toCardsV2(cards: readonly Card[]): Static<typeof CardsV2Out> {
  return cards.map(({ number, pin, url }) => ({
    cardNumber: number,
    pinCode: pin,
    redemptionUrl: url,
  }))
}
