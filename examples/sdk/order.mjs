// Orders a gift card and prints it.
import { giftCards } from './client.mjs'

const { balanceText, currencyCode } = await giftCards.balance.get()
console.log(`Balance: ${balanceText} ${currencyCode}`)

const order = await giftCards.orders.place({
  productId: 5,
  quantity: 2,
  unitPrice: '5.00',
  senderName: 'John Doe',
  recipientEmail: 'anyone@email.com',
})
console.log(`Order ${order.transactionId}: ${order.amountText} ${order.currencyCode}`)

for (const { number, pin, url } of await giftCards.orders.cards(order.transactionId)) {
  console.log(`Card: ${number ?? url}  PIN: ${pin}`)
}
