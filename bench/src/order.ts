/**
 * The order that everything here places: the API quickstart's, 5 USD of an
 * Amazon card from a wallet in NGN, with e-mail and phone.
 */

/** Overwritten by the load generator, so that no two orders share an identifier. */
export const UNIQUE_DIGITS = '0000000000000000'

export const ORDER_BODY = JSON.stringify({
  productId: 5,
  countryCode: 'US',
  quantity: 1,
  unitPrice: 5,
  customIdentifier: `bench-${UNIQUE_DIGITS}`,
  senderName: 'John Doe',
  recipientEmail: 'anyone@email.com',
  recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
})

/** What one such order takes from the wallet: amount 3139.45 less the discount of 25.65. */
export const ORDER_COST_MICROS = 3_113_800_000n

/** What the wallet holds at first: enough for 2.8 million orders. */
export const FIRST_BALANCE = '9000000000'

export interface OrderIn {
  readonly productId: number
  readonly countryCode: string
  readonly quantity: number
  readonly unitPrice: number
  readonly customIdentifier: string
  readonly senderName: string
  readonly recipientEmail: string
  readonly recipientPhoneDetails: { readonly countryCode: string; readonly phoneNumber: string }
}

export interface PlacedOrder {
  readonly order: OrderIn
  readonly transactionId: number
  readonly newBalance: number
  readonly createdAt: Date
}

/** The answer to it, as the API gives it, for the servers that stand beside OpenScrip. */
export function orderAnswer({ order, transactionId, newBalance, createdAt }: PlacedOrder): string {
  const createdTime = createdAt.toISOString().slice(0, 19).replace('T', ' ')
  return JSON.stringify({
    transactionId,
    amount: 3139.45,
    discount: 25.65,
    currencyCode: 'NGN',
    fee: 285,
    smsFee: 4.45,
    totalFee: 289.45,
    preOrdered: false,
    recipientEmail: order.recipientEmail,
    recipientPhone: `1${order.recipientPhoneDetails.phoneNumber}`,
    customIdentifier: order.customIdentifier,
    status: 'SUCCESSFUL',
    transactionCreatedTime: createdTime,
    product: {
      productId: order.productId,
      productName: 'Amazon US',
      countryCode: order.countryCode,
      quantity: order.quantity,
      unitPrice: order.unitPrice,
      totalPrice: order.quantity * order.unitPrice,
      currencyCode: 'USD',
      brand: { brandId: 2, brandName: 'Amazon' },
    },
    balanceInfo: {
      oldBalance: newBalance + 3113.8,
      newBalance,
      cost: 3113.8,
      currencyCode: 'NGN',
      currencyName: 'Nigerian Naira',
      updatedAt: createdTime,
    },
  })
}

/** Reads a decimal from an API answer without a detour over floating point. */
export function microsFromDecimal(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text)
  if (match === null) throw new Error(`not a decimal: ${text}`)
  const [, sign = '', whole = '', fraction = ''] = match
  if (/[1-9]/.test(fraction.slice(6))) throw new Error(`finer than a micro-unit: ${text}`)
  const micros = BigInt(whole) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'))
  return sign === '-' ? -micros : micros
}
