// Finds a product, and what a card of it costs.
import { giftCards } from './client.mjs'

const { products, redeemInstructions, fxRates, countries, productCategories } = giftCards

const country = await countries.get('US')
const categories = await productCategories.list()
console.log(`${country.name}, ${categories.length} categories`)

const { items, totalItems } = await products.list({
  countryCode: country.isoName,
  productName: 'amazon',
  size: 5,
})
console.log(`${totalItems} found, the first ${items.length}:`)
for (const product of items) console.log(`  ${product.productId} ${product.productName}`)

// Face values are in the card's currency, fees in the wallet's.
const product = await products.get(5)
if (product.denominationType === 'FIXED') {
  console.log(`Sold at ${product.fixedRecipientDenominationsText.join(', ')}`)
} else {
  const { minRecipientDenominationText: min, maxRecipientDenominationText: max } = product
  console.log(`Sold from ${min} to ${max} ${product.recipientCurrencyCode}`)
}
console.log(`Fee ${product.senderFeeText} ${product.senderCurrencyCode} per card`)
console.log(`Commission ${product.discountPercentageText} %`)

const rate = await fxRates.get({ currencyCode: product.recipientCurrencyCode, amount: '5.00' })
console.log(`5.00 ${rate.recipientCurrency} are ${rate.senderAmountText} ${rate.senderCurrency}`)

const { concise } = await redeemInstructions.getByProduct(product.productId)
console.log(concise)
