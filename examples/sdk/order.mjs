// Orders a gift card with @openscrip/sdk and prints it.
import { GiftCards, InsufficientBalanceError, OutcomeUnknownError } from '@openscrip/sdk'

const giftCards = new GiftCards({
  clientId: process.env.RELOADLY_CLIENT_ID,
  clientSecret: process.env.RELOADLY_CLIENT_SECRET,
  environment: 'sandbox',
})

try {
  const { balanceText, currencyCode } = await giftCards.balance.get()
  console.log(`Balance: ${balanceText} ${currencyCode}`)

  const order = await giftCards.orders.place({
    productId: 5,
    quantity: 1,
    unitPrice: '5.00',
    senderName: 'John Doe',
    recipientEmail: 'anyone@email.com',
  })
  console.log(`Order ${order.transactionId}: ${order.amountText} ${order.currencyCode}`)

  for (const { number, pin, url } of await giftCards.orders.cards(order.transactionId)) {
    console.log(`Card: ${number ?? url}  PIN: ${pin}`)
  }
} catch (error) {
  if (error instanceof InsufficientBalanceError) console.error('Fund the wallet first.')
  else if (error instanceof OutcomeUnknownError) console.error(`Check ${error.customIdentifier}.`)
  else console.error(String(error))
  process.exitCode = 1
}
