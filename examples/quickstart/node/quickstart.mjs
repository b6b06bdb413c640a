// Orders a gift card and prints it:
//
//     node quickstart.mjs [identifier]
//
// Run again with the same identifier, it finds the order instead of buying twice.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

const { SCRIP_URL, SCRIP_CLIENT_ID, SCRIP_CLIENT_SECRET } = process.env
const baseUrl = SCRIP_URL ?? 'https://giftcards-sandbox.reloadly.com'
const authUrl = SCRIP_URL ?? 'https://auth.reloadly.com'
// What the token is for: Reloadly's sandbox, or the test mode of OpenScrip.
const audience = 'https://giftcards-sandbox.reloadly.com'

/** The server refused the request and changed nothing. */
class ApiError extends Error {
  constructor(status, { errorCode, message }) {
    super(`${status} ${errorCode}: ${message}`)
    this.errorCode = errorCode
  }
}

/** The server may have carried out the request, or may not. */
class LostAnswer extends Error {}

async function call(method, url, { token, body } = {}) {
  const headers = { Accept: 'application/com.reloadly.giftcards-v1+json' }
  if (token) headers.Authorization = `Bearer ${token}`
  if (body) headers['Content-Type'] = 'application/json'
  const signal = AbortSignal.timeout(30_000)
  const init = { method, headers, body: body && JSON.stringify(body), signal }
  const { status, answer } = await exchange(url, init)
  if (status < 300) return answer
  if ([408, 409, 425, 429].includes(status) || status >= 500) {
    throw new LostAnswer(`${status}: ${answer.message}`)
  }
  throw new ApiError(status, answer)
}

async function exchange(url, init) {
  try {
    const response = await fetch(url, init)
    return { status: response.status, answer: await response.json() }
  } catch (error) {
    throw new LostAnswer(error.cause?.message ?? error.message, { cause: error })
  }
}

async function fetchToken() {
  const credentials = {
    client_id: SCRIP_CLIENT_ID,
    client_secret: SCRIP_CLIENT_SECRET,
    grant_type: 'client_credentials',
    audience,
  }
  const answer = await call('POST', `${authUrl}/oauth/token`, { body: credentials })
  return answer.access_token
}

/** The order with exactly this identifier: the search ignores case. */
async function findOrder(token, identifier) {
  const query = new URLSearchParams({ customIdentifier: identifier, size: '50' })
  const page = await call('GET', `${baseUrl}/reports/transactions?${query}`, { token })
  return page.content.find(({ customIdentifier }) => customIdentifier === identifier)
}

/** Sends the order once; an order that may exist already is looked up, never sent again. */
async function placeOrder(token, order) {
  try {
    return await call('POST', `${baseUrl}/orders`, { token, body: order })
  } catch (error) {
    if (error instanceof LostAnswer) {
      console.error(`The answer was lost (${error.message}). Looking for the order.`)
    } else if (error.errorCode === 'CUSTOM_IDENTIFIER_ALREADY_USED') {
      console.error('The identifier was used before. Looking for its order.')
    } else {
      throw error
    }
  }
  for (let looks = 0; looks < 5; looks++) {
    const found = await findOrder(token, order.customIdentifier)
    if (found) return found
    await sleep(2_000)
  }
  throw new LostAnswer('The order is not in the reports so far.')
}

async function buy(identifier) {
  const token = await fetchToken()

  const { balance, currencyCode } = await call('GET', `${baseUrl}/accounts/balance`, { token })
  console.log(`Balance: ${balance} ${currencyCode}`)

  const query = 'productName=Amazon&countryCode=US&size=1'
  const { content } = await call('GET', `${baseUrl}/products?${query}`, { token })
  const [product] = content
  if (!product) throw new Error('No such product is sold.')
  console.log(`Product ${product.productId}: ${product.productName}`)

  const order = await placeOrder(token, {
    productId: product.productId,
    quantity: 1,
    unitPrice: 5,
    customIdentifier: identifier,
    senderName: 'John Doe',
    recipientEmail: 'anyone@email.com',
  })
  const { transactionId, status, amount } = order
  console.log(`Order ${transactionId}: ${status}, ${amount} ${order.currencyCode}`)

  const cardsUrl = `${baseUrl}/orders/transactions/${transactionId}/cards`
  for (const { cardNumber, pinCode } of await call('GET', cardsUrl, { token })) {
    console.log(`Card ${cardNumber}, PIN ${pinCode}`)
  }
}

const identifier = process.argv[2] ?? `quickstart-${randomUUID()}`
try {
  await buy(identifier)
} catch (error) {
  console.error(error.message)
  if (error instanceof LostAnswer) {
    console.error(`To go on, run this again with the identifier ${identifier}`)
  }
  process.exitCode = 1
}
