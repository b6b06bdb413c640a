// Orders over a connection that loses the answer. The card is bought once.
import { randomUUID } from 'node:crypto'
import { GiftCards, IdentifierUsedError, OutcomeUnknownError } from '@openscrip/sdk'
import { options } from './client.mjs'

let isLost = false

/** Carries the order to the server, and breaks off before its answer is here. */
async function losingFetch(url, init) {
  const response = await fetch(url, init)
  if (isLost || init.method !== 'POST' || !url.endsWith('/orders')) return response
  isLost = true
  throw new TypeError('The connection is broken.')
}

const giftCards = new GiftCards({ ...options, fetch: losingFetch })

// Stored before the order is sent, it also survives a crash of this program.
const customIdentifier = `invoice-${randomUUID()}`

async function buy() {
  const order = { productId: 5, quantity: 1, unitPrice: '5.00', senderName: 'John Doe' }
  try {
    return await giftCards.orders.place({ ...order, customIdentifier })
  } catch (error) {
    if (error instanceof IdentifierUsedError) return giftCards.orders.find(customIdentifier)
    if (error instanceof OutcomeUnknownError) console.log('Not known yet: run buy() again, later.')
    throw error
  }
}

const placed = await buy()
console.log(`Recovered: ${placed.recovered}`)

// As after a crash: the program does it all again.
const again = await buy()
console.log(`The same order: ${again.transactionId === placed.transactionId}`)

const { totalItems } = await giftCards.transactions.list({ customIdentifier })
console.log(`Bought ${totalItems} time`)
