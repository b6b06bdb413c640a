// Orders a gift card and prints it.
import { randomUUID } from 'node:crypto'

const authUrl = 'https://auth.reloadly.com/oauth/token'
const giftCardsUrl = 'https://giftcards-sandbox.reloadly.com'

const { access_token: token } = await call('POST', authUrl, {
  body: {
    client_id: process.env.RELOADLY_CLIENT_ID,
    client_secret: process.env.RELOADLY_CLIENT_SECRET,
    grant_type: 'client_credentials',
    audience: giftCardsUrl,
  },
})

const order = await call('POST', `${giftCardsUrl}/orders`, {
  token,
  body: {
    productId: 5,
    countryCode: 'US',
    quantity: 1,
    unitPrice: 5,
    customIdentifier: `quickstart-${randomUUID()}`,
    senderName: 'John Doe',
    recipientEmail: 'anyone@email.com',
    recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
  },
})
console.log(JSON.stringify(order, null, 2))

const cardsUrl = `${giftCardsUrl}/orders/transactions/${order.transactionId}/cards`
for (const card of await call('GET', cardsUrl, { token })) {
  console.log(`Card number: ${card.cardNumber}  PIN: ${card.pinCode}`)
}

async function call(method, url, { token, body }) {
  const headers = { Accept: 'application/com.reloadly.giftcards-v1+json' }
  if (token) headers.Authorization = `Bearer ${token}`
  if (body) headers['Content-Type'] = 'application/json'
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) })
  const text = await response.text()
  if (response.ok) return JSON.parse(text)
  console.error(`${method} ${url}: ${response.status} ${messageOf(text)}`)
  process.exit(1)
}

function messageOf(text) {
  try {
    return JSON.parse(text).message ?? text
  } catch {
    return text
  }
}
