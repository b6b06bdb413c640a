// What is refused, and how a program tells.
import {
  ApiError,
  InsufficientBalanceError,
  InvalidInputError,
  InvalidProductError,
  WrongPriceError,
} from '@openscrip/sdk'
import { giftCards } from './client.mjs'

const order = { productId: 5, quantity: 1, unitPrice: '5.00', senderName: 'John Doe' }

const attempts = [
  { ...order, productId: 999_999_999 },
  { ...order, unitPrice: '1000000.00' },
  { ...order, quantity: 0 },
  { ...order, quantity: 100, unitPrice: '100.00' },
]

for (const attempt of attempts) {
  try {
    await giftCards.orders.place(attempt)
  } catch (error) {
    // Not one of these orders was placed.
    console.log(`${error.name}: ${explain(error)}`)
  }
}

function explain(error) {
  if (error instanceof InsufficientBalanceError) return 'fund the wallet first'
  if (error instanceof InvalidProductError) return 'no longer sold, take another product'
  if (error instanceof WrongPriceError) return 'ask the product which face values it has'
  if (error instanceof InvalidInputError) return error.message
  if (error instanceof ApiError) return `${error.status} ${error.errorCode}: ${error.message}`
  throw error
}
