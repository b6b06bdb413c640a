import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { type Catalog, monogramOf } from '../catalog/index.ts'
import { inputErrors } from '../core/errors.ts'
import type { Gift, OrderBook, Recipients } from '../delivery/index.ts'
import type { Order } from './model.ts'
import { isEmail } from './recipient.ts'
import * as store from './store.ts'

/** The orders as messages to their recipients need them. */
export function createOrderBook(catalog: Catalog): OrderBook {
  return {
    async recipientsOf(db, owner, ids) {
      return (await store.listRecipients(db, owner, ids)).map(toRecipients)
    },
    async giftsOf(db, owner, ids) {
      const { products } = catalog.current()
      const orders = await store.findOrders(db, owner, ids)
      return new Map(orders.map((order) => [order.id, toGift(order, products)]))
    },
    readAddress(channel, text) {
      const address = channel === 'email' ? readEmail(text) : readPhone(text)
      if (address === undefined) throw inputErrors.invalidField({ field: 'to' })
      return address
    },
  }
}

function toRecipients({ phone: digits, ...order }: store.OrderRecipients): Recipients {
  const phone = digits === null ? null : `+${digits}`
  const country = phone === null ? undefined : parsePhoneNumberFromString(phone)?.country
  return { ...order, phone, countryCode: country ?? order.countryCode }
}

function toGift(order: Order, products: ReturnType<Catalog['current']>['products']): Gift {
  const { brandId, brandName } = order.product
  // The order keeps what it is told by; of a product that is gone, only the instructions are.
  const product = products.get(order.product.id)
  return {
    orderId: order.id,
    senderName: order.senderName,
    productName: order.product.name,
    brand: { name: brandName, ...monogramOf({ id: brandId, name: brandName }) },
    unitPrice: order.unitPrice,
    currency: order.product.currency,
    quantity: order.quantity,
    parts: product?.redemption ?? 'code',
    instructions: product?.published?.redeem ??
      product?.brand.redeem ?? { concise: '', verbose: '' },
  }
}

const readEmail = (text: string) => (isEmail(text) ? text : undefined)

/** Without an order there is no country to complete a number with: it begins with a plus. */
function readPhone(text: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text, { extract: false })
  return parsed?.isPossible() ? parsed.number : undefined
}
