import { expectAnswer } from './assertions.ts'
import type { Sender } from './caller.ts'
import { newIdentifier } from './world.ts'

/** The order of the quickstart, which is Amazon US; fields are replaced or, when undefined, left out. */
export function orderOf(fields: object = {}) {
  return {
    productId: 5,
    quantity: 1,
    unitPrice: 5,
    customIdentifier: newIdentifier('order'),
    senderName: 'John Doe',
    ...fields,
  }
}

/** A transaction, as far as more than one group reads it. */
export interface Transaction {
  readonly transactionId: number
  readonly amount: number
  readonly customIdentifier: string | null
  readonly recipientEmail: string | null
  readonly recipientPhone: string | null
  readonly preOrdered: boolean
  readonly status: string
  readonly smsFee: number
  readonly transactionCreatedTime: string
  readonly product: { readonly productId: number; readonly quantity: number }
  readonly balanceInfo: {
    readonly oldBalance: number
    readonly newBalance: number
    readonly cost: number
  }
}

/** Places an order that has to succeed. */
export async function placeOrder(sender: Sender, fields: object = {}): Promise<Transaction> {
  return expectAnswer<Transaction>(await sender.post('/orders', orderOf(fields))).body
}
