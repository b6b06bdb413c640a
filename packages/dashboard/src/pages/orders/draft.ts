import { ApiError } from '@openscrip/sdk'
import type { OperationInput } from '../../app/api.ts'
import { exact, formatAmount } from '../../app/money.ts'
import type { Detail } from './calls.ts'

/** An order as somebody is filling it in; texts are what was typed. */
export interface Draft {
  readonly productId: string
  /** Plain decimal text. */
  readonly unitPrice: string
  readonly quantity: number
  readonly userId: string
  readonly email: string
  readonly phoneCountry: string
  readonly phone: string
  readonly sender: string
  readonly identifier: string
}

export type OrderBody = OperationInput<'POST /orders'>['body']

type QuoteBody = OperationInput<'POST /orders/quote'>['body']

/** Fewer digits are a number that is still being typed. */
const PHONE_DIGITS_MIN = 5

const hasWholePhone = ({ phone }: Draft): boolean => digitsOf(phone).length >= PHONE_DIGITS_MIN

const digitsOf = (phone: string): string => phone.replace(/\D/g, '')

/** A number of which nothing is there yet is none; one that is half typed is not left out. */
export const isPhoneHalfTyped = (draft: Draft): boolean =>
  draft.phone.trim() !== '' && !hasWholePhone(draft)

/** Whether nothing of it is half typed, so that it is sent as it is shown. */
export const isComplete = (draft: Draft): boolean =>
  draft.identifier.trim() !== '' &&
  (draft.email === '' || isEmail(draft.email)) &&
  !isPhoneHalfTyped(draft)

const phoneOf = (draft: Draft) =>
  hasWholePhone(draft)
    ? {
        recipientPhoneDetails: { countryCode: draft.phoneCountry, phoneNumber: draft.phone.trim() },
      }
    : {}

/** What the price depends on; undefined while that is not all there. */
export function toQuoteBody(draft: Draft): QuoteBody | undefined {
  const { productId, unitPrice, quantity, userId, sender } = draft
  if (productId === '' || unitPrice === '' || quantity < 1) return undefined
  return {
    productId: Number(productId),
    unitPrice,
    quantity,
    ...phoneOf(draft),
    ...(sender !== '' && { senderName: sender }),
    ...(userId !== '' && { productAdditionalRequirements: { userId } }),
  }
}

/** What is sent to buy it at the price of the quote; undefined while that is not all there. */
export function toOrderBody(draft: Draft, quote: object | undefined): OrderBody | undefined {
  const priced = toQuoteBody(draft)
  const { email, identifier } = draft
  return (
    priced && {
      ...priced,
      ...(email !== '' && { recipientEmail: email }),
      customIdentifier: identifier,
      ...(quote && { expectedCost: String(exact(quote, 'cost')) }),
    }
  )
}

/**
 * Whether an order is the one that was sent, and no other that has its identifier. Which country a
 * phone was typed for shows only in its calling code.
 */
export function isSame(order: Detail, sent: OrderBody): boolean {
  const { productAdditionalRequirements: needs, recipientPhoneDetails: phone } = sent
  const amountOf = (amount: number | string) => formatAmount(amount, 0)
  const typed = digitsOf(String(phone?.phoneNumber ?? '')).replace(/^0+/, '')
  return (
    order.customIdentifier === sent.customIdentifier &&
    order.product.productId === Number(sent.productId) &&
    amountOf(exact(order, 'unitPrice')) === amountOf(sent.unitPrice) &&
    order.quantity === Number(sent.quantity) &&
    order.recipientEmail === (sent.recipientEmail ?? null) &&
    order.recipientUserId === (needs?.userId ?? null) &&
    (order.recipientPhone === null) === (typed === '') &&
    (order.recipientPhone ?? '').endsWith(typed)
  )
}

/** The field of the form that each field of the API is in; of the product there is none. */
const fieldNames: Readonly<Record<string, keyof Draft>> = {
  unitPrice: 'unitPrice',
  quantity: 'quantity',
  userId: 'userId',
  recipientEmail: 'email',
  recipientPhoneDetails: 'phone',
  phoneNumber: 'phone',
  countryCode: 'phone',
  senderName: 'sender',
  customIdentifier: 'identifier',
}

/** The field that an error is about, in its details or in its sentence. */
export function fieldOf(error: unknown): keyof Draft | undefined {
  if (!(error instanceof ApiError)) return undefined
  const [detail] = error.details as readonly { readonly field?: string }[]
  const name =
    detail?.field ?? Object.keys(fieldNames).find((field) => error.message.includes(field))
  return name === undefined ? undefined : fieldNames[name]
}

/** A name that no order has: whoever sends it twice buys once. */
export function newIdentifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `dashboard-${text}`
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
