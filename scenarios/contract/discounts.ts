import { expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import { type Page, readAll } from '../src/contract/page.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

interface Discount {
  readonly product: { readonly productId: number }
}

inEveryDialect('GET /discounts', (scenario) => {
  scenario('every row has the product and its discount, and nothing else', async (caller) => {
    const { written } = expectAnswer<Page<Discount>>(await caller.get('/discounts?size=300'))
    for (const row of written.content) {
      expect(Object.keys(row)).toEqual(['product', 'discountPercentage'])
      expect(Object.entries(row.product)).toEqual([
        ['productId', expect.stringMatching(/^\d+$/)],
        ['productName', expect.stringMatching(/./)],
        ['countryCode', expect.stringMatching(/^[A-Z]{2}$/)],
        ['global', expect.any(Boolean)],
      ])
      expect(row.discountPercentage).toMatch(/^\d+\.\d{2,6}$/)
    }
  })

  scenario('lists every product, also those without a discount', async (caller) => {
    const discounts = await readAll<Discount>(caller, '/discounts', 300)
    const products = await readAll<{ productId: number }>(caller, '/products', 200)
    expect(discounts.map(({ product }) => product.productId)).toEqual(
      products.map(({ productId }) => productId),
    )
  })
})

inEveryDialect('GET /products/{productId}/discounts', (scenario) => {
  scenario('is one such row', async (caller) => {
    const { written } = expectAnswer(await caller.get('/products/5/discounts'))
    expect(written).toEqual({
      product: { productId: '5', productName: 'Amazon US', countryCode: 'US', global: false },
      discountPercentage: '0.90',
    })
  })

  scenario('a product without a discount has one of zero', async (caller) => {
    const { written } = expectAnswer(await caller.get('/products/10316/discounts'))
    expect(written.discountPercentage).toBe('0.00')
  })

  scenario('refuses an unknown product in the words of its own', async (caller) => {
    for (const id of ['999999', '0', '-1', 'abc', '9'.repeat(19), '%00']) {
      expectError(await caller.get(`/products/${id}/discounts`), refusals.noDiscount)
    }
  })
})
