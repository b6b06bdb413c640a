import type { Static } from 'typebox'
import type { Product } from '../catalog/index.ts'
import { ApiError, inputErrors } from '../core/errors.ts'
import {
  type OrderRequest,
  type PlaceOrder,
  type PlaceOrderIn,
  toOrderRequest,
} from '../orders/index.ts'
import { rowErrors } from './errors.ts'
import type { Given, Problem } from './model.ts'
import { type FindProduct, readDecimal } from './products.ts'

type OrderBody = Static<typeof PlaceOrderIn>

/** A row as an order, and everything that is wrong with it. */
export interface Reading {
  readonly product: Product | undefined
  /** With something else in the place of what is wrong. */
  readonly order: PlaceOrder
  readonly problems: readonly Problem[]
}

/** Reads a row as an order would be read. */
export function readRow(given: Given, find: FindProduct): Reading {
  const found = find(given)
  const product = found instanceof ApiError ? undefined : found
  const problems: Problem[] = found instanceof ApiError ? [toProblem(found)] : []
  if (given.unitPrice === undefined) {
    problems.push(toProblem(inputErrors.missingField({ field: 'unitPrice' })))
  }
  let body = toOrderBody(given, product)
  // An order is refused for the first thing that is wrong with it; a row is told everything.
  for (;;) {
    const read = tryToRead(body)
    if (!(read instanceof ApiError)) return { product, order: read, problems }
    problems.push(toProblem(isRounded(read, given) ? roundedPhone() : read))
    body = { ...body, ...substituteFor(read) }
  }
}

function tryToRead(body: OrderBody): PlaceOrder | ApiError {
  try {
    return toOrderRequest(body).read()
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}

/** The order that a row asks for, under its own identifier. */
export function toRequest(
  given: Given,
  product: Pick<Product, 'id' | 'countryCode'>,
  identifier: string,
): OrderRequest {
  return toOrderRequest({ ...toOrderBody(given, product), customIdentifier: identifier })
}

const GOOD = '1'

function toOrderBody(
  given: Given,
  product: Pick<Product, 'id' | 'countryCode'> | undefined,
): OrderBody {
  const { recipientPhone: phoneNumber, recipientPhoneCountry, userId } = given
  return {
    productId: product === undefined ? GOOD : product.id.toString(),
    quantity: given.quantity ?? GOOD,
    unitPrice: given.unitPrice === undefined ? GOOD : readDecimal(given.unitPrice),
    customIdentifier: given.customIdentifier ?? null,
    senderName: given.senderName ?? null,
    recipientEmail: given.recipientEmail ?? null,
    recipientPhoneDetails:
      phoneNumber === undefined
        ? null
        : // A number with its calling code needs none.
          { countryCode: recipientPhoneCountry ?? product?.countryCode ?? 'US', phoneNumber },
    productAdditionalRequirements: userId === undefined ? null : { userId },
  }
}

/** What is right in the place of the field that is wrong. */
function substituteFor(error: ApiError): Partial<OrderBody> {
  switch (error.field) {
    case 'quantity':
    case 'unitPrice':
      return { [error.field]: GOOD }
    case 'customIdentifier':
    case 'senderName':
    case 'recipientEmail':
      return { [error.field]: null }
    case 'phoneNumber':
    case 'countryCode':
      return { recipientPhoneDetails: null }
    case 'userId':
      return { productAdditionalRequirements: null }
    default:
      throw error
  }
}

/** Fields of an order that are called otherwise in a file. */
const columnOf: Readonly<Record<string, string>> = {
  phoneNumber: 'recipientPhone',
  countryCode: 'recipientPhoneCountry',
  recipientPhoneDetails: 'recipientPhone',
}

export function toProblem({ field, code, message }: ApiError): Problem {
  return { field: field === undefined ? null : (columnOf[field] ?? field), code, message }
}

const roundedPhone = () => rowErrors.roundedNumber({ field: 'phoneNumber' })

/** Phone numbers are no numbers, but spreadsheets take them for some. */
function isRounded({ field }: ApiError, { recipientPhone = '' }: Given): boolean {
  return field === 'phoneNumber' && /^\d([.,]\d+)?E\+\d+$/i.test(recipientPhone)
}
