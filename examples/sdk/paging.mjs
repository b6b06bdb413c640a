// Reads lists: a page, or every item over all pages.
import { giftCards } from './client.mjs'

const filter = { countryCode: 'US' }

// Awaited, a list is one page.
const page = await giftCards.products.list({ ...filter, page: 2, size: 5 })
console.log(`Page ${page.page} of ${page.totalPages}, ${page.items.length} products`)

// Iterated, it is every item, once; a page is fetched when the one before is used up.
let products = 0
for await (const _ of giftCards.products.list({ ...filter, size: 50 })) products++
console.log(`${products} of ${page.totalItems} products`)

// A filter applies to both; a loop that ends early fetches no more pages.
for await (const order of giftCards.transactions.list({ status: 'SUCCESSFUL' })) {
  console.log(`The newest order: ${order.transactionId}, ${order.product.productName}`)
  break
}
