import type { OperationOutput } from '../../app/api.ts'
import { cleanDecimal } from '../../app/money.ts'

export type Product = OperationOutput<'GET /products/{productId}'>

/** As many as the catalogue has behind the point. */
const DIGITS = 5

/** A face value as it was typed, as decimal text; empty for what is no amount. */
export function readFaceValue(typed: string): string {
  const value = cleanDecimal(typed, DIGITS)
  return value.length <= FACE_VALUE_MAX && Number(value) > 0 ? value : ''
}

const FACE_VALUE_MAX = 18

/** What is taken off. */
export function minus(amount: number | string): string {
  return `-${amount}`
}
