import { ApiError } from '@openscrip/sdk'
import type { OperationInput } from '../../app/api.ts'

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

type OrderBody = OperationInput<'POST /orders'>['body']

type QuoteBody = OperationInput<'POST /orders/quote'>['body']

/** Fewer digits are a number that is still being typed. */
const PHONE_DIGITS_MIN = 5

const phoneOf = ({ phone, phoneCountry }: Draft) =>
  phone.replace(/\D/g, '').length < PHONE_DIGITS_MIN
    ? {}
    : { recipientPhoneDetails: { countryCode: phoneCountry, phoneNumber: phone } }

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

export function toOrderBody(draft: Draft): OrderBody | undefined {
  const priced = toQuoteBody(draft)
  const { email, identifier } = draft
  return (
    priced && {
      ...priced,
      ...(email !== '' && { recipientEmail: email }),
      customIdentifier: identifier,
    }
  )
}

/** The field of the form that each field of the API is in. */
const fieldNames: Readonly<Record<string, keyof Draft>> = {
  productId: 'productId',
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
